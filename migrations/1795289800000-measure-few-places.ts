import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From few places an organisation measures how far people live; from others only between regencies. */
export class MeasureFewPlaces1795289800000 implements MigrationInterface {
  name = 'MeasureFewPlaces1795289800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE vacancies ADD COLUMN measures_regencies boolean NOT NULL DEFAULT false;

      CREATE TABLE measured_places (
        employer_id uuid NOT NULL,
        area text NOT NULL,
        last_measured_at timestamptz NOT NULL,
        CONSTRAINT pk_measured_places PRIMARY KEY (employer_id, area),
        CONSTRAINT fk_measured_places_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE
      );

      ALTER TABLE measured_places ENABLE ROW LEVEL SECURITY;
      CREATE POLICY measured_places_system ON measured_places USING ((SELECT padan_is_system()));
      CREATE POLICY measured_places_employer ON measured_places
        USING (employer_id = ANY ((SELECT padan_employer_ids())::uuid[]));
      GRANT SELECT, INSERT, UPDATE, DELETE ON measured_places TO padan_app;

      ${choosePlaces}
    `);
    // What stands already goes by the same rule, the public ones first; invented people need none.
    await queryRunner.query(`
      SELECT padan_choose_places(array_agg(id ORDER BY state = 'PUBLISHED' DESC, number), now(), 3, '90 days')
      FROM vacancies WHERE NOT is_demo
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION padan_choose_places(uuid[], timestamptz, integer, interval);
      DROP TABLE measured_places;
      ALTER TABLE vacancies DROP COLUMN measures_regencies;
    `);
  }
}

/**
 * Decides, in the order given, how each vacancy measures: between districts where all its places are, or still can
 * be, among the few that its employer measures from.
 *
 * A place is free again when nothing measures from it and nothing did for the time that counts; closed vacancies,
 * which still can be ranked, then measure between regencies. The first 8 characters of a code are its district.
 */
const choosePlaces = `
  CREATE FUNCTION padan_choose_places(vacancy_ids uuid[], at timestamptz, most integer, counted interval)
    RETURNS void LANGUAGE plpgsql SET search_path = public AS $$
    DECLARE
      one record;
      freed text[];
      missing text[];
      taken integer;
      fits boolean;
    BEGIN
      -- One at a time for each employer, always in the same order.
      PERFORM pg_advisory_xact_lock(hashtextextended(known.employer_id::text, 1))
      FROM (SELECT DISTINCT employer_id FROM vacancies WHERE id = ANY (vacancy_ids) ORDER BY employer_id) known;

      FOR one IN
        SELECT v.id, v.employer_id, ARRAY(
          SELECT DISTINCT left(region_code, 8) FROM vacancy_regions
          WHERE vacancy_id = v.id AND region_code <> 'ID') AS areas
        FROM unnest(vacancy_ids) WITH ORDINALITY AS asked (id, place) JOIN vacancies v ON v.id = asked.id
        WHERE NOT v.is_remote
        ORDER BY asked.place
      LOOP
        WITH gone AS (
          DELETE FROM measured_places place
          WHERE place.employer_id = one.employer_id AND place.area <> ALL (one.areas)
            AND place.last_measured_at <= at - counted
            AND NOT EXISTS (
              SELECT FROM vacancies v JOIN vacancy_regions region ON region.vacancy_id = v.id
              WHERE v.employer_id = one.employer_id AND v.id <> one.id AND NOT v.measures_regencies
                AND NOT v.is_remote AND left(region.region_code, 8) = place.area
                AND (v.state NOT IN ('FILLED', 'CLOSED', 'EXPIRED', 'REJECTED') OR v.updated_at > at - counted))
          RETURNING area)
        SELECT coalesce(array_agg(area), '{}') INTO freed FROM gone;

        IF cardinality(freed) > 0 THEN
          UPDATE vacancies v SET measures_regencies = true
          WHERE v.employer_id = one.employer_id AND v.id <> one.id AND NOT v.measures_regencies AND EXISTS (
            SELECT FROM vacancy_regions WHERE vacancy_id = v.id AND left(region_code, 8) = ANY (freed));
        END IF;

        SELECT count(*) INTO taken FROM measured_places WHERE employer_id = one.employer_id;
        missing := ARRAY(
          SELECT unnest(one.areas) EXCEPT SELECT area FROM measured_places WHERE employer_id = one.employer_id);

        fits := cardinality(missing) = 0 OR taken + cardinality(missing) <= most;
        IF fits THEN
          INSERT INTO measured_places (employer_id, area, last_measured_at)
          SELECT one.employer_id, area, at FROM unnest(missing) AS area;
        END IF;
        UPDATE vacancies SET measures_regencies = NOT fits WHERE id = one.id AND measures_regencies = fits;
      END LOOP;
    END $$;
`;
