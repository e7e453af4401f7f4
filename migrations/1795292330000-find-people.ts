import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Officers find people of their area by name. */
export class FindPeople1795292330000 implements MigrationInterface {
  name = 'FindPeople1795292330000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX ix_candidates_full_name_trgm ON candidates USING gin (lower(full_name) gin_trgm_ops);

      -- People of these areas in whose name the words stand, by name. Row security keeps LIKE, which is not leakproof, off the
      -- index; this function finds ids past it, for the service alone.
      CREATE FUNCTION padan_people_named(words text, areas text[], most integer) RETURNS TABLE (id uuid)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$
          SELECT c.id FROM candidates c
          WHERE padan_is_system() AND c.status <> 'ERASED'
            AND lower(c.full_name) LIKE '%' || regexp_replace(lower(words), '([%_\\\\])', '\\\\\\1', 'g') || '%'
            AND ('ID' = ANY (areas) OR EXISTS (SELECT FROM unnest(areas) AS area
              WHERE c.region_code = area OR starts_with(c.region_code, area || '.')))
          ORDER BY c.full_name, c.id LIMIT most
        $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION padan_people_named(text, text[], integer);
      DROP INDEX ix_candidates_full_name_trgm;
    `);
  }
}
