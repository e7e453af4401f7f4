import type { MigrationInterface, QueryRunner } from 'typeorm';

/** National identity numbers: encrypted, and a keyed hash by which somebody who registered twice is found. */
export class KeepIdentityNumbers1795291520000 implements MigrationInterface {
  name = 'KeepIdentityNumbers1795291520000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE candidate_identities (
        candidate_id uuid NOT NULL,
        ciphertext bytea NOT NULL,
        lookup_hash bytea NOT NULL,
        key_version integer NOT NULL,
        set_by text NOT NULL,
        set_at timestamptz NOT NULL,
        CONSTRAINT pk_candidate_identities PRIMARY KEY (candidate_id),
        CONSTRAINT ck_candidate_identities_set_by CHECK (set_by IN ('SELF', 'OFFICE')),
        CONSTRAINT ck_candidate_identities_lookup_hash CHECK (length(lookup_hash) = 32),
        CONSTRAINT fk_candidate_identities_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_candidate_identities_lookup_hash ON candidate_identities (lookup_hash);
      ALTER TABLE candidate_identities ENABLE ROW LEVEL SECURITY;
      CREATE POLICY candidate_identities_system ON candidate_identities USING ((SELECT padan_is_system()));
      GRANT SELECT, INSERT, UPDATE, DELETE ON candidate_identities TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE candidate_identities');
  }
}
