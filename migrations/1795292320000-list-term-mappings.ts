import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An office sees when words were explained and taken back, and by which office; nobody sees by whom. */
export class ListTermMappings1795292320000 implements MigrationInterface {
  name = 'ListTermMappings1795292320000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Words that officers explained, for a signed-in account that works for an office; none for anybody else.
      -- by_own_office: whoever explained it works or worked for an office of the reader.
      CREATE FUNCTION padan_office_term_mappings()
        RETURNS TABLE (revision integer, term text, concept_type text, concept_id text, mapped_at timestamptz,
          retired_at timestamptz, by_own_office boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$
          SELECT m.revision, m.term, m.concept_type, m.concept_id, m.mapped_at, m.retired_at, EXISTS (
            SELECT FROM office_memberships o
            WHERE o.account_id = m.mapped_by AND o.region_code = ANY (own.regions))
          FROM (SELECT padan_office_regions() AS regions) own, term_mappings m
          WHERE cardinality(own.regions) > 0
        $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION padan_office_term_mappings()');
  }
}
