import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import type { NightlySchedule } from './due-night';
import { type NightlyJob, runNightly } from './run-nightly';

/** As `NightlyOptions`; failures go to the log. */
export interface NightlyDeps {
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly schedule: NightlySchedule;
  readonly jobs: readonly NightlyJob[];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Starts nightly work beside the requests; it ends with what is returned, at the next safe place of a job. */
export function startNightly({ log, ...deps }: NightlyDeps): () => Promise<void> {
  const ending = new AbortController();
  const onError = (error: unknown) => {
    if (!ending.signal.aborted) log.error({ err: error }, 'Nightly work failed; it is tried again');
  };
  const running = runNightly({ ...deps, signal: ending.signal, onError });
  return async () => {
    ending.abort();
    await running;
  };
}
