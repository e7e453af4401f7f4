import type { EntityManager } from 'typeorm';
import { lead, type OnError } from '../changes/leader';
import { pause, Wake } from '../changes/wake';
import type { Clock } from '../clock';
import { MATCHES_CHANNEL } from '../matches/match-event-rows';
import { addDueJobs } from './jobs';
import { moveIdle } from './move-idle';

export interface WakeOptions {
  readonly databaseUrl: string;
  readonly change: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly onError: OnError;
}

/** A notice may get lost, and nothing announces that a claim has run out or a membership begins; then this is the delay. */
const POLL_MS = 2_000;
/** Events come in bursts; each round looks at every webhook. */
const LEAST_PAUSE_MS = 100;
const IDLE_MS = 600_000;

/**
 * Adds jobs for webhooks that have something to deliver, when match events are written and every two seconds, until
 * the signal aborts; in one process at a time.
 *
 * Shape: it keeps nothing. What waits follows from the tables alone, so no wake-up can be lost for longer than that.
 */
export async function wakeWebhooks(options: WakeOptions): Promise<void> {
  const { databaseUrl, change, clock, signal, onError } = options;
  await lead({
    ...{ databaseUrl, signal, onError },
    role: 'padan webhooks',
    work: async (client, until) => {
      const wake = new Wake();
      client.on('notification', () => wake.ring());
      await client.query(`LISTEN ${MATCHES_CHANNEL}`);
      let movedAt = Number.NEGATIVE_INFINITY;
      while (!until.aborted) {
        await change((manager) => addDueJobs(manager, clock.now()));
        if (performance.now() - movedAt > IDLE_MS) {
          await change((manager) => moveIdle(manager, clock.now()));
          movedAt = performance.now();
        }
        await pause(LEAST_PAUSE_MS, until);
        await wake.wait(POLL_MS, until);
      }
    },
  });
}
