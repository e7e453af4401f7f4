import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Search and resolution by words where there is no Meilisearch.
 *
 * The indexes stand on expressions, which a comparison with the entities passes over.
 */
export class AddTrigramIndexes1795287700000 implements MigrationInterface {
  name = 'AddTrigramIndexes1795287700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;
      CREATE FUNCTION padan_concept_words(label_id text, label_en text, aliases text[]) RETURNS text
        LANGUAGE sql IMMUTABLE PARALLEL SAFE
        RETURN lower(label_id || ' | ' || label_en || ' | ' || array_to_string(aliases, ' | '));
      CREATE INDEX ix_competencies_words_trgm ON competencies
        USING gin (padan_concept_words(label_id, label_en, aliases) gin_trgm_ops);
      CREATE INDEX ix_occupations_words_trgm ON occupations
        USING gin (padan_concept_words(label_id, label_en, aliases) gin_trgm_ops);
      CREATE INDEX ix_vacancies_title_trgm ON vacancies USING gin (lower(title) gin_trgm_ops);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX ix_vacancies_title_trgm, ix_occupations_words_trgm, ix_competencies_words_trgm;
      DROP FUNCTION padan_concept_words(text, text, text[]);
    `);
  }
}
