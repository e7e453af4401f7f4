import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where people and employers of the office's own books came from, and by what they are found again. */
export class TakeInBooks1795292100000 implements MigrationInterface {
  name = 'TakeInBooks1795292100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(people);
    await queryRunner.query(employers);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP POLICY employer_registrations_registrant ON employer_registrations;
      DROP TABLE employer_book_entries, candidate_origins;
      DROP INDEX ix_candidates_phone, ix_candidates_email;
    `);
  }
}

const people = `
  CREATE INDEX ix_candidates_phone ON candidates (phone) WHERE phone IS NOT NULL;
  CREATE INDEX ix_candidates_email ON candidates (email) WHERE email IS NOT NULL;

  CREATE TABLE candidate_origins (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    candidate_id uuid NOT NULL,
    channel text NOT NULL,
    source_name text NOT NULL,
    row_key bytea NOT NULL,
    content_hash bytea NOT NULL,
    file_digest bytea NOT NULL,
    row_number integer NOT NULL,
    phone_hash bytea,
    email_hash bytea,
    words text,
    is_created boolean NOT NULL,
    imported_at timestamptz NOT NULL,
    claimed_at timestamptz,
    failed_claims integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_candidate_origins PRIMARY KEY (id),
    CONSTRAINT uq_candidate_origins_source_name_row_key UNIQUE (source_name, row_key),
    CONSTRAINT ck_candidate_origins_channel CHECK (channel IN ('OFFICE_BOOK')),
    CONSTRAINT fk_candidate_origins_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_candidate_origins_candidate_id ON candidate_origins (candidate_id);
  CREATE INDEX ix_candidate_origins_phone_hash ON candidate_origins (phone_hash);
  CREATE INDEX ix_candidate_origins_email_hash ON candidate_origins (email_hash);
  ALTER TABLE candidate_origins ENABLE ROW LEVEL SECURITY;
  CREATE POLICY candidate_origins_system ON candidate_origins USING ((SELECT padan_is_system()));
  CREATE POLICY candidate_origins_self ON candidate_origins FOR SELECT
    USING (candidate_id = (SELECT padan_actor_id('candidate')));
  GRANT SELECT, INSERT, UPDATE, DELETE ON candidate_origins TO padan_app;
`;

const employers = `
  CREATE TABLE employer_book_entries (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    employer_id uuid NOT NULL,
    source_name text NOT NULL,
    row_key bytea NOT NULL,
    content_hash bytea NOT NULL,
    file_digest bytea NOT NULL,
    row_number integer NOT NULL,
    business_id_number text,
    industry text,
    address text,
    contact_name text,
    phone text,
    email text,
    is_created boolean NOT NULL,
    imported_at timestamptz NOT NULL,
    CONSTRAINT pk_employer_book_entries PRIMARY KEY (id),
    CONSTRAINT uq_employer_book_entries_source_name_row_key UNIQUE (source_name, row_key),
    CONSTRAINT fk_employer_book_entries_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_employer_book_entries_employer_id ON employer_book_entries (employer_id);
  CREATE INDEX ix_employer_book_entries_business_id_number ON employer_book_entries (business_id_number);
  ALTER TABLE employer_book_entries ENABLE ROW LEVEL SECURITY;
  CREATE POLICY employer_book_entries_system ON employer_book_entries USING ((SELECT padan_is_system()));
  CREATE POLICY employer_book_entries_office ON employer_book_entries FOR SELECT
    USING (padan_office_covers((SELECT e.region_code FROM employers e WHERE e.id = employer_id)));
  GRANT SELECT, INSERT, UPDATE, DELETE ON employer_book_entries TO padan_app;

  -- Who claims an employer of the book acts for it after the office's decision, and reads until then how that stands.
  CREATE POLICY employer_registrations_registrant ON employer_registrations FOR SELECT
    USING (registered_by = (SELECT padan_actor_id('account')));
`;
