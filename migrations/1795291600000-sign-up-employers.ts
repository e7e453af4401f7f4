import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How employers sign up, who decides, and by which codes others come to act for them. */
export class SignUpEmployers1795291600000 implements MigrationInterface {
  name = 'SignUpEmployers1795291600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(registrations);
    await queryRunner.query(invitations);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE member_invitations, employer_registrations;
      ALTER TABLE memberships DROP CONSTRAINT ck_memberships_licence, DROP COLUMN licence_number,
        DROP COLUMN licence_ends_on;
      DROP FUNCTION padan_office_covers(text);
    `);
  }
}

const registrations = `
  -- Whether the signed-in account works for an office to whose area this region belongs.
  CREATE FUNCTION padan_office_covers(code text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (
      SELECT FROM unnest(padan_office_regions()) AS own
      WHERE own = 'ID' OR code = own OR starts_with(code, own || '.')
    );

  CREATE TABLE employer_registrations (
    employer_id uuid NOT NULL,
    business_id_number text,
    registered_by uuid,
    registered_at timestamptz NOT NULL,
    decide_by timestamptz NOT NULL,
    visited_at timestamptz,
    visited_by uuid,
    decided_at timestamptz,
    decided_by uuid,
    reason text,
    CONSTRAINT pk_employer_registrations PRIMARY KEY (employer_id),
    CONSTRAINT fk_employer_registrations_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
    CONSTRAINT fk_employer_registrations_registered_by FOREIGN KEY (registered_by) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT fk_employer_registrations_visited_by FOREIGN KEY (visited_by) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT fk_employer_registrations_decided_by FOREIGN KEY (decided_by) REFERENCES accounts(id) ON DELETE SET NULL
  );
  CREATE INDEX ix_employer_registrations_business_id_number ON employer_registrations (business_id_number);
  CREATE INDEX ix_employer_registrations_registered_by ON employer_registrations (registered_by);
  CREATE INDEX ix_employer_registrations_decide_by ON employer_registrations (decide_by, employer_id) WHERE decided_at IS NULL;

  ALTER TABLE employer_registrations ENABLE ROW LEVEL SECURITY;
  CREATE POLICY employer_registrations_system ON employer_registrations USING ((SELECT padan_is_system()));
  CREATE POLICY employer_registrations_own ON employer_registrations FOR SELECT
    USING (employer_id = ANY ((SELECT padan_employer_ids())::uuid[]));
  CREATE POLICY employer_registrations_office ON employer_registrations
    USING (padan_office_covers((SELECT e.region_code FROM employers e WHERE e.id = employer_id)));
  GRANT SELECT, INSERT, UPDATE ON employer_registrations TO padan_app;
`;

const invitations = `
  -- A recruiter's mandate ends with the placement licence at the latest.
  ALTER TABLE memberships ADD COLUMN licence_number text, ADD COLUMN licence_ends_on date,
    ADD CONSTRAINT ck_memberships_licence CHECK ((licence_number IS NULL) = (licence_ends_on IS NULL));

  CREATE TABLE member_invitations (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    employer_id uuid NOT NULL,
    role text NOT NULL,
    code_hash bytea NOT NULL,
    licence_number text,
    licence_ends_on date,
    starts_at timestamptz NOT NULL,
    ends_at timestamptz,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    accepted_at timestamptz,
    CONSTRAINT pk_member_invitations PRIMARY KEY (id),
    CONSTRAINT uq_member_invitations_code_hash UNIQUE (code_hash),
    CONSTRAINT ck_member_invitations_role CHECK (role IN ('OWNER', 'STAFF', 'RECRUITER')),
    CONSTRAINT fk_member_invitations_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
    CONSTRAINT fk_member_invitations_created_by FOREIGN KEY (created_by) REFERENCES accounts(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_member_invitations_employer_id ON member_invitations (employer_id);
  CREATE INDEX ix_member_invitations_created_by ON member_invitations (created_by);

  ALTER TABLE member_invitations ENABLE ROW LEVEL SECURITY;
  CREATE POLICY member_invitations_system ON member_invitations USING ((SELECT padan_is_system()));
  GRANT SELECT, INSERT, UPDATE, DELETE ON member_invitations TO padan_app;
`;
