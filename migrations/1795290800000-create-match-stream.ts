import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom each open vacancy's list holds, what entered and left it, and which installation says so. */
export class CreateMatchStream1795290800000 implements MigrationInterface {
  name = 'CreateMatchStream1795290800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(installation);
    await queryRunner.query(`
      CREATE TABLE match_lists (
        vacancy_id uuid NOT NULL,
        month integer NOT NULL,
        taxonomy_version integer NOT NULL,
        floor_score_bp integer,
        floor_verified integer,
        floor_month integer,
        floor_tie bigint,
        floor_person integer,
        burst_ends_at timestamptz,
        burst_count integer NOT NULL DEFAULT 0,
        pending_entered integer NOT NULL DEFAULT 0,
        pending_risen integer NOT NULL DEFAULT 0,
        pending_left integer NOT NULL DEFAULT 0,
        pending_cause text,
        CONSTRAINT pk_match_lists PRIMARY KEY (vacancy_id),
        CONSTRAINT fk_match_lists_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_match_lists_burst_ends_at ON match_lists (burst_ends_at) WHERE burst_ends_at IS NOT NULL;

      CREATE TABLE matches (
        vacancy_id uuid NOT NULL,
        candidate_id uuid NOT NULL,
        score_bp integer NOT NULL,
        verified integer NOT NULL,
        confirmed_month integer NOT NULL,
        tie bigint NOT NULL,
        person integer NOT NULL,
        verdict text NOT NULL,
        CONSTRAINT pk_matches PRIMARY KEY (vacancy_id, candidate_id),
        CONSTRAINT fk_matches_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES match_lists(vacancy_id) ON DELETE CASCADE
      );
      -- No reference to candidates: whoever was deleted stays until the matcher knows whose place is free.
      CREATE INDEX ix_matches_candidate_id ON matches (candidate_id);

      CREATE TABLE match_events (
        seq bigint NOT NULL,
        change_seq bigint NOT NULL,
        employer_id uuid NOT NULL,
        vacancy_id uuid NOT NULL,
        candidate_id uuid,
        kind text NOT NULL,
        cause text NOT NULL,
        verdict text,
        score_bp integer,
        rank integer,
        entered integer NOT NULL DEFAULT 0,
        risen integer NOT NULL DEFAULT 0,
        "left" integer NOT NULL DEFAULT 0,
        node_id text NOT NULL DEFAULT padan_node_id(),
        at timestamptz NOT NULL,
        CONSTRAINT pk_match_events PRIMARY KEY (seq),
        CONSTRAINT fk_match_events_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
        CONSTRAINT fk_match_events_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE,
        CONSTRAINT fk_match_events_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_match_events_employer_id_seq ON match_events (employer_id, seq);
      CREATE INDEX ix_match_events_vacancy_id_seq ON match_events (vacancy_id, seq);
      CREATE INDEX ix_match_events_candidate_id ON match_events (candidate_id);

      CREATE INDEX ix_outbox_aggregate_id_seq ON outbox (aggregate_id, seq);

      CREATE FUNCTION padan_announce_matches() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('padan_matches', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_match_events_announce AFTER INSERT ON match_events
        FOR EACH STATEMENT EXECUTE FUNCTION padan_announce_matches();
    `);
    for (const table of ['match_lists', 'matches', 'match_events']) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_system ON ${table} USING ((SELECT padan_is_system()));
      `);
    }
    await queryRunner.query(`
      GRANT SELECT, INSERT, UPDATE, DELETE ON match_lists, matches TO padan_app;
      -- Events are history: they are appended, and removed when they are old.
      GRANT SELECT, INSERT, DELETE ON match_events TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX ix_outbox_aggregate_id_seq;
      DROP TABLE match_events, matches, match_lists;
      DROP FUNCTION padan_announce_matches();
      ALTER TABLE outbox ALTER node_id SET DEFAULT 'local';
      DROP FUNCTION padan_node_id();
      DROP TABLE installations;
    `);
  }
}

/** One row: a random name that this database keeps, so that events of several installations can be told apart. */
const installation = `
  CREATE TABLE installations (
    is_own boolean NOT NULL DEFAULT true,
    node_id text NOT NULL,
    CONSTRAINT pk_installations PRIMARY KEY (is_own),
    CONSTRAINT ck_installations_is_own CHECK (is_own)
  );
  INSERT INTO installations (node_id) VALUES (gen_random_uuid()::text);
  GRANT SELECT ON installations TO padan_app;

  CREATE FUNCTION padan_node_id() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
    RETURN (SELECT node_id FROM installations);
  UPDATE outbox SET node_id = padan_node_id();
  ALTER TABLE outbox ALTER node_id SET DEFAULT padan_node_id();
`;
