import { Logger, runMigrations } from 'graphile-worker';
import { escapeIdentifier, Pool } from 'pg';
import { APP_ROLE, withClient } from './bootstrap';

/** Where graphile-worker keeps its tables. */
export const JOBS_SCHEMA = 'graphile_worker';

/**
 * Brings the tables of the job queue to what this version of graphile-worker wants, and lets the service use them.
 *
 * The library turns row level security on without a policy, for databases where everybody may connect: whoever is not
 * the owner sees no job. `padan_app` gets one policy a table; what it may do beside is what the queue itself does.
 */
export async function installJobs(migratorUrl: string): Promise<void> {
  const pgPool = new Pool({ connectionString: migratorUrl, max: 1 });
  // The library warns of a pool without these; a lost connection fails the statement that runs anyway.
  pgPool.on('error', ignore);
  pgPool.on('connect', (client) => client.on('error', ignore));
  try {
    await runMigrations({ pgPool, schema: JOBS_SCHEMA, logger: new Logger(() => ignore) });
  } finally {
    await pgPool.end();
  }
  await withClient(migratorUrl, (client) => client.query(grants));
}

const ignore = () => undefined;

const [schema, role] = [JOBS_SCHEMA, APP_ROLE].map(escapeIdentifier);

const grants = `
  GRANT USAGE ON SCHEMA ${schema} TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${schema} TO ${role};
  DO $$
  DECLARE guarded record;
  BEGIN
    FOR guarded IN
      SELECT c.oid::regclass AS name FROM pg_class c
      WHERE c.relnamespace = '${schema}'::regnamespace AND c.relrowsecurity
        AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'service')
    LOOP
      EXECUTE format('CREATE POLICY service ON %s TO ${role} USING (true)', guarded.name);
    END LOOP;
  END $$;
`;
