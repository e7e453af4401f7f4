import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A public name for each key of a portal, and how often vacancies were shown and opened under it, by day. */
export class CountForPortals1795292600000 implements MigrationInterface {
  name = 'CountForPortals1795292600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE api_keys ADD COLUMN portal_code text;
      UPDATE api_keys SET portal_code = substr(replace(gen_random_uuid()::text, '-', ''), 1, 10);
      ALTER TABLE api_keys
        ALTER COLUMN portal_code SET NOT NULL,
        ADD CONSTRAINT uq_api_keys_portal_code UNIQUE (portal_code),
        ADD CONSTRAINT ck_api_keys_portal_code CHECK (portal_code ~ '^[0-9a-f]{10}$');

      CREATE TABLE portal_counts (
        api_key_id uuid NOT NULL,
        day date NOT NULL,
        vacancy_id uuid NOT NULL,
        views integer NOT NULL,
        opens integer NOT NULL,
        CONSTRAINT pk_portal_counts PRIMARY KEY (api_key_id, day, vacancy_id),
        CONSTRAINT ck_portal_counts_counts CHECK (views >= 0 AND opens >= 0),
        CONSTRAINT fk_portal_counts_api_key_id FOREIGN KEY (api_key_id) REFERENCES api_keys(id) ON DELETE CASCADE,
        CONSTRAINT fk_portal_counts_vacancy_id FOREIGN KEY (vacancy_id) REFERENCES vacancies(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_portal_counts_vacancy_id ON portal_counts (vacancy_id);

      ALTER TABLE portal_counts ENABLE ROW LEVEL SECURITY;
      CREATE POLICY portal_counts_system ON portal_counts USING ((SELECT padan_is_system()));
      -- Whoever may read a key may read what was counted under it.
      CREATE POLICY portal_counts_office ON portal_counts FOR SELECT USING (
        EXISTS (SELECT 1 FROM api_keys k WHERE k.id = api_key_id)
      );
      GRANT SELECT, INSERT, UPDATE, DELETE ON portal_counts TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE portal_counts;
      ALTER TABLE api_keys DROP COLUMN portal_code;
    `);
  }
}
