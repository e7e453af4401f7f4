import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Named filters over match events, and what happened for them each day. */
export class CreateSavedSearches1795291000000 implements MigrationInterface {
  name = 'CreateSavedSearches1795291000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE saved_searches (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        account_id uuid NOT NULL,
        employer_id uuid,
        name text NOT NULL,
        vacancy_ids uuid[],
        min_verdict text NOT NULL,
        frequency text NOT NULL,
        seen_place bigint NOT NULL,
        digested_place bigint NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_saved_searches PRIMARY KEY (id),
        CONSTRAINT fk_saved_searches_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
        CONSTRAINT fk_saved_searches_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
        CONSTRAINT ck_saved_searches_frequency CHECK (frequency IN ('DAILY', 'NONE'))
      );
      CREATE INDEX ix_saved_searches_account_id ON saved_searches (account_id);
      CREATE INDEX ix_saved_searches_employer_id ON saved_searches (employer_id);

      CREATE TABLE search_digests (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        saved_search_id uuid NOT NULL,
        night date NOT NULL,
        first_place bigint NOT NULL,
        last_place bigint NOT NULL,
        lines jsonb NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_search_digests PRIMARY KEY (id),
        CONSTRAINT fk_search_digests_saved_search_id FOREIGN KEY (saved_search_id)
          REFERENCES saved_searches(id) ON DELETE CASCADE,
        CONSTRAINT uq_search_digests_saved_search_id_night UNIQUE (saved_search_id, night)
      );
      CREATE INDEX ix_search_digests_created_at ON search_digests (created_at);

      ALTER TABLE saved_searches ENABLE ROW LEVEL SECURITY;
      CREATE POLICY saved_searches_system ON saved_searches USING ((SELECT padan_is_system()));
      CREATE POLICY saved_searches_own ON saved_searches USING (account_id = (SELECT padan_actor_id('account')));
      ALTER TABLE search_digests ENABLE ROW LEVEL SECURITY;
      CREATE POLICY search_digests_system ON search_digests USING ((SELECT padan_is_system()));
      CREATE POLICY search_digests_own ON search_digests FOR SELECT
        USING ((SELECT true FROM saved_searches s WHERE s.id = saved_search_id));

      GRANT SELECT, INSERT, UPDATE, DELETE ON saved_searches TO padan_app;
      GRANT SELECT, INSERT, DELETE ON search_digests TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE search_digests, saved_searches');
  }
}
