import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where match events are sent, what signs them, and what came of the last attempts. */
export class CreateWebhooks1795290900000 implements MigrationInterface {
  name = 'CreateWebhooks1795290900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhooks (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        employer_id uuid NOT NULL,
        account_id uuid NOT NULL,
        url text NOT NULL,
        moves text[] NOT NULL,
        min_verdict text NOT NULL,
        vacancy_ids uuid[],
        secret_hint text NOT NULL,
        status text NOT NULL DEFAULT 'ACTIVE',
        place bigint NOT NULL,
        failures integer NOT NULL DEFAULT 0,
        failing_since timestamptz,
        retry_at timestamptz,
        claim uuid,
        claimed_until timestamptz,
        last_delivery_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_webhooks PRIMARY KEY (id),
        CONSTRAINT fk_webhooks_employer_id FOREIGN KEY (employer_id) REFERENCES employers(id) ON DELETE CASCADE,
        CONSTRAINT fk_webhooks_account_id FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE,
        CONSTRAINT ck_webhooks_status CHECK (status IN ('ACTIVE', 'PAUSED', 'DISABLED')),
        CONSTRAINT ck_webhooks_claim CHECK ((claim IS NULL) = (claimed_until IS NULL))
      );
      CREATE INDEX ix_webhooks_employer_id ON webhooks (employer_id);
      CREATE INDEX ix_webhooks_account_id ON webhooks (account_id);

      CREATE TABLE webhook_secrets (
        id uuid NOT NULL,
        webhook_id uuid NOT NULL,
        secret bytea NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_webhook_secrets PRIMARY KEY (id),
        CONSTRAINT fk_webhook_secrets_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE,
        CONSTRAINT ck_webhook_secrets_secret CHECK (length(secret) = 32)
      );
      CREATE INDEX ix_webhook_secrets_webhook_id_created_at ON webhook_secrets (webhook_id, created_at);

      CREATE TABLE webhook_deliveries (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        webhook_id uuid NOT NULL,
        type text NOT NULL,
        event_id text,
        at timestamptz NOT NULL,
        attempt integer NOT NULL,
        outcome text NOT NULL,
        status integer,
        duration_ms integer NOT NULL,
        CONSTRAINT pk_webhook_deliveries PRIMARY KEY (id),
        CONSTRAINT fk_webhook_deliveries_webhook_id FOREIGN KEY (webhook_id) REFERENCES webhooks(id) ON DELETE CASCADE
      );
      CREATE INDEX ix_webhook_deliveries_webhook_id_id ON webhook_deliveries (webhook_id, id);
    `);
    await queryRunner.query(rights);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE webhook_deliveries, webhook_secrets, webhooks');
  }
}

const tables = ['webhooks', 'webhook_secrets', 'webhook_deliveries'];

const rights = `
  ${tables
    .map(
      (table) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  CREATE POLICY ${table}_system ON ${table} USING ((SELECT padan_is_system()));`,
    )
    .join('')}

  -- Whoever made it, for as long as they act for the employer.
  CREATE POLICY webhooks_own ON webhooks USING (
    account_id = (SELECT padan_actor_id('account'))
    AND employer_id = ANY ((SELECT padan_employer_ids())::uuid[])
  );
  -- A secret is given to a webhook of one's own; only the service reads it again.
  CREATE POLICY webhook_secrets_give ON webhook_secrets FOR INSERT
    WITH CHECK ((SELECT true FROM webhooks w WHERE w.id = webhook_id));
  CREATE POLICY webhook_deliveries_own ON webhook_deliveries FOR SELECT
    USING ((SELECT true FROM webhooks w WHERE w.id = webhook_id));

  GRANT SELECT, INSERT, UPDATE, DELETE ON webhooks TO padan_app;
  GRANT SELECT, INSERT, DELETE ON webhook_secrets, webhook_deliveries TO padan_app;
`;
