import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people agreed to, and when they took it back: `candidates.matching_consent_at` is what follows from it. */
export class KeepConsents1795291300000 implements MigrationInterface {
  name = 'KeepConsents1795291300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE consents (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        candidate_id uuid NOT NULL,
        purpose text NOT NULL,
        employer_id uuid,
        vacancy_id uuid,
        text_version text NOT NULL,
        granted_at timestamptz NOT NULL,
        expires_at timestamptz,
        withdrawn_at timestamptz,
        channel text NOT NULL,
        recorded_by uuid,
        CONSTRAINT pk_consents PRIMARY KEY (id),
        CONSTRAINT fk_consents_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE,
        CONSTRAINT fk_consents_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
        CONSTRAINT fk_consents_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE,
        CONSTRAINT fk_consents_recorded_by FOREIGN KEY (recorded_by) REFERENCES accounts(id) ON DELETE SET NULL,
        CONSTRAINT ck_consents_purpose CHECK (purpose IN ('MATCHING', 'SHARE_WITH_EMPLOYER', 'RESERVED_LIST', 'SHARE_ACCOMMODATIONS', 'STATISTICS', 'CREDIT_REFERRAL', 'TRAINING_REFERRAL')),
        CONSTRAINT ck_consents_channel CHECK (channel IN ('SELF', 'OFFICE', 'VOICE', 'FACILITATOR', 'IMPORT', 'LEGACY', 'DEMO')),
        CONSTRAINT ck_consents_scope CHECK ((employer_id IS NOT NULL) = (purpose IN ('SHARE_WITH_EMPLOYER', 'SHARE_ACCOMMODATIONS')) AND (vacancy_id IS NULL OR employer_id IS NOT NULL)),
        CONSTRAINT ck_consents_expires_at CHECK (expires_at IS NULL OR (expires_at > granted_at AND purpose <> 'MATCHING')),
        CONSTRAINT ck_consents_withdrawn_at CHECK (withdrawn_at >= granted_at)
      );
      CREATE INDEX ix_consents_candidate_id_granted_at ON consents (candidate_id, granted_at);
      CREATE INDEX ix_consents_employer_id ON consents (employer_id);
      CREATE INDEX ix_consents_vacancy_id ON consents (vacancy_id);
      CREATE INDEX ix_consents_recorded_by ON consents (recorded_by);
    `);
    await queryRunner.query(rights);
    await queryRunner.query(earlierConsents);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP POLICY idempotency_keys_candidate ON idempotency_keys');
    await queryRunner.query('DROP TABLE consents');
  }
}

const rights = `
  ALTER TABLE consents ENABLE ROW LEVEL SECURITY;
  CREATE POLICY consents_system ON consents USING ((SELECT padan_is_system()));
  CREATE POLICY consents_self ON consents
    USING (candidate_id = (SELECT padan_actor_id('candidate')));
  CREATE POLICY consents_employer ON consents FOR SELECT
    USING (employer_id = ANY ((SELECT padan_employer_ids())::uuid[]));
  -- A consent is never rewritten: it ends, and goes with the person.
  GRANT SELECT, INSERT, UPDATE (withdrawn_at) ON consents TO padan_app;

  -- Who acts as the person behind an account repeats attempts as the account does.
  CREATE POLICY idempotency_keys_candidate ON idempotency_keys
    USING (account_id = (
      SELECT c.account_id FROM candidates c WHERE c.id = (SELECT padan_actor_id('candidate'))
    ));
`;

const earlierConsents = `
  INSERT INTO consents (candidate_id, purpose, text_version, granted_at, channel)
  SELECT id, 'MATCHING', '0', matching_consent_at, CASE WHEN is_demo THEN 'DEMO' ELSE 'LEGACY' END
  FROM candidates WHERE matching_consent_at IS NOT NULL
`;
