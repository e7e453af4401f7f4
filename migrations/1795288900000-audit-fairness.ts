import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Disability in a table of its own, and the one way in which protected attributes are read: as counts of groups, by a
 * function of the owner. The role of the service reads nobody's disability but for the person itself.
 */
export class AuditFairness1795288900000 implements MigrationInterface {
  name = 'AuditFairness1795288900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE disability_profiles (
        candidate_id uuid NOT NULL,
        kinds text[] NOT NULL,
        CONSTRAINT pk_disability_profiles PRIMARY KEY (candidate_id),
        CONSTRAINT ck_disability_profiles_kinds CHECK (kinds <@ ARRAY['PHYSICAL', 'INTELLECTUAL', 'MENTAL', 'SENSORY', 'MULTIPLE']),
        CONSTRAINT fk_disability_profiles_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
      );
      ALTER TABLE disability_profiles ENABLE ROW LEVEL SECURITY;
      CREATE POLICY disability_profiles_self ON disability_profiles
        USING (candidate_id = (SELECT padan_actor_id('candidate')));
      GRANT SELECT, INSERT, UPDATE, DELETE ON disability_profiles TO padan_app;

      -- Nothing of a person comes out: only how many there are. An account that works for no office gets no row.
      -- A district counts by name inside the office's areas; who is gone or said nothing is UNKNOWN.
      CREATE FUNCTION padan_group_counts(attribute text, on_day date, people integer[], considered integer[], selected integer[])
        RETURNS TABLE ("group" text, considered bigint, selected bigint, people bigint, people_selected bigint, people_rejected bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
        AS $$
          WITH office AS (SELECT padan_office_regions() AS regions)
          SELECT g.name, sum(p.considered), sum(p.selected), count(*),
            count(*) FILTER (WHERE p.selected > 0), count(*) FILTER (WHERE p.selected < p.considered)
          FROM unnest($3, $4, $5) AS p(number, considered, selected)
          LEFT JOIN candidates c ON c.number = p.number
          LEFT JOIN disability_profiles d ON d.candidate_id = c.id
          CROSS JOIN office
          CROSS JOIN LATERAL (SELECT extract(year FROM age($2, c.birth_date)) AS years, left(c.region_code, 8) AS district) f
          CROSS JOIN LATERAL (SELECT coalesce(CASE $1
            WHEN 'GENDER' THEN c.gender
            WHEN 'AGE_BAND' THEN CASE
              WHEN f.years < 25 THEN 'UNDER_25' WHEN f.years < 35 THEN '25_34' WHEN f.years < 45 THEN '35_44'
              WHEN f.years < 55 THEN '45_54' WHEN f.years >= 55 THEN '55_PLUS' END
            WHEN 'DISABILITY' THEN CASE
              WHEN cardinality(d.kinds) > 0 THEN 'YES' WHEN d.candidate_id IS NOT NULL THEN 'NO' END
            WHEN 'REGION' THEN CASE
              WHEN length(f.district) < 8 THEN NULL
              WHEN EXISTS (SELECT FROM unnest(office.regions) AS r(code)
                WHERE r.code = 'ID' OR f.district = r.code OR starts_with(f.district, r.code || '.')) THEN f.district
              WHEN f.district IS NOT NULL THEN 'ELSEWHERE' END
            END, 'UNKNOWN') AS name) g
          WHERE cardinality(office.regions) > 0
          GROUP BY g.name
        $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION padan_group_counts(text, date, integer[], integer[], integer[]);
      DROP TABLE disability_profiles;
    `);
  }
}
