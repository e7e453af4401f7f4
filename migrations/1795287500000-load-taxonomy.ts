import type { MigrationInterface, QueryRunner } from 'typeorm';
import { readReferenceTable } from './reference-file';

/** Version 1 of competencies and occupations; lists inside a field stand apart by semicolons. */
export class LoadTaxonomy1795287500000 implements MigrationInterface {
  name = 'LoadTaxonomy1795287500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      INSERT INTO taxonomy_versions (version, published_at, note)
      VALUES (1, '2026-11-21', 'Starter taxonomy of Palu, Central Sulawesi')
    `);
    for (const [table, insert] of Object.entries(inserts)) {
      const rows = readReferenceTable(`taxonomy-1/${table}.csv`);
      await queryRunner.query(insert, [JSON.stringify(rows)]);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = Object.keys(inserts).reverse();
    for (const table of tables) await queryRunner.query(`DELETE FROM ${table}`);
    await queryRunner.query('DELETE FROM taxonomy_versions');
  }
}

const rowsOf = (columns: string) =>
  `ROWS FROM (json_to_recordset($1::json) AS (${columns})) WITH ORDINALITY`;
const list = (column: string) => `string_to_array(${column}, ';')`;

/** In the order of their foreign keys. A concept's number is its line, from 0. */
const inserts: Readonly<Record<string, string>> = {
  competencies: `
    INSERT INTO competencies (id, number, kind, label_id, label_en, aliases, broader_id, level_hint, taxonomy_version)
    SELECT id, number - 1, kind, label_id, label_en, ${list('aliases')}, nullif(broader_id, ''), nullif(level_hint, '')::smallint, 1
    FROM ${rowsOf('id text, kind text, label_id text, label_en text, aliases text, broader_id text, level_hint text')}
      AS row(id, kind, label_id, label_en, aliases, broader_id, level_hint, number)`,
  competency_relations: `
    INSERT INTO competency_relations (source_id, kind, target_id, strength_bp)
    SELECT * FROM json_to_recordset($1::json)
      AS row(source_id text, kind text, target_id text, strength_bp integer)`,
  occupations: `
    INSERT INTO occupations (id, number, label_id, label_en, kbji_code, aliases, typical_education, typical_experience_years, usual_licence_ids, related_ids, taxonomy_version)
    SELECT id, number - 1, label_id, label_en, kbji_code, ${list('aliases')}, typical_education, typical_experience_years, ${list('usual_licence_ids')}, ${list('related_ids')}, 1
    FROM ${rowsOf('id text, label_id text, label_en text, kbji_code text, aliases text, typical_education text, typical_experience_years smallint, usual_licence_ids text, related_ids text')}
      AS row(id, label_id, label_en, kbji_code, aliases, typical_education, typical_experience_years, usual_licence_ids, related_ids, number)`,
  occupation_competencies: `
    INSERT INTO occupation_competencies (occupation_id, competency_id, necessity, typical_level)
    SELECT * FROM json_to_recordset($1::json)
      AS row(occupation_id text, competency_id text, necessity text, typical_level smallint)`,
  alias_rules: `
    INSERT INTO alias_rules (alias, rule, competency_ids, occupation_ids, note)
    SELECT alias, rule, ${list('competency_ids')}, ${list('occupation_ids')}, note
    FROM json_to_recordset($1::json)
      AS row(alias text, rule text, competency_ids text, occupation_ids text, note text)`,
};
