import type { EntityManager } from 'typeorm';
import { counterNames, counters } from './counters';
import { DAY_MS, oldBefore, removeOldest, type SystemTransaction } from './remove-oldest';
import { keepVacancyChanges } from './vacancy-log';

/** How long a consumer that does not run here may stand still before it holds nothing any more. */
const ABSENT_DAYS = 30;

/** What decides which changes go. */
export interface OldChanges {
  readonly now: Date;
  /** Consumers that run here: what they have not seen stays, however old it is. */
  readonly consumers: readonly string[];
  readonly signal: AbortSignal;
}

/**
 * Removes changes of more than 14 days that every consumer has seen, but never the newest one; returns how many. Of
 * vacancies the newest change of each is kept elsewhere, for who holds a copy.
 *
 * A consumer that nobody runs any more holds them for 30 days; if it comes back later it meets `EventsRemoved`.
 */
export async function removeOldChanges(
  transaction: SystemTransaction,
  { now, consumers, signal }: OldChanges,
): Promise<number> {
  const movedSince = new Date(now.getTime() - ABSENT_DAYS * DAY_MS);
  return await removeOldest(
    transaction,
    {
      table: 'outbox',
      counter: counters.removedChanges,
      before: oldBefore(now),
      upTo: (manager) => lastSeen(manager, { consumers, movedSince }),
      keep: keepVacancyChanges,
    },
    signal,
  );
}

/** The last place that everybody who counts has seen, before the newest. */
async function lastSeen(
  manager: EntityManager,
  { consumers, movedSince }: { consumers: readonly string[]; movedSince: Date },
): Promise<number> {
  const [{ place }] = await manager.query<{ place: string | null }[]>(
    `SELECT min(seq) AS place FROM (
       SELECT seq - 1 AS seq FROM consumer_cursors WHERE name = $1
       UNION ALL
       SELECT seq FROM consumer_cursors
       WHERE name <> ALL ($2) AND (name = ANY ($3) OR updated_at >= $4)
     ) AS places`,
    [counters.changes, counterNames, consumers, movedSince],
  );
  return Number(place ?? 0);
}
