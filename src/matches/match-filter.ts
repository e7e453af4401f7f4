import type { Verdict } from '../matching/core/tally';
import type { MatchEvent } from './match-event';
import { verdictOrder } from './standing-list';

/** Which match events somebody wants to hear of, among those of the employers whom they act for. */
export interface MatchFilter {
  /** Null = every vacancy, also those to come. */
  readonly vacancyIds: ReadonlySet<string> | null;
  /** Of the event; counts of several pass always, since they hold people of every verdict. */
  readonly minVerdict: Verdict;
}

/** Whether an event passes the filter. */
export function passes({ vacancyIds, minVerdict }: MatchFilter, event: MatchEvent): boolean {
  if (vacancyIds !== null && !vacancyIds.has(event.vacancyId)) return false;
  if (event.verdict === null) return true;
  return verdictOrder.indexOf(event.verdict) >= verdictOrder.indexOf(minVerdict);
}
