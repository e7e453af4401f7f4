import type { EntityManager } from 'typeorm';
import { counters } from '../../changes/counters';
import type { Clock } from '../../clock';
import { SavedSearch, type SearchDigest } from '../../entities';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { newestDigests } from './list-digests';
import { BELONGS } from './search-events';

/** Above this, matches are not counted. */
const MOST_COUNTED = 100;

/** How many people entered or rose since somebody looked. */
export interface NewMatches {
  count: number;
  /** False above 100, and when older events are no longer kept. */
  countIsExact: boolean;
}

export interface ListedSearch {
  search: SavedSearch;
  newMatches: NewMatches;
  lastDigest: SearchDigest | null;
}

interface Deps {
  readAs: RunAs;
  clock: Clock;
}

/**
 * The viewer's saved searches, perhaps only one, the oldest first, with what is new for each.
 *
 * Cost: 5 queries; counting looks at 101 events a search that count, and at those before them that do not pass.
 */
export const listSavedSearches =
  ({ readAs, clock }: Deps) =>
  async (viewer: Viewer, id: string | null = null): Promise<ListedSearch[]> => {
    const now = clock.now();
    const { searches, digests } = await readAs(actorOf(viewer), async (manager) => {
      const found = await manager.find(SavedSearch, {
        where: id === null ? {} : { id },
        order: { createdAt: 'ASC', id: 'ASC' },
      });
      const ids = found.map((search) => search.id);
      return { searches: found, digests: await newestDigests(manager, viewer, ids, now) };
    });
    const ids = searches.map((search) => search.id);
    const counts = await readAs('system', (manager) => countNew(manager, ids, now));
    return searches.map((search) => ({
      search,
      newMatches: counts.get(search.id) ?? { count: 0, countIsExact: true },
      lastDigest: digests.get(search.id) ?? null,
    }));
  };

async function countNew(
  manager: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, NewMatches>> {
  const rows = await manager.query<{ id: string; count: number; isComplete: boolean }[]>(
    `SELECT s.id, coalesce(sum(news.count), 0)::int AS count,
       s.seen_place >= coalesce((SELECT seq FROM consumer_cursors WHERE name = $3), 0) AS "isComplete"
     FROM saved_searches s LEFT JOIN LATERAL (
       SELECT e.entered + e.risen AS count FROM match_events e
       WHERE e.seq > s.seen_place AND e.entered + e.risen > 0 AND ${BELONGS}
       LIMIT ${MOST_COUNTED + 1}
     ) AS news ON true
     WHERE s.id = ANY($2) GROUP BY s.id`,
    [now, ids, counters.removedMatchEvents],
  );
  return new Map(
    rows.map(({ id, count, isComplete }) => [
      id,
      {
        count: Math.min(count, MOST_COUNTED),
        countIsExact: isComplete && count <= MOST_COUNTED,
      },
    ]),
  );
}
