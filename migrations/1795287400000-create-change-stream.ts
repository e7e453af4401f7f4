import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The outbox, its consumers, and the words that nobody understood. */
export class CreateChangeStream1795287400000 implements MigrationInterface {
  name = 'CreateChangeStream1795287400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE outbox (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        seq bigint,
        aggregate text NOT NULL,
        aggregate_id text NOT NULL,
        kind text NOT NULL,
        version integer NOT NULL,
        node_id text NOT NULL DEFAULT 'local',
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_outbox PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX ix_outbox_seq ON outbox (seq);
      CREATE INDEX ix_outbox_unsequenced ON outbox (id) WHERE seq IS NULL;

      CREATE TABLE consumer_cursors (
        name text NOT NULL,
        seq bigint NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_consumer_cursors PRIMARY KEY (name)
      );

      CREATE TABLE dead_letters (
        consumer text NOT NULL,
        aggregate text NOT NULL,
        aggregate_id text NOT NULL,
        seq bigint NOT NULL,
        reason text NOT NULL,
        attempts integer NOT NULL DEFAULT 1,
        at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_dead_letters PRIMARY KEY (consumer, aggregate, aggregate_id)
      );

      CREATE TABLE unresolved_terms (
        term text NOT NULL,
        concept_type text NOT NULL,
        origin text NOT NULL,
        count integer NOT NULL,
        last_seen_at timestamptz NOT NULL,
        CONSTRAINT pk_unresolved_terms PRIMARY KEY (term, concept_type, origin)
      );

      -- Wakes the sequencer, whoever wrote; PostgreSQL folds the notices of one transaction into one.
      CREATE FUNCTION padan_announce_outbox() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('padan_outbox', '');
        RETURN NULL;
      END $$;
      CREATE TRIGGER tr_outbox_announce AFTER INSERT ON outbox
        FOR EACH STATEMENT EXECUTE FUNCTION padan_announce_outbox();

      -- Events are history: the application appends them and the sequencer sets only their place.
      GRANT SELECT, INSERT, UPDATE (seq) ON outbox TO padan_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON consumer_cursors, dead_letters TO padan_app;
      GRANT SELECT, INSERT, UPDATE ON unresolved_terms TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE unresolved_terms, dead_letters, consumer_cursors, outbox;
      DROP FUNCTION padan_announce_outbox();
    `);
  }
}
