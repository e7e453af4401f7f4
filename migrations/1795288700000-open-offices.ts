import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who works at a labour office and for which area; the words that nobody understood, and those that officers explained. */
export class OpenOffices1795288700000 implements MigrationInterface {
  name = 'OpenOffices1795288700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(offices);
    await queryRunner.query(terms);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      REVOKE UPDATE (aliases, version) ON competencies, occupations FROM padan_app;
      DROP TABLE term_mappings;
      REVOKE DELETE ON unresolved_terms FROM padan_app;
      DROP POLICY unresolved_terms_office ON unresolved_terms;
      DROP POLICY unresolved_terms_system ON unresolved_terms;
      ALTER TABLE unresolved_terms DISABLE ROW LEVEL SECURITY;
      ALTER TABLE unresolved_terms DROP COLUMN first_seen_at;
      DROP FUNCTION padan_office_regions();
      DROP TABLE office_memberships;
    `);
  }
}

const offices = `
  CREATE TABLE office_memberships (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    account_id uuid NOT NULL,
    region_code text NOT NULL,
    role text NOT NULL,
    starts_at timestamptz NOT NULL DEFAULT now(),
    ends_at timestamptz,
    CONSTRAINT pk_office_memberships PRIMARY KEY (id),
    CONSTRAINT ck_office_memberships_role CHECK (role IN ('OFFICER', 'ULD_OFFICER', 'AUDITOR')),
    CONSTRAINT fk_office_memberships_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
    CONSTRAINT fk_office_memberships_region_code FOREIGN KEY (region_code) REFERENCES regions(code) ON DELETE RESTRICT
  );
  CREATE INDEX ix_office_memberships_account_id ON office_memberships (account_id);
  ALTER TABLE office_memberships ENABLE ROW LEVEL SECURITY;
  CREATE POLICY office_memberships_system ON office_memberships USING ((SELECT padan_is_system()));
  CREATE POLICY office_memberships_self ON office_memberships FOR SELECT
    USING (account_id = (SELECT padan_actor_id('account')));
  GRANT SELECT, INSERT, UPDATE, DELETE ON office_memberships TO padan_app;

  -- The areas whose office the signed-in account works for now; each stands for everything inside it.
  CREATE FUNCTION padan_office_regions() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE
    RETURN ARRAY(
      SELECT region_code FROM office_memberships
      WHERE account_id = padan_actor_id('account')
        AND starts_at <= now() AND (ends_at IS NULL OR now() < ends_at)
    );
`;

const terms = `
  ALTER TABLE unresolved_terms ADD COLUMN first_seen_at timestamptz NOT NULL DEFAULT now();
  ALTER TABLE unresolved_terms ENABLE ROW LEVEL SECURITY;
  CREATE POLICY unresolved_terms_system ON unresolved_terms USING ((SELECT padan_is_system()));
  CREATE POLICY unresolved_terms_office ON unresolved_terms
    USING (cardinality((SELECT padan_office_regions())) > 0);
  GRANT DELETE ON unresolved_terms TO padan_app;

  CREATE TABLE term_mappings (
    revision integer GENERATED ALWAYS AS IDENTITY,
    term text NOT NULL,
    concept_type text NOT NULL,
    concept_id text NOT NULL,
    mapped_by uuid,
    mapped_at timestamptz NOT NULL,
    CONSTRAINT pk_term_mappings PRIMARY KEY (revision),
    CONSTRAINT uq_term_mappings_term_concept_type UNIQUE (term, concept_type),
    CONSTRAINT ck_term_mappings_concept_type CHECK (concept_type IN ('COMPETENCY', 'OCCUPATION')),
    CONSTRAINT fk_term_mappings_mapped_by FOREIGN KEY (mapped_by) REFERENCES accounts(id) ON DELETE SET NULL
  );
  ALTER TABLE term_mappings ENABLE ROW LEVEL SECURITY;
  CREATE POLICY term_mappings_system ON term_mappings USING ((SELECT padan_is_system()));
  -- Every reader of texts needs the words; who mapped them is nobody's business but the office's.
  CREATE POLICY term_mappings_words ON term_mappings FOR SELECT USING (true);
  CREATE POLICY term_mappings_office ON term_mappings FOR INSERT WITH CHECK (
    mapped_by = (SELECT padan_actor_id('account')) AND cardinality((SELECT padan_office_regions())) > 0
  );
  GRANT SELECT (revision, term, concept_type, concept_id), INSERT ON term_mappings TO padan_app;

  -- The words of a concept and nothing else of it.
  GRANT UPDATE (aliases, version) ON competencies, occupations TO padan_app;
`;
