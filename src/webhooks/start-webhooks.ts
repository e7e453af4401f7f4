import type { Logger } from 'pino';
import type { DataSource, EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { asActor } from '../database/as-actor';
import { type Outcome, outcomes } from './answer';
import { deliverWebhook } from './deliver';
import { DELIVER_WEBHOOK, type DeliverJob } from './jobs';
import type { PublicNames } from './message';
import { createPost } from './post';
import { type RetryPolicy, retryPolicy } from './retry';
import { runJobs } from './run-jobs';
import { wakeWebhooks } from './wake-webhooks';

export interface WebhooksDeps {
  readonly dataSource: DataSource;
  readonly databaseUrl: string;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
  readonly names: PublicNames;
  /** Whether http to this machine is let through, for development and tests. */
  readonly isLoopbackAllowed: boolean;
  readonly policy?: RetryPolicy;
}

/** Deliveries beside the requests. */
export interface RunningWebhooks {
  /** Attempts of this process by what came of them. */
  readonly attempts: Readonly<Record<Outcome, number>>;
  /** Lets the attempts that run finish; what waits is for another instance or the next start. */
  stop(): Promise<void>;
}

/** Sockets to receivers that one instance has open at once; a receiver that hangs holds one for five seconds. */
const DELIVERIES_AT_ONCE = 10;

/** Starts to deliver match events to webhooks, beside other instances on the same database. */
export function startWebhooks(deps: WebhooksDeps): RunningWebhooks {
  const { dataSource, databaseUrl, clock, log, names, isLoopbackAllowed } = deps;
  const ending = new AbortController();
  const { signal } = ending;
  const onError = (error: unknown) => {
    if (!signal.aborted) log.warn({ err: error }, 'Delivery failed; it is tried again');
  };
  const change = <T>(work: (manager: EntityManager) => Promise<T>) =>
    asActor(dataSource, 'system', work);
  const attempts = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<
    Outcome,
    number
  >;
  const delivery = {
    ...{ change, clock, names },
    post: createPost({ isLoopbackAllowed }),
    policy: deps.policy ?? retryPolicy,
    random: Math.random,
    onOutcome: (outcome: Outcome) => {
      attempts[outcome] += 1;
    },
  };
  const running = [
    wakeWebhooks({ databaseUrl, change, clock, signal, onError }),
    runJobs({
      ...{ databaseUrl, signal, onError },
      concurrency: DELIVERIES_AT_ONCE,
      tasks: {
        [DELIVER_WEBHOOK]: (payload) =>
          deliverWebhook(delivery, (payload as DeliverJob).webhookId, signal),
      },
    }),
  ];
  return {
    attempts,
    stop: async () => {
      ending.abort();
      await Promise.all(running);
    },
  };
}
