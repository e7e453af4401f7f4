import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What anybody reports of an ad that they take for a fraud, and what the office found. */
export class HearOfFraud1795292500000 implements MigrationInterface {
  name = 'HearOfFraud1795292500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(reports);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE fraud_reports;
      DROP FUNCTION padan_hears_fraud(text, text[]);
    `);
  }
}

const reports = `
  -- Nothing tells who reported: no account, no address, no way to answer.
  CREATE TABLE fraud_reports (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    receipt text NOT NULL,
    state text NOT NULL DEFAULT 'NEW',
    verify_code text,
    url text,
    text text NOT NULL,
    vacancy_id uuid,
    region_code text,
    filed_at timestamptz NOT NULL,
    decided_at timestamptz,
    decided_by uuid,
    note text,
    CONSTRAINT pk_fraud_reports PRIMARY KEY (id),
    CONSTRAINT uq_fraud_reports_receipt UNIQUE (receipt),
    CONSTRAINT fk_fraud_reports_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE SET NULL,
    CONSTRAINT fk_fraud_reports_decided_by FOREIGN KEY (decided_by) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT ck_fraud_reports_state CHECK (state IN ('NEW', 'CONFIRMED', 'UNFOUNDED')),
    CONSTRAINT ck_fraud_reports_decided_at CHECK ((state = 'NEW') = (decided_at IS NULL)),
    CONSTRAINT ck_fraud_reports_note CHECK ((state = 'NEW') = (note IS NULL))
  );
  CREATE INDEX ix_fraud_reports_state_filed_at_id ON fraud_reports (state, filed_at, id);
  CREATE INDEX ix_fraud_reports_vacancy_id ON fraud_reports (vacancy_id);
  CREATE INDEX ix_fraud_reports_decided_by ON fraud_reports (decided_by);

  -- Whether the signed-in account works in one of these roles for the office of the region; a report of no region is every office's.
  CREATE FUNCTION padan_hears_fraud(code text, roles text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
    RETURN EXISTS (
      SELECT FROM unnest(padan_office_regions(roles)) AS own
      WHERE code IS NULL OR own = 'ID' OR code = own OR starts_with(code, own || '.')
    );

  ALTER TABLE fraud_reports ENABLE ROW LEVEL SECURITY;
  CREATE POLICY fraud_reports_system ON fraud_reports USING ((SELECT padan_is_system()));
  CREATE POLICY fraud_reports_read ON fraud_reports FOR SELECT
    USING (padan_hears_fraud(region_code, ARRAY['OFFICER', 'AUDITOR']));
  CREATE POLICY fraud_reports_decide ON fraud_reports FOR UPDATE
    USING (padan_hears_fraud(region_code, ARRAY['OFFICER']));
  -- What somebody wrote is never changed.
  GRANT SELECT, INSERT, UPDATE (state, decided_at, decided_by, note) ON fraud_reports TO padan_app;
`;
