import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Concepts of a classification that is imported: where they come from and what replaced them. `version` rises with
 * every change of a row, so that a word added between two taxonomy versions reaches the indexes as well.
 */
export class DeepenTaxonomy1795288400000 implements MigrationInterface {
  name = 'DeepenTaxonomy1795288400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE competencies
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT uq_competencies_esco_uri UNIQUE (esco_uri);
      ALTER TABLE occupations
        ADD COLUMN esco_uri text,
        ADD COLUMN replaced_by_id text,
        ADD COLUMN version integer NOT NULL DEFAULT 1,
        ADD CONSTRAINT uq_occupations_esco_uri UNIQUE (esco_uri),
        ADD CONSTRAINT fk_occupations_replaced_by_id FOREIGN KEY (replaced_by_id) REFERENCES occupations(id) ON DELETE RESTRICT;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE occupations DROP COLUMN version, DROP COLUMN replaced_by_id, DROP COLUMN esco_uri;
      ALTER TABLE competencies DROP CONSTRAINT uq_competencies_esco_uri, DROP COLUMN version;
    `);
  }
}
