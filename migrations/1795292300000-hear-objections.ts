import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Objections of people to how a ranking treated them, and how many there were, which stays when a person goes. */
export class HearObjections1795292300000 implements MigrationInterface {
  name = 'HearObjections1795292300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(objections);
    await queryRunner.query(counts);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE objections, objection_counts;
      DROP FUNCTION padan_count_objection();
    `);
  }
}

const objections = `
  CREATE TABLE objections (
    id uuid NOT NULL DEFAULT gen_random_uuid(),
    candidate_id uuid NOT NULL,
    vacancy_id uuid NOT NULL,
    snapshot_id uuid,
    state text NOT NULL,
    reason text NOT NULL,
    filed_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    taken_at timestamptz,
    taken_by uuid,
    ended_at timestamptz,
    decided_by uuid,
    decision text,
    remedies text[] NOT NULL DEFAULT '{}',
    CONSTRAINT pk_objections PRIMARY KEY (id),
    CONSTRAINT fk_objections_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE,
    CONSTRAINT fk_objections_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE,
    CONSTRAINT fk_objections_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES ranking_snapshots(id) ON DELETE SET NULL,
    CONSTRAINT fk_objections_taken_by FOREIGN KEY (taken_by) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT fk_objections_decided_by FOREIGN KEY (decided_by) REFERENCES accounts(id) ON DELETE SET NULL,
    CONSTRAINT ck_objections_state CHECK (state IN ('FILED', 'IN_REVIEW', 'UPHELD', 'REJECTED', 'WITHDRAWN')),
    CONSTRAINT ck_objections_remedies_known CHECK (remedies <@ ARRAY['DATA_MENDED', 'EMPLOYER_TOLD', 'RULES_REPORTED']),
    CONSTRAINT ck_objections_due_at CHECK (due_at > filed_at),
    CONSTRAINT ck_objections_taken_at CHECK (state <> 'IN_REVIEW' OR taken_at IS NOT NULL),
    CONSTRAINT ck_objections_ended_at CHECK ((state IN ('FILED', 'IN_REVIEW')) = (ended_at IS NULL)),
    CONSTRAINT ck_objections_decision CHECK ((state IN ('UPHELD', 'REJECTED')) = (decision IS NOT NULL)),
    CONSTRAINT ck_objections_remedies CHECK ((state = 'UPHELD') = (cardinality(remedies) > 0))
  );
  CREATE UNIQUE INDEX uq_objections_open ON objections (candidate_id, vacancy_id) WHERE ended_at IS NULL;
  CREATE INDEX ix_objections_candidate_id_filed_at ON objections (candidate_id, filed_at);
  CREATE INDEX ix_objections_due_at ON objections (due_at, id) WHERE ended_at IS NULL;
  CREATE INDEX ix_objections_vacancy_id ON objections (vacancy_id);
  CREATE INDEX ix_objections_snapshot_id ON objections (snapshot_id);
  CREATE INDEX ix_objections_taken_by ON objections (taken_by);
  CREATE INDEX ix_objections_decided_by ON objections (decided_by);

  ALTER TABLE objections ENABLE ROW LEVEL SECURITY;
  CREATE POLICY objections_system ON objections USING ((SELECT padan_is_system()));
  -- Nobody decides about the own one.
  CREATE POLICY objections_self ON objections
    USING (candidate_id = (SELECT padan_actor_id('candidate')))
    WITH CHECK (candidate_id = (SELECT padan_actor_id('candidate')) AND state IN ('FILED', 'WITHDRAWN'));
  -- What somebody wrote and when it is due are never changed.
  GRANT SELECT, INSERT, UPDATE (state, taken_at, taken_by, ended_at, decided_by, decision, remedies)
    ON objections TO padan_app;
`;

const counts = `
  -- How many objections came to which state, by month (UTC) and regency or city of the person; ID where none is known.
  CREATE TABLE objection_counts (
    month date NOT NULL,
    region_code text NOT NULL,
    state text NOT NULL,
    count integer NOT NULL,
    CONSTRAINT pk_objection_counts PRIMARY KEY (month, region_code, state),
    CONSTRAINT ck_objection_counts_count CHECK (count > 0)
  );
  ALTER TABLE objection_counts ENABLE ROW LEVEL SECURITY;
  CREATE POLICY objection_counts_system ON objection_counts USING ((SELECT padan_is_system()));
  CREATE POLICY objection_counts_office ON objection_counts FOR SELECT USING (padan_office_covers(region_code));
  GRANT SELECT ON objection_counts TO padan_app;

  CREATE FUNCTION padan_count_objection() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      IF TG_OP = 'UPDATE' THEN
        IF NEW.state = OLD.state THEN RETURN NULL; END IF;
      END IF;
      INSERT INTO objection_counts (month, region_code, state, count)
      SELECT date_trunc('month', greatest(NEW.filed_at, NEW.taken_at, NEW.ended_at) AT TIME ZONE 'UTC')::date,
        coalesce(left(region_code, 5), 'ID'), NEW.state, 1
      FROM candidates WHERE id = NEW.candidate_id
      ON CONFLICT (month, region_code, state) DO UPDATE SET count = objection_counts.count + 1;
      RETURN NULL;
    END $$;
  CREATE TRIGGER tr_objections_count AFTER INSERT OR UPDATE OF state ON objections
    FOR EACH ROW EXECUTE FUNCTION padan_count_objection();
`;
