import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Config, Environment } from '../config';
import { asActorRead } from '../database/as-actor';
import { createDataSource } from '../database/data-source';
import { migrate } from '../database/migrate';
import { seedDemo } from '../demo';
import type { Servers } from '../embedded/servers';
import { type App, startApp } from './index';

/** The whole service on servers that run: brings the database up to date, fills an empty one where asked, listens. */
export async function serve(config: Config, servers: Servers, log: Logger): Promise<App> {
  await migrate(servers.database.migratorUrl);
  if (config.demo) await seedDemoOnce(servers.database.appUrl, config.environment);
  return await startApp({ config, servers, log });
}

/** Invented people are loaded into an empty database only. */
async function seedDemoOnce(databaseUrl: string, environment: Environment): Promise<void> {
  const dataSource = createDataSource(databaseUrl, { poolSize: 2, statementLimitMs: 0 });
  await dataSource.initialize();
  try {
    if (await hasPeople(dataSource)) return;
    await seedDemo(dataSource, { environment, now: new Date() });
  } finally {
    await dataSource.destroy();
  }
}

async function hasPeople(dataSource: DataSource): Promise<boolean> {
  const [row] = await asActorRead(dataSource, 'system', (manager) =>
    manager.query<{ found: boolean }[]>('SELECT EXISTS (SELECT FROM candidates) AS found'),
  );
  return row.found;
}
