import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { loadConfig } from '../../src/config';
import { createDataSource } from '../../src/database/data-source';
import { migrate } from '../../src/database/migrate';
import { seedDemo } from '../../src/demo';
import { silentLog } from '../../src/embedded/log';
import { provideServers } from '../../src/embedded/servers';
import { whenAbandoned } from '../service';
import { Api, type ApiSettings } from './api';
import { slowPool } from './slow-transactions';

/** Servers of their own with an invented world, on which instances of the API start, die and start again. */
export interface Stage extends ApiSettings {
  /** As the service. */
  readonly dataSource: DataSource;
  /** As the owner, past row level security. */
  readonly pool: Pool;
  /** Starts an instance; it ends with the stage. */
  startApi(): Promise<Api>;
}

export interface StageSize {
  readonly people: number;
  readonly vacancies: number;
  readonly employers: number;
  /** Off where nobody cuts the power: then PostgreSQL waits for no disk. */
  readonly isDurable?: boolean;
  /** Of the instances. */
  readonly settings?: ApiSettings['settings'];
}

/** Writers of slow transactions: PostgreSQL has 60 connections, of which two instances take 40. */
export const SLOW_WRITERS = 4;

/** Runs the work on a stage and takes it down, whatever happens. */
export async function withStage<T>(
  { isDurable = true, settings: own, ...size }: StageSize,
  run: (stage: Stage) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'padan-stream-'));
  const ends: (() => Promise<unknown>)[] = [async () => rmSync(home, { recursive: true })];
  const end = () => endAll(ends);
  whenAbandoned.add(end);
  try {
    const config = loadConfig({ NODE_ENV: 'development', PADAN_HOME: home });
    const { database, meilisearch, stop } = await provideServers(config, silentLog, { isDurable });
    ends.push(stop);
    if (meilisearch === null) throw new Error('There is no search server for this machine');
    await migrate(database.migratorUrl);
    const dataSource = await createDataSource(database.appUrl, {
      poolSize: 4,
      statementLimitMs: 0,
    }).initialize();
    ends.push(() => dataSource.destroy());
    await seedDemo(dataSource, { environment: config.environment, now: new Date(), size });
    const pool = slowPool(database.migratorUrl, SLOW_WRITERS);
    ends.push(() => pool.end());
    await pool.query('VACUUM ANALYZE');
    const settings = { home, database, meilisearch, settings: own };
    return await run({
      ...settings,
      dataSource,
      pool,
      startApi: async () => {
        const api = await Api.start(settings);
        ends.push(() => api.stop());
        return api;
      },
    });
  } finally {
    whenAbandoned.delete(end);
    await end();
  }
}

/** The last begun ends first; one that fails holds up no other. */
async function endAll(ends: (() => Promise<unknown>)[]): Promise<void> {
  const outcomes: PromiseSettledResult<unknown>[] = [];
  for (const end of ends.splice(0).reverse()) outcomes.push(...(await Promise.allSettled([end()])));
  const failed = outcomes.find(({ status }) => status === 'rejected');
  if (failed?.status === 'rejected') throw failed.reason;
}
