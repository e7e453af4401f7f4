import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Employers, who acts for them, and their vacancies. */
export class CreateDemand1795287300000 implements MigrationInterface {
  name = 'CreateDemand1795287300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE employers (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        sector text NOT NULL DEFAULT 'PRIVATE',
        region_code text,
        verification text NOT NULL DEFAULT 'UNVERIFIED',
        source_kind text NOT NULL DEFAULT 'EMPLOYER_DIRECT',
        source_name text,
        external_id text,
        is_demo boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_employers PRIMARY KEY (id),
        CONSTRAINT uq_employers_source_name_external_id UNIQUE (source_name, external_id),
        CONSTRAINT ck_employers_source_kind CHECK (source_kind IN ('EMPLOYER_DIRECT', 'OFFICE', 'PARTNER_PORTAL', 'NATIONAL_SYSTEM', 'NODE_SYNC', 'IMPORT')),
        CONSTRAINT ck_employers_verification CHECK (verification IN ('UNVERIFIED', 'PENDING', 'VERIFIED', 'SUSPENDED', 'REJECTED')),
        CONSTRAINT ck_employers_sector CHECK (sector IN ('GOVERNMENT', 'LOCAL_GOVERNMENT', 'BUMN', 'BUMD', 'PRIVATE')),
        CONSTRAINT fk_employers_region_code FOREIGN KEY (region_code) REFERENCES regions(code) ON DELETE RESTRICT
      );
      CREATE INDEX ix_employers_name ON employers (name);

      CREATE TABLE memberships (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        employer_id uuid NOT NULL,
        role text NOT NULL,
        starts_at timestamptz NOT NULL DEFAULT now(),
        ends_at timestamptz,
        CONSTRAINT pk_memberships PRIMARY KEY (id),
        CONSTRAINT ck_memberships_role CHECK (role IN ('OWNER', 'STAFF', 'RECRUITER')),
        CONSTRAINT fk_memberships_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
        CONSTRAINT fk_memberships_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_memberships_account_id ON memberships (account_id);
      CREATE INDEX ix_memberships_employer_id ON memberships (employer_id);

      CREATE TABLE vacancies (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        number serial NOT NULL,
        slug text NOT NULL,
        verify_code text NOT NULL,
        employer_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'DRAFT',
        title text NOT NULL,
        occupation_id text,
        description text NOT NULL,
        openings integer NOT NULL DEFAULT 1,
        filled integer NOT NULL DEFAULT 0,
        employment_type text,
        is_remote boolean NOT NULL DEFAULT false,
        wage_min bigint,
        wage_max bigint,
        wage_unit text,
        starts_on date,
        valid_through timestamptz NOT NULL,
        published_at timestamptz,
        last_confirmed_at timestamptz,
        closed_at timestamptz,
        closed_reason text,
        source_kind text NOT NULL DEFAULT 'EMPLOYER_DIRECT',
        source_name text,
        external_id text,
        content_hash text,
        occupation_matched_text text,
        occupation_confidence_bp integer,
        tie_salt bigint NOT NULL DEFAULT floor((random() * '4294967296')),
        is_demo boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_vacancies PRIMARY KEY (id),
        CONSTRAINT uq_vacancies_source_name_external_id UNIQUE (source_name, external_id),
        CONSTRAINT uq_vacancies_verify_code UNIQUE (verify_code),
        CONSTRAINT uq_vacancies_slug UNIQUE (slug),
        CONSTRAINT uq_vacancies_number UNIQUE (number),
        CONSTRAINT ck_vacancies_wage CHECK (wage_min <= wage_max AND wage_min >= 0),
        CONSTRAINT ck_vacancies_openings CHECK (openings BETWEEN 1 AND 10000 AND filled BETWEEN 0 AND openings),
        CONSTRAINT ck_vacancies_source_kind CHECK (source_kind IN ('EMPLOYER_DIRECT', 'OFFICE', 'PARTNER_PORTAL', 'NATIONAL_SYSTEM', 'NODE_SYNC', 'IMPORT')),
        CONSTRAINT ck_vacancies_closed_reason CHECK (closed_reason IN ('FILLED_HERE', 'FILLED_ELSEWHERE', 'CANCELLED', 'EXPIRED', 'STALE_UNCONFIRMED', 'LICENCE_LAPSED', 'FRAUD', 'DUPLICATE')),
        CONSTRAINT ck_vacancies_wage_unit CHECK (wage_unit IN ('HOUR', 'DAY', 'WEEK', 'MONTH', 'PIECE', 'PROJECT')),
        CONSTRAINT ck_vacancies_employment_type CHECK (employment_type IN ('PERMANENT', 'FIXED_TERM', 'DAILY', 'PART_TIME', 'FREELANCE', 'INTERNSHIP')),
        CONSTRAINT ck_vacancies_state CHECK (state IN ('DRAFT', 'PENDING_REVIEW', 'NEEDS_CORRECTION', 'PUBLISHED', 'PAUSED', 'STALE', 'FILLED', 'CLOSED', 'EXPIRED', 'REJECTED', 'SUSPENDED')),
        CONSTRAINT fk_vacancies_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE RESTRICT,
        CONSTRAINT fk_vacancies_occupation_id FOREIGN KEY (occupation_id) REFERENCES occupations(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_vacancies_employer_id ON vacancies (employer_id);
      CREATE INDEX ix_vacancies_occupation_id ON vacancies (occupation_id);
      CREATE INDEX ix_vacancies_state_published_at ON vacancies (state, published_at);

      CREATE TABLE vacancy_regions (
        vacancy_id uuid NOT NULL,
        region_code text NOT NULL,
        CONSTRAINT pk_vacancy_regions PRIMARY KEY (vacancy_id, region_code),
        CONSTRAINT fk_vacancy_regions_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE,
        CONSTRAINT fk_vacancy_regions_region_code FOREIGN KEY (region_code) REFERENCES regions(code) ON DELETE RESTRICT
      );
      CREATE INDEX ix_vacancy_regions_region_code ON vacancy_regions (region_code);

      CREATE TABLE requirements (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        vacancy_id uuid NOT NULL,
        position smallint NOT NULL,
        kind text NOT NULL,
        necessity text NOT NULL,
        weight_bp integer NOT NULL DEFAULT '10000',
        competency_id text,
        min_level smallint,
        education text,
        min_months smallint,
        origin text NOT NULL DEFAULT 'EMPLOYER',
        matched_text text,
        confidence_bp integer,
        CONSTRAINT pk_requirements PRIMARY KEY (id),
        CONSTRAINT uq_requirements_vacancy_id_position UNIQUE (vacancy_id, position),
        CONSTRAINT ck_requirements_value CHECK (CASE kind WHEN 'EDUCATION' THEN education IS NOT NULL WHEN 'EXPERIENCE' THEN min_months IS NOT NULL ELSE competency_id IS NOT NULL END),
        CONSTRAINT ck_requirements_weight_bp CHECK (weight_bp BETWEEN 5000 AND 20000),
        CONSTRAINT ck_requirements_education CHECK (education IN ('NO_SCHOOL', 'SD_UNFINISHED', 'SD', 'SMP', 'SMA', 'SMK', 'D1', 'D2', 'D3', 'D4', 'S1', 'PROFESSION', 'S2', 'SPECIALIST', 'S3')),
        CONSTRAINT ck_requirements_origin CHECK (origin IN ('EMPLOYER', 'EXPLICIT', 'INFERRED')),
        CONSTRAINT ck_requirements_necessity CHECK (necessity IN ('MUST', 'SHOULD', 'NICE')),
        CONSTRAINT ck_requirements_kind CHECK (kind IN ('COMPETENCY', 'LANGUAGE', 'LICENCE', 'EDUCATION', 'EXPERIENCE')),
        CONSTRAINT fk_requirements_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE,
        CONSTRAINT fk_requirements_competency_id FOREIGN KEY (competency_id) REFERENCES competencies(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_requirements_competency_id ON requirements (competency_id);

      CREATE TABLE idempotency_keys (
        account_id uuid NOT NULL,
        key text NOT NULL,
        operation text NOT NULL,
        body_hash text NOT NULL,
        result jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_idempotency_keys PRIMARY KEY (account_id, key)
      );
      CREATE INDEX ix_idempotency_keys_created_at ON idempotency_keys (created_at);

      GRANT SELECT, INSERT, UPDATE, DELETE ON employers, memberships, vacancies, vacancy_regions, requirements, idempotency_keys TO padan_app;
      GRANT USAGE ON SEQUENCE vacancies_number_seq TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE idempotency_keys, requirements, vacancy_regions, vacancies, memberships, employers;
    `);
  }
}
