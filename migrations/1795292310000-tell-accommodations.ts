import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The two ways in which somebody else than the person reads a disability profile: what an employer needs to know, where the
 * person agreed to that, and all of it for an officer of the disability service unit. The service itself still reads none.
 */
export class TellAccommodations1795292310000 implements MigrationInterface {
  name = 'TellAccommodations1795292310000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The accommodations that a person shares with an employer for a vacancy at that moment, and never why; no row where
      -- no consent for just that lives, or nothing was said.
      CREATE FUNCTION padan_shared_accommodations(person uuid, employer uuid, vacancy uuid, moment timestamptz)
        RETURNS TABLE (accommodations text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$
          SELECT d.accommodations FROM disability_profiles d
          WHERE d.candidate_id = person AND padan_is_system() AND EXISTS (
            SELECT FROM consents s
            WHERE s.candidate_id = person AND s.purpose = 'SHARE_ACCOMMODATIONS' AND s.employer_id = employer
              AND (s.vacancy_id IS NULL OR s.vacancy_id = vacancy)
              AND s.withdrawn_at IS NULL AND (s.expires_at IS NULL OR s.expires_at > moment))
        $$;

      -- The disability profile of a person, for a signed-in account that works as ULD officer where the person lives.
      CREATE FUNCTION padan_disability_for_uld(person uuid)
        RETURNS TABLE (kinds text[], accommodations text[]) LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$
          SELECT d.kinds, d.accommodations FROM disability_profiles d JOIN candidates c ON c.id = d.candidate_id
          WHERE d.candidate_id = person AND EXISTS (
            SELECT FROM unnest(padan_office_regions(ARRAY['ULD_OFFICER'])) AS own
            WHERE own = 'ID' OR c.region_code = own OR starts_with(c.region_code, own || '.'))
        $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION padan_disability_for_uld(uuid);
      DROP FUNCTION padan_shared_accommodations(uuid, uuid, uuid, timestamptz);
    `);
  }
}
