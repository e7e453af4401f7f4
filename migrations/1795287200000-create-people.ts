import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts and job seekers: the personal tables. */
export class CreatePeople1795287200000 implements MigrationInterface {
  name = 'CreatePeople1795287200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE accounts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        issuer text NOT NULL,
        subject text NOT NULL,
        display_name text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_accounts PRIMARY KEY (id),
        CONSTRAINT uq_accounts_issuer_subject UNIQUE (issuer, subject)
      );

      CREATE TABLE candidates (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        number serial NOT NULL,
        account_id uuid,
        status text NOT NULL DEFAULT 'DRAFT',
        full_name text NOT NULL,
        phone text,
        email text,
        birth_date date,
        gender text,
        address text,
        region_code text,
        identity_region_code text,
        willing_region_codes text[] NOT NULL DEFAULT '{}',
        education text,
        employment_types text[] NOT NULL DEFAULT '{}',
        available_from date,
        expected_wage bigint,
        matching_consent_at timestamptz,
        confirmed_on date NOT NULL,
        tie_salt bigint NOT NULL DEFAULT floor((random() * '4294967296')),
        is_demo boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_candidates PRIMARY KEY (id),
        CONSTRAINT uq_candidates_number UNIQUE (number),
        CONSTRAINT ck_candidates_willing_region_codes CHECK (cardinality(willing_region_codes) <= 5),
        CONSTRAINT ck_candidates_gender CHECK (gender IN ('FEMALE', 'MALE')),
        CONSTRAINT ck_candidates_education CHECK (education IN ('NO_SCHOOL', 'SD_UNFINISHED', 'SD', 'SMP', 'SMA', 'SMK', 'D1', 'D2', 'D3', 'D4', 'S1', 'PROFESSION', 'S2', 'SPECIALIST', 'S3')),
        CONSTRAINT ck_candidates_status CHECK (status IN ('DRAFT', 'ACTIVE', 'DORMANT', 'PLACED', 'ERASED')),
        CONSTRAINT fk_candidates_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
        CONSTRAINT fk_candidates_region_code FOREIGN KEY (region_code) REFERENCES regions(code) ON DELETE RESTRICT
      );
      CREATE INDEX ix_candidates_account_id ON candidates (account_id);
      CREATE INDEX ix_candidates_status ON candidates (status);
      CREATE INDEX ix_candidates_region_code ON candidates (region_code);

      CREATE TABLE candidate_competencies (
        candidate_id uuid NOT NULL,
        competency_id text NOT NULL,
        level smallint NOT NULL,
        evidence text NOT NULL DEFAULT 'SELF_DECLARED',
        years_used smallint,
        last_used_on date,
        CONSTRAINT pk_candidate_competencies PRIMARY KEY (candidate_id, competency_id),
        CONSTRAINT ck_candidate_competencies_evidence CHECK (evidence IN ('SELF_DECLARED', 'FACILITATOR_CONFIRMED', 'EMPLOYER_CONFIRMED', 'TESTED', 'CERTIFIED')),
        CONSTRAINT ck_candidate_competencies_level CHECK (level BETWEEN 1 AND 5),
        CONSTRAINT fk_candidate_competencies_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE,
        CONSTRAINT fk_candidate_competencies_competency_id FOREIGN KEY (competency_id) REFERENCES competencies(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_candidate_competencies_competency_id ON candidate_competencies (competency_id);

      CREATE TABLE work_experiences (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        candidate_id uuid NOT NULL,
        title text NOT NULL,
        occupation_id text,
        employer_name text,
        started_on date NOT NULL,
        ended_on date,
        CONSTRAINT pk_work_experiences PRIMARY KEY (id),
        CONSTRAINT ck_work_experiences_period CHECK (ended_on >= started_on),
        CONSTRAINT fk_work_experiences_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE,
        CONSTRAINT fk_work_experiences_occupation_id FOREIGN KEY (occupation_id) REFERENCES occupations(id) ON DELETE RESTRICT
      );
      CREATE INDEX ix_work_experiences_candidate_id ON work_experiences (candidate_id);

      CREATE TABLE candidate_handles (
        organisation_id uuid NOT NULL,
        handle text NOT NULL,
        candidate_id uuid NOT NULL,
        first_shown_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_candidate_handles PRIMARY KEY (organisation_id, handle),
        CONSTRAINT uq_candidate_handles_organisation_id_candidate_id UNIQUE (organisation_id, candidate_id),
        CONSTRAINT fk_candidate_handles_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_candidate_handles_candidate_id ON candidate_handles (candidate_id);

      GRANT SELECT, INSERT, UPDATE, DELETE ON accounts, candidates, candidate_competencies, work_experiences, candidate_handles TO padan_app;
      GRANT USAGE ON SEQUENCE candidates_number_seq TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE candidate_handles, work_experiences, candidate_competencies, candidates, accounts;
    `);
  }
}
