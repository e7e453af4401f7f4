import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An officer takes back what an officer explained: who and when stay, once and for good. A word that is explained is hidden
 * instead of deleted, so that it can come back.
 *
 * Words of searches that were counted so far go: until lately they held words of anonymous free text, which cannot be told
 * apart. They come back when three accounts search for them.
 */
export class RetireTermMappings1795290100000 implements MigrationInterface {
  name = 'RetireTermMappings1795290100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM unresolved_terms WHERE origin = 'query';
      ALTER TABLE unresolved_terms ADD COLUMN explained_at timestamptz;

      ALTER TABLE term_mappings
        ADD COLUMN retired_revision integer,
        ADD COLUMN retired_by uuid,
        ADD COLUMN retired_at timestamptz,
        ADD CONSTRAINT ck_term_mappings_retired CHECK ((retired_revision IS NULL) = (retired_at IS NULL)),
        ADD CONSTRAINT fk_term_mappings_retired_by FOREIGN KEY (retired_by) REFERENCES accounts(id) ON DELETE SET NULL,
        DROP CONSTRAINT uq_term_mappings_term_concept_type;
      CREATE UNIQUE INDEX uq_term_mappings_term_concept_type ON term_mappings (term, concept_type)
        WHERE retired_revision IS NULL;

      CREATE POLICY term_mappings_retire ON term_mappings FOR UPDATE
        USING (retired_revision IS NULL AND cardinality((SELECT padan_office_regions())) > 0)
        WITH CHECK (retired_revision IS NOT NULL AND retired_by = (SELECT padan_actor_id('account')));
      GRANT SELECT (retired_revision), UPDATE (retired_revision, retired_by, retired_at) ON term_mappings TO padan_app;
      -- What is explained and what is taken back stand in one order.
      GRANT USAGE ON SEQUENCE term_mappings_revision_seq TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE USAGE ON SEQUENCE term_mappings_revision_seq FROM padan_app;
      DROP POLICY term_mappings_retire ON term_mappings;
      DELETE FROM term_mappings WHERE retired_revision IS NOT NULL;
      DROP INDEX uq_term_mappings_term_concept_type;
      ALTER TABLE term_mappings
        DROP COLUMN retired_revision, DROP COLUMN retired_by, DROP COLUMN retired_at,
        ADD CONSTRAINT uq_term_mappings_term_concept_type UNIQUE (term, concept_type);
      DELETE FROM unresolved_terms WHERE explained_at IS NOT NULL;
      ALTER TABLE unresolved_terms DROP COLUMN explained_at;
    `);
  }
}
