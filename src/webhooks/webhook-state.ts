import type { EntityManager } from 'typeorm';
import { ENTITLED } from './due-webhooks';
import { FAILING_AFTER_MS } from './retry';

/** How the webhooks of all employers stand. */
export interface WebhookState {
  /** Have failed for an hour or more and are still tried. */
  readonly failing: number;
  /** Are no longer tried. */
  readonly disabled: number;
  /** Events of its employer that the furthest behind has before it, up to `MOST_LAG`. */
  readonly lag: number;
}

/** Counting on would say no more. */
const MOST_LAG = 10_000;

/** Cost: 2 queries. The reader is `system`. */
export async function readWebhookState(manager: EntityManager, now: Date): Promise<WebhookState> {
  const [counts] = await manager.query<Omit<WebhookState, 'lag'>[]>(
    `SELECT count(*) FILTER (WHERE status = 'ACTIVE' AND failing_since <= $1)::int AS failing,
       count(*) FILTER (WHERE status = 'DISABLED')::int AS disabled
     FROM webhooks`,
    [new Date(now.getTime() - FAILING_AFTER_MS)],
  );
  const [{ lag }] = await manager.query<{ lag: number }[]>(
    `SELECT coalesce(max(ahead.events), 0)::int AS lag
     FROM webhooks w CROSS JOIN LATERAL (
       SELECT count(*) AS events FROM (
         SELECT FROM match_events e WHERE e.employer_id = w.employer_id AND e.seq > w.place LIMIT ${MOST_LAG}
       ) AS first_ones
     ) AS ahead WHERE ${ENTITLED}`,
    [now],
  );
  return { ...counts, lag };
}
