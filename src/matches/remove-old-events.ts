import { counters } from '../changes/counters';
import { type OldChanges, removeOldChanges } from '../changes/remove-old-changes';
import { oldBefore, removeOldest, type SystemTransaction } from '../changes/remove-oldest';
import { removeOldVacancyChanges } from '../changes/vacancy-log';
import { newestMatchEvent } from './match-event-rows';

/** How many of each went. */
export interface RemovedEvents {
  readonly changes: number;
  /** Of those that were kept for longer. */
  readonly vacancyChanges: number;
  readonly matchEvents: number;
}

/**
 * Removes changes and match events of more than 14 days, but never the newest ones; returns how many of each. Changes
 * stay until every consumer has seen them; nobody holds match events: who reads from a place before is told of the gap.
 * The newest change of each vacancy stays for 90 days.
 */
export async function removeOldEvents(
  transaction: SystemTransaction,
  options: OldChanges,
): Promise<RemovedEvents> {
  const changes = await removeOldChanges(transaction, options);
  const vacancyChanges = await removeOldVacancyChanges(transaction, options);
  const matchEvents = await removeOldest(
    transaction,
    {
      table: 'match_events',
      counter: counters.removedMatchEvents,
      before: oldBefore(options.now),
      upTo: async (manager) => (await newestMatchEvent(manager)) - 1,
    },
    options.signal,
  );
  return { changes, vacancyChanges, matchEvents };
}
