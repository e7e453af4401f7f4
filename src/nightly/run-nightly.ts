import type { DataSource } from 'typeorm';
import { lead, type OnError } from '../changes/leader';
import { pause } from '../changes/wake';
import type { Clock } from '../clock';
import { dueNight, type NightlySchedule } from './due-night';
import { isDue, keepRun } from './nightly-rows';

/** Something to be done once a night. */
export interface NightlyJob {
  /** Lower case with underscores: it is part of a metric's name. */
  readonly name: string;
  /** What `run` returns, each with what it means. */
  readonly figures: Readonly<Record<string, string>>;
  /** Stops early, at a safe place, when the signal aborts; then it is run again. */
  run(signal: AbortSignal): Promise<Readonly<Record<string, number>>>;
}

/** When nights begin and what they do; `databaseUrl` is for the connection whose lock elects one process. */
export interface NightlyOptions {
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly schedule: NightlySchedule;
  readonly jobs: readonly NightlyJob[];
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onError: OnError;
  /** How often it looks whether a night has begun. */
  readonly pollMs?: number;
}

const POLL_MS = 30_000;
/** After a failure; a night has time. */
const RETRY_MS = 10 * 60_000;

/**
 * Runs the jobs each night until the signal aborts, in one process at a time. Nights that nobody was awake for are
 * made up for by one run; a job that is new begins with the next night.
 */
export async function runNightly(options: NightlyOptions): Promise<void> {
  const { databaseUrl, signal, onError, pollMs = POLL_MS } = options;
  await lead({
    ...{ databaseUrl, signal, onError },
    role: 'padan nightly',
    work: async (_, until) => {
      const night = new Night(options);
      while (!until.aborted) {
        await night.runDue(until);
        await pause(pollMs, until);
      }
    },
  });
}

/** Runs what is due, and remembers what failed. */
export class Night {
  private readonly waitUntil = new Map<string, number>();

  constructor(
    private readonly options: Pick<
      NightlyOptions,
      'dataSource' | 'schedule' | 'jobs' | 'clock' | 'onError'
    >,
  ) {}

  /** One after another, so that a night's work takes no more of the machine than one job. */
  async runDue(signal: AbortSignal): Promise<void> {
    const { jobs, clock, onError } = this.options;
    for (const job of jobs) {
      const isWaiting = clock.now().getTime() < (this.waitUntil.get(job.name) ?? 0);
      if (signal.aborted || isWaiting) continue;
      try {
        await this.runOne(job, signal);
      } catch (error) {
        this.waitUntil.set(job.name, clock.now().getTime() + RETRY_MS);
        onError(error);
      }
    }
  }

  private async runOne(job: NightlyJob, signal: AbortSignal): Promise<void> {
    const { dataSource, schedule, clock } = this.options;
    const night = dueNight(clock.now(), schedule);
    if (!(await isDue(dataSource.manager, job.name, night))) return;
    const figures = await job.run(signal);
    if (signal.aborted) return;
    await keepRun(dataSource.manager, { job: job.name, night, succeededAt: clock.now(), figures });
  }
}
