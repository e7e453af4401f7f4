import type { Config } from '../config';
import { bootstrapDatabase } from '../database/bootstrap';
import { HomeLockedError, lockHome } from './home-lock';
import type { Log } from './log';
import { startMeilisearch } from './meilisearch';
import { findMeilisearch } from './meilisearch-binary';
import { startPostgres } from './postgres';
import { markOf, waitUntil } from './processes';
import { type RunFile, readRunFile, removeRunFile, writeRunFile } from './run-file';
import { secretsOf } from './secrets';
import { keepRunning } from './supervisor';

const DATABASE = 'padan';
const ATTACH_LIMIT_MS = 20_000;

export interface Servers {
  database: { appUrl: string; migratorUrl: string };
  /** Null = none on this machine: search is degraded. */
  meilisearch: { url: string; key: string } | null;
  /** Stops what was started here, and only that. */
  stop(): Promise<void>;
}

type ServersConfig = Pick<Config, 'environment' | 'home' | 'database' | 'meilisearch'>;

interface ProvideOptions {
  /** Write `run.json`, so that command lines use these servers too. */
  isAnnounced?: boolean;
  /** Off only in tests. */
  isDurable?: boolean;
  findBinary?: typeof findMeilisearch;
}

/**
 * The database and the search server: those the settings name, else embedded ones under the home folder.
 *
 * Errors: HomeLockedError while another process uses the folder; Error when a server does not start.
 */
export async function provideServers(
  config: ServersConfig,
  log: Log,
  { isAnnounced = true, isDurable = true, findBinary = findMeilisearch }: ProvideOptions = {},
): Promise<Servers> {
  const external = externalDatabase(config);
  if (external !== null && config.meilisearch.url !== null) {
    return { database: external, meilisearch: externalMeilisearch(config), stop: async () => {} };
  }
  const lock = await lockHome(config.home);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    removeRunFile(config.home);
    const outcomes = await Promise.allSettled(stops.map((stopOne) => stopOne()));
    lock.release();
    const failed = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failed !== undefined) throw failed.reason;
  };
  const outcomes = await Promise.allSettled([
    external ?? embeddedDatabase(config.home, isDurable, log, stops),
    config.meilisearch.url === null
      ? embeddedMeilisearch(config, findBinary, log, stops)
      : externalMeilisearch(config),
  ] as const);
  const [database, meilisearch] = outcomes;
  if (database.status === 'rejected' || meilisearch.status === 'rejected') {
    await stop();
    throw outcomes.find((outcome) => outcome.status === 'rejected')?.reason;
  }
  const servers = { database: database.value, meilisearch: meilisearch.value };
  if (isAnnounced) announce(config.home, servers);
  return { ...servers, stop };
}

/**
 * The servers for a command line: those of the service that runs on the same folder, else its own.
 *
 * Errors: HomeLockedError when the folder is held by something that does not announce its servers.
 */
export async function attachOrProvideServers(config: ServersConfig, log: Log): Promise<Servers> {
  if (config.database.url === null) {
    const running = readRunFile(config.home);
    if (running !== null) return attached(running);
  }
  try {
    return await provideServers(config, log, { isAnnounced: false });
  } catch (error) {
    if (!(error instanceof HomeLockedError)) throw error;
    // The service may be starting at this moment.
    await waitUntil(() => readRunFile(config.home) !== null, ATTACH_LIMIT_MS);
    const running = readRunFile(config.home);
    if (running === null) throw error;
    return attached(running);
  }
}

function attached({ database, meilisearch }: RunFile): Servers {
  return { database, meilisearch, stop: async () => {} };
}

function announce(home: string, servers: Pick<RunFile, 'database' | 'meilisearch'>): void {
  writeRunFile(home, { ...servers, owner: markOf(process.pid), apiUrl: null });
}

function externalDatabase({ database }: ServersConfig): Servers['database'] | null {
  if (database.url === null) return null;
  return { appUrl: database.url, migratorUrl: database.migratorUrl ?? database.url };
}

function externalMeilisearch({ meilisearch }: ServersConfig): Servers['meilisearch'] {
  return meilisearch.url === null ? null : { url: meilisearch.url, key: meilisearch.key ?? '' };
}

async function embeddedDatabase(
  home: string,
  isDurable: boolean,
  log: Log,
  stops: (() => Promise<void>)[],
): Promise<Servers['database']> {
  const secrets = secretsOf(home);
  const options = { home, password: secrets.postgres, isDurable, log };
  const server = await keepRunning('PostgreSQL', log, stops, (port) =>
    startPostgres({ ...options, port }),
  );
  return await bootstrapDatabase(server.adminUrl('postgres'), {
    database: DATABASE,
    migratorPassword: secrets.migrator,
    appPassword: secrets.app,
  });
}

async function embeddedMeilisearch(
  config: ServersConfig,
  findBinary: typeof findMeilisearch,
  log: Log,
  stops: (() => Promise<void>)[],
): Promise<Servers['meilisearch']> {
  const { home } = config;
  const binary = await findBinary(config);
  if (binary === null) {
    log.warn(
      'No Meilisearch for this machine, search is degraded: set MEILI_BIN to a binary or MEILI_URL and MEILI_KEY to a server, or use compose.yaml',
    );
    return null;
  }
  const key = secretsOf(home).meilisearch;
  const server = await keepRunning('Meilisearch', log, stops, (port) =>
    startMeilisearch({ home, binary, key, log, port }),
  );
  return { url: server.url, key: server.key };
}
