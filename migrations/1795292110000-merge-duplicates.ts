import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two records of one person that an officer made one, with what is needed to part them again. */
export class MergeDuplicates1795292110000 implements MigrationInterface {
  name = 'MergeDuplicates1795292110000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE candidate_merges (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        keep_id uuid NOT NULL,
        drop_id uuid NOT NULL,
        reason text NOT NULL,
        merged_by uuid,
        merged_at timestamptz NOT NULL,
        undo_until timestamptz NOT NULL,
        kept jsonb NOT NULL,
        CONSTRAINT pk_candidate_merges PRIMARY KEY (id),
        CONSTRAINT uq_candidate_merges_drop_id UNIQUE (drop_id),
        CONSTRAINT ck_candidate_merges_pair CHECK (keep_id <> drop_id),
        CONSTRAINT fk_candidate_merges_keep_id FOREIGN KEY (keep_id) REFERENCES candidates(id) ON DELETE CASCADE,
        CONSTRAINT fk_candidate_merges_drop_id FOREIGN KEY (drop_id) REFERENCES candidates(id) ON DELETE CASCADE,
        CONSTRAINT fk_candidate_merges_merged_by FOREIGN KEY (merged_by) REFERENCES accounts(id) ON DELETE SET NULL
      );
      CREATE INDEX ix_candidate_merges_keep_id ON candidate_merges (keep_id);
      CREATE INDEX ix_candidate_merges_merged_by ON candidate_merges (merged_by);
      CREATE INDEX ix_candidate_merges_undo_until ON candidate_merges (undo_until);
      ALTER TABLE candidate_merges ENABLE ROW LEVEL SECURITY;
      CREATE POLICY candidate_merges_system ON candidate_merges USING ((SELECT padan_is_system()));
      GRANT SELECT, INSERT, DELETE ON candidate_merges TO padan_app;

      -- For whom a row stands may change when two records become one; what it says never does.
      GRANT UPDATE (candidate_id) ON consents, disclosures TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE UPDATE (candidate_id) ON consents, disclosures FROM padan_app;
      DROP TABLE candidate_merges;
    `);
  }
}
