import { Logger, makeWorkerUtils, run, type TaskList } from 'graphile-worker';
import { Pool } from 'pg';
import type { OnError } from '../changes/leader';
import { pause } from '../changes/wake';
import { JOBS_SCHEMA } from '../database/install-jobs';

export interface JobOptions {
  readonly databaseUrl: string;
  readonly tasks: TaskList;
  /** Jobs that this process does at once. */
  readonly concurrency: number;
  readonly signal: AbortSignal;
  readonly onError: OnError;
}

/** One listens; jobs are taken and put away by the others. */
const CONNECTIONS = 3;
const POLL_MS = 1_000;
const RESTART_MS = 1_000;

/** Does jobs of the queue, beside other instances, until the signal aborts; then those that run are finished. */
export async function runJobs(options: JobOptions): Promise<void> {
  while (!options.signal.aborted) {
    await runOnce(options).catch(options.onError);
    await pause(RESTART_MS, options.signal);
  }
}

async function runOnce({ databaseUrl, tasks, concurrency, signal, onError }: JobOptions) {
  const pgPool = new Pool({
    connectionString: databaseUrl,
    application_name: 'padan jobs',
    max: CONNECTIONS,
  });
  pgPool.on('error', onError);
  pgPool.on('connect', (client) => client.on('error', onError));
  const options = {
    pgPool,
    schema: JOBS_SCHEMA,
    logger: new Logger(() => (level, message, meta) => {
      if (level === 'error') onError(meta?.error ?? new Error(message));
    }),
  };
  try {
    const utils = await makeWorkerUtils(options);
    // What a process that was killed had begun was given to another one under a new job.
    await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] });
    await utils.release();
    const runner = await run({
      ...options,
      ...{ taskList: tasks, concurrency, pollInterval: POLL_MS, noHandleSignals: true },
    });
    const stop = () => void runner.stop().catch(onError);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    await runner.promise;
  } finally {
    await pgPool.end();
  }
}
