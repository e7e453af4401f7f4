import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People register themselves: one an account, with what they need at work, and found by when they last confirmed. */
export class OpenProfiles1795291400000 implements MigrationInterface {
  name = 'OpenProfiles1795291400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX ix_candidates_account_id;
      CREATE UNIQUE INDEX ix_candidates_account_id ON candidates (account_id);
      CREATE INDEX ix_candidates_confirmed_on ON candidates (confirmed_on) WHERE status = 'ACTIVE';

      ALTER TABLE disability_profiles
        ADD accommodations text[] NOT NULL DEFAULT '{}',
        ADD CONSTRAINT ck_disability_profiles_accommodations CHECK (accommodations <@ ARRAY['WHEELCHAIR_ACCESS', 'SIGN_LANGUAGE', 'SCREEN_READER', 'FLEXIBLE_HOURS', 'JOB_COACH', 'QUIET_SPACE', 'TRANSPORT', 'OTHER']);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE disability_profiles DROP COLUMN accommodations;
      DROP INDEX ix_candidates_confirmed_on;
      DROP INDEX ix_candidates_account_id;
      CREATE INDEX ix_candidates_account_id ON candidates (account_id);
    `);
  }
}
