import 'reflect-metadata';
import type { DataSource } from 'typeorm';
import { startApp } from './app';
import { describeStart } from './app/start-report';
import { type Environment, loadConfig } from './config';
import { asActorRead } from './database/as-actor';
import { createDataSource } from './database/data-source';
import { migrate } from './database/migrate';
import { seedDemo } from './demo';
import { announceApi } from './embedded/run-file';
import { provideServers } from './embedded/servers';
import { createLogger } from './logging/logger';
import { reportCrashes } from './logging/report-crashes';

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  reportCrashes(log);
  const stops: (() => Promise<void>)[] = [];
  const ended = whenSignalled();

  const servers = await provideServers(config, log);
  stops.push(servers.stop);
  try {
    await migrate(servers.database.migratorUrl);
    if (config.demo) await seedDemoOnce(servers.database.appUrl, config.environment);
    const app = await startApp({ config, servers, log });
    stops.push(app.stop);
    announceApi(config.home, app.address);
    process.stdout.write(
      describeStart(app.address, process.uptime(), servers.meilisearch === null),
    );
    log.info({ signal: await ended }, 'Stopping');
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
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

function whenSignalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}
