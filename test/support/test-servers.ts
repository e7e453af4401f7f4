import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { loadConfig } from '../../src/config';
import { withClient, withDatabase } from '../../src/database/bootstrap';
import { migrate } from '../../src/database/migrate';
import { readJson, writePrivateJson } from '../../src/embedded/json-file';
import { silentLog } from '../../src/embedded/log';
import { provideServers, type Servers } from '../../src/embedded/servers';
import { currentTestHome } from './test-home';

interface TestServers {
  adminUrl: string;
  /** The migrated database that tests clone. */
  database: Servers['database'];
  meilisearch: Servers['meilisearch'];
}

export interface TestDatabase {
  /** Connection of `padan_app`: what the service has. */
  appUrl: string;
  /** Connection of the owner, past row level security. */
  migratorUrl: string;
  drop(): Promise<void>;
}

/** Starts one PostgreSQL and one Meilisearch for the whole run and migrates the template database. */
export async function startTestServers(home: string): Promise<Servers> {
  const config = loadConfig({ NODE_ENV: 'test', PADAN_HOME: home });
  const servers = await provideServers(config, silentLog, { isDurable: false });
  try {
    await migrate(servers.database.migratorUrl);
  } catch (error) {
    await servers.stop();
    throw error;
  }
  const { database, meilisearch } = servers;
  const { postgres } = readJson<{ postgres: string }>(path.join(home, 'secrets.json')) ?? {};
  const admin = new URL(database.migratorUrl);
  admin.username = 'postgres';
  admin.password = postgres ?? '';
  admin.pathname = '/postgres';
  writePrivateJson(stateFile(home), { adminUrl: admin.href, database, meilisearch });
  return servers;
}

/** A migrated database of its own for one test file; `drop` it when done. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { adminUrl, database } = testServers();
  const template = new URL(database.appUrl).pathname.slice(1);
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await withClient(adminUrl, async (admin) => {
    // The advisory lock makes clones take turns: two at once on one template refuse each other.
    await admin.query("select pg_advisory_lock(hashtext('padan test template'))");
    // A copy of the files takes two thirds of the time of one through the log.
    await admin.query(
      `create database ${name} template ${template} owner padan_migrator strategy file_copy`,
    );
  });
  return {
    appUrl: withDatabase(database.appUrl, name),
    migratorUrl: withDatabase(database.migratorUrl, name),
    drop: async () => {
      await withClient(adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

/** The run's Meilisearch and a prefix for index names that no other test has. */
export function meilisearchForTest(): { url: string; key: string; indexPrefix: string } {
  const { meilisearch } = testServers();
  if (meilisearch === null) throw new Error('These tests need Meilisearch: x64 Linux or MEILI_BIN');
  return { ...meilisearch, indexPrefix: `test_${randomUUID().slice(0, 8)}_` };
}

/** Connections of the run's servers. */
export function testServers(): TestServers {
  const servers = readJson<TestServers>(stateFile(currentTestHome()));
  if (servers === null) throw new Error('The test servers did not start');
  return servers;
}

function stateFile(home: string): string {
  return path.join(home, 'test-servers.json');
}
