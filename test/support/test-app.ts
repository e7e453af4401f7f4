import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type App, type AppDeps, startApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createDataSource } from '../../src/database/data-source';
import { type DemoSize, seedDemo } from '../../src/demo';
import { waitUntil } from '../../src/embedded/processes';
import { issueDevelopmentToken } from '../../src/identity/development-keys';
import { createLogger } from '../../src/logging/logger';
import { createTestDatabase, meilisearchForTest } from './test-servers';

/** The whole service over a database of its own, with a small invented world. */
export interface TestApp extends App {
  /** Connection of `padan_app`, for changes past the API. */
  databaseUrl: string;
  /** Connection of the owner, past row level security. */
  ownerUrl: string;
  /** Folder of its keys and files. */
  home: string;
  /** The search server, and before every name of an index what no other test has. */
  search: ReturnType<typeof meilisearchForTest>;
  /** A token of a demo account, such as `demo-employer-1`. */
  token(subject: string): Promise<string>;
}

const SMALL: DemoSize = { people: 150, employers: 12, vacancies: 30 };
const READY_LIMIT_MS = 90_000;
/** Other suites keep the search server busy; what falls back, and when, has suites of its own. */
const READ_LIMIT_MS = 10_000;

export async function startTestApp(
  size: Partial<DemoSize> = {},
  parts: Partial<Pick<AppDeps, 'identity' | 'log'>> = {},
  settings: Record<string, string> = {},
): Promise<TestApp> {
  const home = mkdtempSync(path.join(tmpdir(), 'padan-app-'));
  const database = await createTestDatabase();
  const config = loadConfig({
    ...{ NODE_ENV: 'test', PADAN_HOME: home, PORT: '0' },
    // Tests ask more than one client may.
    BUDGET_FACTOR: '1000',
    ...settings,
  });
  const dataSource = await createDataSource(database.appUrl, { statementLimitMs: 0 }).initialize();
  await seedDemo(dataSource, {
    environment: config.environment,
    now: new Date(),
    size: { ...SMALL, ...size },
  });
  await dataSource.destroy();

  const search = meilisearchForTest();
  const { indexPrefix, ...meilisearch } = search;
  const app = await startApp({
    config,
    servers: { database, meilisearch },
    log: createLogger('silent'),
    search: { indexPrefix, readLimitMs: READ_LIMIT_MS },
    // Who asks has its answer when it stops.
    noticeMs: 0,
    ...parts,
  });
  const isReady = async () => (await fetch(`${app.address}/health/ready`)).ok;
  if (!(await waitUntil(isReady, READY_LIMIT_MS))) throw new Error('the service is not ready');
  return {
    ...app,
    ...{ databaseUrl: database.appUrl, ownerUrl: database.migratorUrl, home, search },
    token: (subject) => issueDevelopmentToken({ home, ...config.auth, subject }),
    stop: async () => {
      await app.stop();
      await database.drop();
      rmSync(home, { recursive: true });
    },
  };
}
