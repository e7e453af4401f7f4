import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Auditors and officers of the disability service unit read what an office does and change nothing of it: what only
 * officers may write, the database lets only them write.
 */
export class LetOfficersAloneChange1795292200000 implements MigrationInterface {
  name = 'LetOfficersAloneChange1795292200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER POLICY api_keys_office ON api_keys USING (${keysOf(officers)});

      DROP POLICY employer_registrations_office ON employer_registrations;
      CREATE POLICY employer_registrations_office ON employer_registrations FOR SELECT
        USING (padan_office_covers((SELECT e.region_code FROM employers e WHERE e.id = employer_id)));
      CREATE POLICY employer_registrations_decide ON employer_registrations FOR UPDATE USING (EXISTS (
        SELECT FROM unnest(${officers}) AS own, employers e
        WHERE e.id = employer_id AND (own = 'ID' OR e.region_code = own OR starts_with(e.region_code, own || '.'))
      ));

      DROP POLICY unresolved_terms_office ON unresolved_terms;
      CREATE POLICY unresolved_terms_office ON unresolved_terms FOR SELECT
        USING (cardinality((SELECT padan_office_regions())) > 0);
      CREATE POLICY unresolved_terms_explain ON unresolved_terms FOR UPDATE
        USING (cardinality((SELECT ${officers})) > 0);

      ALTER POLICY term_mappings_office ON term_mappings
        WITH CHECK (mapped_by = (SELECT padan_actor_id('account')) AND cardinality((SELECT ${officers})) > 0);
      ALTER POLICY term_mappings_retire ON term_mappings
        USING (retired_revision IS NULL AND cardinality((SELECT ${officers})) > 0);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER POLICY term_mappings_retire ON term_mappings
        USING (retired_revision IS NULL AND cardinality((SELECT padan_office_regions())) > 0);
      ALTER POLICY term_mappings_office ON term_mappings
        WITH CHECK (mapped_by = (SELECT padan_actor_id('account')) AND cardinality((SELECT padan_office_regions())) > 0);

      DROP POLICY unresolved_terms_explain ON unresolved_terms;
      DROP POLICY unresolved_terms_office ON unresolved_terms;
      CREATE POLICY unresolved_terms_office ON unresolved_terms
        USING (cardinality((SELECT padan_office_regions())) > 0);

      DROP POLICY employer_registrations_decide ON employer_registrations;
      DROP POLICY employer_registrations_office ON employer_registrations;
      CREATE POLICY employer_registrations_office ON employer_registrations
        USING (padan_office_covers((SELECT e.region_code FROM employers e WHERE e.id = employer_id)));

      ALTER POLICY api_keys_office ON api_keys USING (${keysOf('padan_office_regions()')});
    `);
  }
}

/** The areas where the signed-in account is an officer now. */
const officers = "padan_office_regions(ARRAY['OFFICER'])";

const keysOf = (regions: string) => `
  (SELECT bool_or(own = 'ID' OR region_code = own OR starts_with(region_code, own || '.'))
   FROM unnest((SELECT ${regions})::text[]) AS own)
`;
