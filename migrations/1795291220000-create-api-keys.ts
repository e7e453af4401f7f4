import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys with which portals of other parties read the public schema: hashes, and what each may do. */
export class CreateApiKeys1795291220000 implements MigrationInterface {
  name = 'CreateApiKeys1795291220000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE api_keys (
        id uuid NOT NULL,
        region_code text NOT NULL,
        name text NOT NULL,
        prefix text NOT NULL,
        key_hash bytea NOT NULL,
        scopes text[] NOT NULL,
        quota_per_minute integer NOT NULL,
        created_by uuid,
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        revoked_at timestamptz,
        CONSTRAINT pk_api_keys PRIMARY KEY (id),
        CONSTRAINT uq_api_keys_key_hash UNIQUE (key_hash),
        CONSTRAINT ck_api_keys_scopes CHECK (scopes <@ ARRAY['READ', 'WRITE'] AND cardinality(scopes) > 0),
        CONSTRAINT ck_api_keys_quota CHECK (quota_per_minute > 0),
        CONSTRAINT fk_api_keys_region_code FOREIGN KEY (region_code) REFERENCES regions(code) ON DELETE RESTRICT,
        CONSTRAINT fk_api_keys_created_by FOREIGN KEY (created_by) REFERENCES accounts(id) ON DELETE SET NULL
      );

      ALTER TABLE api_keys ENABLE ROW LEVEL SECURITY;
      CREATE POLICY api_keys_system ON api_keys USING ((SELECT padan_is_system()));
      -- Officers of the region for which a key was given, and of what it lies in.
      CREATE POLICY api_keys_office ON api_keys USING (
        (SELECT bool_or(own = 'ID' OR region_code = own OR starts_with(region_code, own || '.'))
         FROM unnest((SELECT padan_office_regions())::text[]) AS own)
      );
      GRANT SELECT, INSERT, UPDATE ON api_keys TO padan_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE api_keys');
  }
}
