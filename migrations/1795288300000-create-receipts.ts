import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Proofs of having been considered: the secrets of people, the trees of sealed orders, the public log of their roots. */
export class CreateReceipts1795288300000 implements MigrationInterface {
  name = 'CreateReceipts1795288300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE receipt_secrets (
        candidate_id uuid NOT NULL,
        secret bytea NOT NULL,
        CONSTRAINT pk_receipt_secrets PRIMARY KEY (candidate_id),
        CONSTRAINT ck_receipt_secrets_secret CHECK (length(secret) = 32),
        CONSTRAINT fk_receipt_secrets_candidate_id FOREIGN KEY (candidate_id) REFERENCES candidates(id) ON DELETE CASCADE
      );

      CREATE TABLE ranking_seals (
        snapshot_id uuid NOT NULL,
        frame text NOT NULL,
        leaves bytea NOT NULL,
        subtrees bytea NOT NULL,
        lines bytea NOT NULL,
        CONSTRAINT pk_ranking_seals PRIMARY KEY (snapshot_id),
        CONSTRAINT fk_ranking_seals_snapshot_id FOREIGN KEY (snapshot_id) REFERENCES ranking_snapshots(id) ON DELETE CASCADE
      );
      -- Hashes and encrypted bytes do not shrink, and stored as they are a part is read without the whole.
      ALTER TABLE ranking_seals ALTER leaves SET STORAGE EXTERNAL, ALTER subtrees SET STORAGE EXTERNAL,
        ALTER lines SET STORAGE EXTERNAL;

      CREATE TABLE ranking_log (
        sequence integer NOT NULL,
        snapshot_id uuid NOT NULL,
        vacancy_id uuid NOT NULL,
        vacancy_version integer NOT NULL,
        root bytea NOT NULL,
        tree_size integer,
        algorithm_version text NOT NULL,
        taxonomy_version integer NOT NULL,
        sealed_at timestamptz NOT NULL,
        previous_hash bytea NOT NULL,
        entry_hash bytea NOT NULL,
        CONSTRAINT pk_ranking_log PRIMARY KEY (sequence),
        CONSTRAINT uq_ranking_log_snapshot_id UNIQUE (snapshot_id),
        CONSTRAINT ck_ranking_log_sequence CHECK (sequence > 0)
      );
      CREATE INDEX ix_ranking_log_vacancy_id ON ranking_log (vacancy_id);

      ALTER TABLE receipt_secrets ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ranking_seals ENABLE ROW LEVEL SECURITY;
      ALTER TABLE ranking_log ENABLE ROW LEVEL SECURITY;
      CREATE POLICY receipt_secrets_system ON receipt_secrets USING ((SELECT padan_is_system()));
      CREATE POLICY receipt_secrets_self ON receipt_secrets FOR SELECT
        USING (candidate_id = (SELECT padan_actor_id('candidate')));
      CREATE POLICY ranking_seals_system ON ranking_seals USING ((SELECT padan_is_system()));
      CREATE POLICY ranking_log_system ON ranking_log USING ((SELECT padan_is_system()));
      CREATE POLICY ranking_log_public ON ranking_log FOR SELECT
        USING ((SELECT padan_actor()) IS NOT NULL);

      GRANT SELECT, INSERT, DELETE ON receipt_secrets TO padan_app;
      GRANT SELECT, INSERT, DELETE ON ranking_seals TO padan_app;
      -- Entries are never changed and never removed.
      GRANT SELECT, INSERT ON ranking_log TO padan_app;

      -- Whoever is erased loses the secret in the same statement, whichever code erases.
      CREATE FUNCTION padan_destroy_receipt_secret() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS $$
        BEGIN
          DELETE FROM receipt_secrets WHERE candidate_id = NEW.id;
          RETURN NULL;
        END $$;
      CREATE TRIGGER tr_candidates_destroy_receipt_secret AFTER UPDATE OF status ON candidates
        FOR EACH ROW WHEN (NEW.status = 'ERASED') EXECUTE FUNCTION padan_destroy_receipt_secret();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER tr_candidates_destroy_receipt_secret ON candidates;
      DROP FUNCTION padan_destroy_receipt_secret();
      DROP TABLE ranking_log, ranking_seals, receipt_secrets;
    `);
  }
}
