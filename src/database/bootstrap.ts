import { Client, escapeIdentifier, escapeLiteral } from 'pg';

const MIGRATOR_ROLE = 'padan_migrator';
export const APP_ROLE = 'padan_app';

/**
 * What PostgreSQL refuses, its log would quote: rows in the detail, values in the message, parameters. The service writes
 * down code and constraint itself. Source: PostgreSQL 17, 19.8 Error Reporting and Logging.
 */
const QUIET_SETTINGS: Readonly<Record<string, string>> = {
  log_min_messages: 'log',
  log_error_verbosity: 'terse',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
};

const NOT_ALLOWED = '42501';

interface BootstrapOptions {
  database: string;
  migratorPassword: string;
  appPassword: string;
}

/**
 * Prepares a PostgreSQL server: the owner role `padan_migrator`, the role `padan_app` that owns nothing and
 * is bound by row level security, the database and the extension `pg_trgm`. Returns both connections.
 *
 * A second run changes nothing but the passwords. What `padan_app` may do with a table is granted by the
 * migration that makes the table.
 */
export async function bootstrapDatabase(
  adminUrl: string,
  { database, migratorPassword, appPassword }: BootstrapOptions,
): Promise<{ appUrl: string; migratorUrl: string }> {
  const name = escapeIdentifier(database);
  await withClient(adminUrl, async (admin) => {
    await ensureRole(admin, MIGRATOR_ROLE, migratorPassword);
    await ensureRole(admin, APP_ROLE, appPassword);
    const known = await admin.query('select 1 from pg_database where datname = $1', [database]);
    if (known.rowCount === 0) {
      await admin.query(`create database ${name} owner ${MIGRATOR_ROLE}`);
      await admin.query(`revoke all on database ${name} from public`);
      await admin.query(`grant connect on database ${name} to ${APP_ROLE}`);
    }
  });
  await withClient(withDatabase(adminUrl, database), async (admin) => {
    await admin.query('create extension if not exists pg_trgm');
  });
  return {
    appUrl: withDatabase(adminUrl, database, APP_ROLE, appPassword),
    migratorUrl: withDatabase(adminUrl, database, MIGRATOR_ROLE, migratorPassword),
  };
}

/** The connection string with another database and, if given, another role. */
export function withDatabase(
  url: string,
  database: string,
  user?: string,
  password?: string,
): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(database)}`;
  if (user !== undefined) other.username = user;
  if (password !== undefined) other.password = encodeURIComponent(password);
  return other.href;
}

/** Runs statements on one connection of its own and closes it. */
export async function withClient<T>(url: string, run: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await run(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(admin: Client, role: string, password: string): Promise<void> {
  const known = await admin.query('select 1 from pg_roles where rolname = $1', [role]);
  const verb = known.rowCount === 0 ? 'create' : 'alter';
  const rights = 'login nosuperuser nobypassrls nocreatedb nocreaterole noreplication';
  await admin.query(`${verb} role ${role} with ${rights} password ${escapeLiteral(password)}`);
  for (const [name, value] of Object.entries(QUIET_SETTINGS)) {
    // Where the administrator is no superuser, as at some providers, the operator sets them for the whole server.
    await admin.query(`alter role ${role} set ${name} = '${value}'`).catch((error: unknown) => {
      if ((error as { code?: string }).code !== NOT_ALLOWED) throw error;
    });
  }
}
