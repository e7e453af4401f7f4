import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApp } from '../../src/app';
import { loadConfig } from '../../src/config';
import { createDataSource } from '../../src/database/data-source';
import { seedDemo } from '../../src/demo';
import { createLogger } from '../../src/logger';
import { createTestDatabase } from '../support/test-servers';

export interface DemoApp {
  address: string;
  stop(): Promise<void>;
}

/** The whole service with the invented world of the first start, on a free port; without Meilisearch. */
export async function startDemoApp(): Promise<DemoApp> {
  const database = await createTestDatabase();
  const home = mkdtempSync(path.join(tmpdir(), 'padan-web-'));
  const config = loadConfig({ NODE_ENV: 'test', PADAN_HOME: home, PORT: '0', HOST: '127.0.0.1' });
  await seed(database.appUrl);
  const servers = {
    database: { appUrl: database.appUrl, migratorUrl: database.migratorUrl },
    meilisearch: null,
  };
  const app = await startApp({ config, servers, log: createLogger('silent') });
  return {
    address: app.address,
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
