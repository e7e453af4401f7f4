import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Invitations and applications with their history, and who read who a person is. */
export class KeepContacts1795291310000 implements MigrationInterface {
  name = 'KeepContacts1795291310000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(contacts);
    await queryRunner.query(disclosures);
    await queryRunner.query(rights);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE disclosures, application_messages, contact_steps, contacts',
    );
  }
}

const contacts = `
  CREATE TABLE contacts (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    candidate_id uuid NOT NULL,
    vacancy_id uuid NOT NULL,
    employer_id uuid NOT NULL,
    state text NOT NULL,
    invited_at timestamptz,
    invited_by uuid,
    invitation_message text,
    invitation_expires_at timestamptz,
    applied_at timestamptz,
    application_state text,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    CONSTRAINT pk_contacts PRIMARY KEY (id),
    CONSTRAINT uq_contacts_candidate_id_vacancy_id UNIQUE (candidate_id, vacancy_id),
    CONSTRAINT fk_contacts_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE,
    CONSTRAINT fk_contacts_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE,
    CONSTRAINT fk_contacts_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
    CONSTRAINT fk_contacts_invited_by FOREIGN KEY (invited_by) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT ck_contacts_state CHECK (state IN ('NOT_REQUESTED', 'INVITED', 'CONSENTED', 'DECLINED', 'EXPIRED')),
    CONSTRAINT ck_contacts_application_state CHECK (application_state IN ('SUBMITTED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT ck_contacts_invitation CHECK ((invited_at IS NULL) = (invitation_message IS NULL) AND (invited_at IS NULL) = (invitation_expires_at IS NULL)),
    CONSTRAINT ck_contacts_application CHECK ((applied_at IS NULL) = (application_state IS NULL))
  );
  CREATE INDEX ix_contacts_vacancy_id_applied_at ON contacts (vacancy_id, applied_at);
  CREATE INDEX ix_contacts_employer_id ON contacts (employer_id);
  CREATE INDEX ix_contacts_invited_by ON contacts (invited_by);

  CREATE TABLE contact_steps (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    contact_id uuid NOT NULL,
    event text,
    state text NOT NULL,
    application_state text,
    by_kind text NOT NULL,
    reason text,
    at timestamptz NOT NULL,
    CONSTRAINT pk_contact_steps PRIMARY KEY (id),
    CONSTRAINT fk_contact_steps_contact_id FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
    CONSTRAINT ck_contact_steps_event CHECK (event IN ('INVITE', 'ACCEPT', 'DECLINE', 'EXPIRE', 'APPLY', 'WITHDRAW')),
    CONSTRAINT ck_contact_steps_state CHECK (state IN ('NOT_REQUESTED', 'INVITED', 'CONSENTED', 'DECLINED', 'EXPIRED')),
    CONSTRAINT ck_contact_steps_application_state CHECK (application_state IN ('SUBMITTED', 'VIEWED', 'SHORTLISTED', 'INTERVIEW', 'OFFERED', 'HIRED', 'DECLINED', 'WITHDRAWN')),
    CONSTRAINT ck_contact_steps_by_kind CHECK (by_kind IN ('CANDIDATE', 'EMPLOYER', 'RECRUITER', 'OFFICER'))
  );
  CREATE INDEX ix_contact_steps_contact_id_id ON contact_steps (contact_id, id);

  CREATE TABLE application_messages (
    contact_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    body text NOT NULL,
    CONSTRAINT pk_application_messages PRIMARY KEY (contact_id),
    CONSTRAINT fk_application_messages_contact_id FOREIGN KEY (contact_id) REFERENCES contacts(id) ON DELETE CASCADE,
    CONSTRAINT fk_application_messages_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_application_messages_candidate_id ON application_messages (candidate_id);
`;

const disclosures = `
  CREATE TABLE disclosures (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    candidate_id uuid NOT NULL,
    actor_kind text NOT NULL,
    account_id uuid,
    employer_id uuid,
    fields text[] NOT NULL,
    purpose text NOT NULL,
    vacancy_id uuid,
    at timestamptz NOT NULL,
    CONSTRAINT pk_disclosures PRIMARY KEY (id),
    CONSTRAINT fk_disclosures_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE,
    CONSTRAINT fk_disclosures_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT fk_disclosures_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE SET NULL,
    CONSTRAINT fk_disclosures_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE SET NULL,
    CONSTRAINT ck_disclosures_actor_kind CHECK (actor_kind IN ('CANDIDATE', 'EMPLOYER', 'RECRUITER', 'OFFICER'))
  );
  CREATE INDEX ix_disclosures_candidate_id_id ON disclosures (candidate_id, id);
  CREATE INDEX ix_disclosures_account_id ON disclosures (account_id);
  CREATE INDEX ix_disclosures_employer_id ON disclosures (employer_id);
  CREATE INDEX ix_disclosures_vacancy_id ON disclosures (vacancy_id);
`;

const rights = `
  ${['contacts', 'contact_steps', 'application_messages', 'disclosures']
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_system ON ${table} USING ((SELECT padan_is_system()));`,
    )
    .join('')}

  CREATE POLICY contacts_self ON contacts
    USING (candidate_id = (SELECT padan_actor_id('candidate')));
  CREATE POLICY contacts_employer ON contacts
    USING (employer_id = ANY ((SELECT padan_employer_ids())::uuid[]));
  -- The steps of a contact are seen and added to by whoever sees the contact.
  CREATE POLICY contact_steps_visible ON contact_steps
    USING ((SELECT true FROM contacts c WHERE c.id = contact_id));
  -- Only the person reads it again; an employer is told it as it is told the name.
  CREATE POLICY application_messages_self ON application_messages
    USING (candidate_id = (SELECT padan_actor_id('candidate')));
  CREATE POLICY disclosures_self ON disclosures FOR SELECT
    USING (candidate_id = (SELECT padan_actor_id('candidate')));

  GRANT SELECT, INSERT, UPDATE ON contacts TO padan_app;
  GRANT SELECT, INSERT ON contact_steps, disclosures TO padan_app;
  GRANT SELECT, INSERT, UPDATE, DELETE ON application_messages TO padan_app;
`;
