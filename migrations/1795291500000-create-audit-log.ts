import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people and officers did that must be answered for: entries that are only added to, sealed in a chain of batches. */
export class CreateAuditLog1795291500000 implements MigrationInterface {
  name = 'CreateAuditLog1795291500000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(tables);
    await queryRunner.query(pseudonyms);
    await queryRunner.query(rights);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit_seals, audit_unsealed, audit_entries;
      DROP FUNCTION padan_await_audit_seal();
      DROP FUNCTION padan_audit_pseudonym(text, text);
      DROP TABLE audit_keys;
    `);
  }
}

const tables = `
  CREATE TABLE audit_entries (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    at timestamptz NOT NULL DEFAULT clock_timestamp(),
    actor text NOT NULL,
    action text NOT NULL,
    subject_type text NOT NULL,
    subject_id text NOT NULL,
    detail jsonb NOT NULL DEFAULT '{}',
    CONSTRAINT pk_audit_entries PRIMARY KEY (id)
  );
  CREATE INDEX ix_audit_entries_subject_id_id ON audit_entries (subject_id, id);
  CREATE INDEX ix_audit_entries_actor_id ON audit_entries (actor, id);

  -- Entries that wait for the sealer: a row comes with its entry and goes with the seal, whenever either commits.
  CREATE TABLE audit_unsealed (
    entry_id bigint NOT NULL,
    CONSTRAINT pk_audit_unsealed PRIMARY KEY (entry_id)
  );

  CREATE TABLE audit_seals (
    batch integer NOT NULL,
    entry_ids bigint[] NOT NULL,
    previous_hash bytea NOT NULL,
    hash bytea NOT NULL,
    sealed_at timestamptz NOT NULL,
    CONSTRAINT pk_audit_seals PRIMARY KEY (batch),
    CONSTRAINT ck_audit_seals_batch CHECK (batch > 0),
    CONSTRAINT ck_audit_seals_entry_ids CHECK (cardinality(entry_ids) > 0)
  );

  CREATE FUNCTION padan_await_audit_seal() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
    BEGIN
      INSERT INTO audit_unsealed (entry_id) VALUES (NEW.id);
      RETURN NULL;
    END $$;
  CREATE TRIGGER tr_audit_entries_await_seal AFTER INSERT ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION padan_await_audit_seal();
`;

const pseudonyms = `
  -- The key of the pseudonyms; nobody but the function below reads it.
  CREATE TABLE audit_keys (
    is_own boolean NOT NULL DEFAULT true,
    key bytea NOT NULL,
    CONSTRAINT pk_audit_keys PRIMARY KEY (is_own),
    CONSTRAINT ck_audit_keys_is_own CHECK (is_own)
  );
  -- Three random UUIDs hold 366 random bits.
  INSERT INTO audit_keys (key)
    VALUES (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));

  -- A keyed hash: the same for the same thing, and nothing by which it could be found.
  CREATE FUNCTION padan_audit_pseudonym(kind text, id text) RETURNS text
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
    AS $$
      SELECT encode(substring(sha256(key || sha256(key || convert_to(kind || ':' || id, 'UTF8'))) FOR 16), 'hex')
      FROM audit_keys
    $$;
`;

const rights = `
  ALTER TABLE audit_entries ENABLE ROW LEVEL SECURITY;
  ALTER TABLE audit_unsealed ENABLE ROW LEVEL SECURITY;
  ALTER TABLE audit_seals ENABLE ROW LEVEL SECURITY;
  ALTER TABLE audit_keys ENABLE ROW LEVEL SECURITY;
  CREATE POLICY audit_entries_system ON audit_entries USING ((SELECT padan_is_system()));
  -- Whoever does something adds what they did; nobody but the service reads it again.
  CREATE POLICY audit_entries_append ON audit_entries FOR INSERT
    WITH CHECK ((SELECT padan_actor()) IS NOT NULL);
  CREATE POLICY audit_unsealed_system ON audit_unsealed USING ((SELECT padan_is_system()));
  CREATE POLICY audit_seals_system ON audit_seals USING ((SELECT padan_is_system()));

  -- Entries and seals are never changed and never removed.
  GRANT SELECT, INSERT ON audit_entries, audit_seals TO padan_app;
  GRANT SELECT, DELETE ON audit_unsealed TO padan_app;
`;
