import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createDataSource } from '../../src/database/data-source';
import { seedDemo } from '../../src/demo';
import { waitUntil } from '../../src/embedded/processes';
import { createLogger } from '../../src/logging/logger';
import { createTestDatabase } from '../support/test-servers';
import { takeTime } from './unhurried';

/** Two thousand people are read; without them a page shows vacancies alone. */
const READY_LIMIT_MS = 120_000;

export interface DemoApp {
  address: string;
  /** Connection of the owner, past row level security. */
  ownerUrl: string;
  stop(): Promise<void>;
}

/** The whole service with the invented world of the first start, on a free port; without Meilisearch. */
export async function startDemoApp(settings: Record<string, string> = {}): Promise<DemoApp> {
  takeTime();
  const database = await createTestDatabase();
  const home = mkdtempSync(path.join(tmpdir(), 'padan-web-'));
  const config = loadConfig({
    ...{ NODE_ENV: 'test', PADAN_HOME: home, PORT: '0', HOST: '127.0.0.1' },
    ...settings,
  });
  await seed(database.appUrl);
  const servers = {
    database: { appUrl: database.appUrl, migratorUrl: database.migratorUrl },
    meilisearch: null,
  };
  const app = await startApp({ config, servers, log: createLogger('silent'), noticeMs: 0 });
  const isReady = async () => (await fetch(`${app.address}/health/ready`)).ok;
  if (!(await waitUntil(isReady, READY_LIMIT_MS))) throw new Error('the service is not ready');
  return {
    address: app.address,
    ownerUrl: database.migratorUrl,
    stop: async () => {
      await app.stop();
      await database.drop();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function seed(databaseUrl: string): Promise<void> {
  const dataSource = createDataSource(databaseUrl, { poolSize: 2, statementLimitMs: 0 });
  await dataSource.initialize();
  await seedDemo(dataSource, { environment: 'test', now: new Date() });
  await dataSource.destroy();
}
