/** Rows of `consumer_cursors` that count places; every other row is how far a consumer has come. */
export const counters = {
  /** The last place that a change was given. */
  changes: 'sequencer',
  /** The last place of the changes that are removed. */
  removedChanges: 'outbox kept',
  /** The last place of the changes of vacancies that are kept nowhere any more. */
  removedVacancyChanges: 'vacancy changes kept',
  /** The last place that a match event was given. */
  matchEvents: 'match events',
  /** How often the standing lists changed. */
  matchLists: 'match lists',
  /** The last place of the match events that are removed. */
  removedMatchEvents: 'match events kept',
} as const;

/** For `name <> ALL (…)`. */
export const counterNames: readonly string[] = Object.values(counters);
