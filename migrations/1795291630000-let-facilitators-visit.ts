import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A facilitator visits employers of the own area, and so reads how they signed up and writes down the visit. */
export class LetFacilitatorsVisit1795291630000 implements MigrationInterface {
  name = 'LetFacilitatorsVisit1795291630000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE POLICY employer_registrations_facilitator ON employer_registrations FOR SELECT USING (${inArea});
      CREATE POLICY employer_registrations_visit ON employer_registrations FOR UPDATE USING (${inArea});
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY employer_registrations_visit ON employer_registrations;
      DROP POLICY employer_registrations_facilitator ON employer_registrations;
    `);
  }
}

const inArea = `EXISTS (
  SELECT FROM unnest(padan_office_regions(ARRAY['FACILITATOR'])) AS own, employers e
  WHERE e.id = employer_id AND (own = 'ID' OR e.region_code = own OR starts_with(e.region_code, own || '.'))
)`;
