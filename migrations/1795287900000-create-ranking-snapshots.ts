import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Frozen orders of vacancies: their pages never shift. */
export class CreateRankingSnapshots1795287900000 implements MigrationInterface {
  name = 'CreateRankingSnapshots1795287900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE ranking_snapshots (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        vacancy_id uuid NOT NULL,
        vacancy_version integer NOT NULL,
        seq bigint NOT NULL,
        is_sealed boolean NOT NULL,
        method text NOT NULL,
        algorithm_version text NOT NULL,
        taxonomy_version integer NOT NULL,
        considered integer NOT NULL,
        excluded_by_consent integer NOT NULL,
        eligible integer NOT NULL,
        strong integer NOT NULL,
        possible integer NOT NULL,
        stretch integer NOT NULL,
        places bytea NOT NULL,
        last_tied_with integer NOT NULL,
        shown bytea,
        digest bytea NOT NULL,
        created_at timestamptz NOT NULL,
        expires_at timestamptz,
        CONSTRAINT pk_ranking_snapshots PRIMARY KEY (id),
        CONSTRAINT ck_ranking_snapshots_method CHECK (method IN ('MEILISEARCH_EXACT', 'SCAN')),
        CONSTRAINT ck_ranking_snapshots_expires_at CHECK (is_sealed = (expires_at IS NULL)),
        CONSTRAINT fk_ranking_snapshots_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_ranking_snapshots_vacancy_id_created_at ON ranking_snapshots (vacancy_id, created_at);

      ALTER TABLE ranking_snapshots ENABLE ROW LEVEL SECURITY;
      CREATE POLICY ranking_snapshots_system ON ranking_snapshots USING ((SELECT padan_is_system()));
      CREATE POLICY ranking_snapshots_employer ON ranking_snapshots FOR SELECT
        USING (
          (SELECT v.employer_id FROM vacancies v WHERE v.id = vacancy_id)
            = ANY ((SELECT padan_employer_ids())::uuid[])
        );
      -- An order is history: only what its cards show is forgotten, and the whole when it ran out.
      GRANT SELECT, INSERT, UPDATE (shown), DELETE ON ranking_snapshots TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE ranking_snapshots');
  }
}
