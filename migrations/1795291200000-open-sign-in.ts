import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sign-in by one-time codes: whose address is whose (as keyed hashes), codes, sessions, known devices, second factors.
 *
 * Only the service itself reads them: who asks is not signed in yet.
 */
export class OpenSignIn1795291200000 implements MigrationInterface {
  name = 'OpenSignIn1795291200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(addresses);
    await queryRunner.query(sessions);
    for (const table of tables) {
      await queryRunner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        CREATE POLICY ${table}_system ON ${table} USING ((SELECT padan_is_system()));
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO padan_app;
      `);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ${[...tables].reverse().join(', ')}`);
  }
}

const tables = ['account_addresses', 'sign_in_codes', 'known_devices', 'sessions', 'totp_factors'];

const addresses = `
  CREATE TABLE account_addresses (
    address_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    kind text NOT NULL,
    bound_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    trusted_until timestamptz,
    failures integer NOT NULL DEFAULT 0,
    CONSTRAINT pk_account_addresses PRIMARY KEY (address_hash),
    CONSTRAINT ck_account_addresses_kind CHECK (kind IN ('PHONE', 'EMAIL')),
    CONSTRAINT ck_account_addresses_hash CHECK (length(address_hash) = 32),
    CONSTRAINT fk_account_addresses_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_account_addresses_account_id ON account_addresses (account_id);

  CREATE TABLE sign_in_codes (
    id uuid NOT NULL,
    address_hash bytea NOT NULL,
    code_hash bytea NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    CONSTRAINT pk_sign_in_codes PRIMARY KEY (id)
  );
  CREATE INDEX ix_sign_in_codes_address_hash_created_at ON sign_in_codes (address_hash, created_at);
  CREATE INDEX ix_sign_in_codes_created_at ON sign_in_codes (created_at);
`;

const sessions = `
  CREATE TABLE known_devices (
    token_hash bytea NOT NULL,
    account_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    CONSTRAINT pk_known_devices PRIMARY KEY (token_hash),
    CONSTRAINT fk_known_devices_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_known_devices_account_id ON known_devices (account_id);

  CREATE TABLE sessions (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    refresh_hash bytea NOT NULL,
    created_at timestamptz NOT NULL,
    refreshed_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    second_factor_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    CONSTRAINT pk_sessions PRIMARY KEY (id),
    CONSTRAINT ck_sessions_end CHECK ((ended_at IS NULL) = (end_reason IS NULL)),
    CONSTRAINT ck_sessions_end_reason CHECK (end_reason IN ('SIGNED_OUT', 'TOKEN_REUSED', 'RECOVERED')),
    CONSTRAINT fk_sessions_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  );
  CREATE INDEX ix_sessions_account_id ON sessions (account_id);

  CREATE TABLE totp_factors (
    account_id uuid NOT NULL,
    sealed_secret bytea NOT NULL,
    created_at timestamptz NOT NULL,
    confirmed_at timestamptz,
    last_step bigint,
    CONSTRAINT pk_totp_factors PRIMARY KEY (account_id),
    CONSTRAINT fk_totp_factors_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
  );
`;
