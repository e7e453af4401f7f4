import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The last night on which each nightly job ended well. */
export class CreateNightlyRuns1795288600000 implements MigrationInterface {
  name = 'CreateNightlyRuns1795288600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE nightly_runs (
        job text NOT NULL,
        night date NOT NULL,
        succeeded_at timestamptz,
        figures jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_nightly_runs PRIMARY KEY (job)
      );
      GRANT SELECT, INSERT, UPDATE ON nightly_runs TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE nightly_runs');
  }
}
