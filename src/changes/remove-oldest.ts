import type { EntityManager } from 'typeorm';

/** Runs the work in one transaction that may see and change everything. */
export type SystemTransaction = <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/** Events in an order, of which the oldest go. */
export interface OldEvents {
  readonly table: 'outbox' | 'match_events' | 'vacancy_changes';
  /** Row of `consumer_cursors` that keeps the last place removed. */
  readonly counter: string;
  /** No event of this time or later goes. */
  readonly before: Date;
  /** No place behind this one goes; asked for each batch. */
  readonly upTo: (manager: EntityManager) => Promise<number>;
  /** A statement beside the removal that may keep rows of `removed` elsewhere. */
  readonly keep?: string;
}

/** How long events can be read again. Source: the issue of the third stage. */
export const KEPT_DAYS = 14;
export const DAY_MS = 86_400_000;
/** Rows a transaction: some 50 ms. */
const BATCH_SIZE = 5_000;

/** Behind every place. */
const NO_PLACE = Number.MAX_SAFE_INTEGER;

/** Before when an event is old. */
export const oldBefore = (now: Date, keptDays = KEPT_DAYS) =>
  new Date(now.getTime() - keptDays * DAY_MS);

/**
 * Removes the oldest events until one is too young or the signal aborts, and returns how many. The last place removed
 * is kept in the same transactions; behind it place still follows place, since nothing goes before what is older in
 * the order.
 *
 * Cost: a transaction for 5,000.
 */
export async function removeOldest(
  transaction: SystemTransaction,
  events: OldEvents,
  signal: AbortSignal,
): Promise<number> {
  let removed = 0;
  while (!signal.aborted) {
    const count = await transaction((manager) => removeBatch(manager, events));
    removed += count;
    if (count === 0) break;
  }
  return removed;
}

async function removeBatch(
  manager: EntityManager,
  { table, counter, before, upTo, keep }: OldEvents,
): Promise<number> {
  const [{ count }] = await manager.query<{ count: number }[]>(
    `WITH oldest AS (
       SELECT seq, at FROM ${table} WHERE seq <= $2 ORDER BY seq LIMIT ${BATCH_SIZE}
     ), removed AS (
       DELETE FROM ${table} USING oldest
       WHERE ${table}.seq = oldest.seq
         AND oldest.seq < coalesce((SELECT min(seq) FROM oldest WHERE at >= $1), ${NO_PLACE})
       RETURNING ${table}.*
     ), kept AS (
       INSERT INTO consumer_cursors (name, seq)
       SELECT $3, max(seq) FROM removed HAVING count(*) > 0
       ON CONFLICT (name) DO UPDATE SET seq = excluded.seq, updated_at = now()
     )${keep === undefined ? '' : `, elsewhere AS (${keep})`}
     SELECT count(*)::int AS count FROM removed`,
    [before, await upTo(manager), counter],
  );
  return count;
}
