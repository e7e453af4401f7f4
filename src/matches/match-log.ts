import type { EntityManager } from 'typeorm';
import { counters } from '../changes/counters';
import { readBounds } from '../changes/log-bounds';
import type { LogSource, LogTail } from '../changes/log-tail';
import type { MatchEvent } from './match-event';
import {
  countMatchEvents,
  MATCHES_CHANNEL,
  oldestMatchEvent,
  readMatchEvents,
} from './match-event-rows';

/** The match events as this process sees them. */
export type MatchTail = LogTail<MatchEvent>;

/** The order of all match events. */
export function matchLog(
  readAsSystem: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>,
): LogSource<MatchEvent> {
  return {
    channel: MATCHES_CHANNEL,
    bounds: () =>
      readAsSystem((manager) =>
        readBounds(manager, counters.matchEvents, counters.removedMatchEvents),
      ),
    read: (after, limit) => readAsSystem((manager) => readMatchEvents(manager, after, limit)),
    count: (after, upTo) => readAsSystem((manager) => countMatchEvents(manager, after, upTo)),
    retainedSince: () => readAsSystem(oldestMatchEvent),
  };
}
