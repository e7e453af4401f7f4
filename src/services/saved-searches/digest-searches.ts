import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { DigestLine } from '../../entities/search-digest';
import { newestMatchEvent } from '../../matches/match-event-rows';
import type { RunAs } from '../transaction';
import { BELONGS } from './search-events';

/** How long digests can be read. Source: the issue of the third stage. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

/** What a night made. */
export interface NightlyDigests {
  /** Searches that asked for a daily digest. */
  readonly searches: number;
  /** Of these, those for which something had happened. */
  readonly digests: number;
}

interface Deps {
  runAs: RunAs;
  clock: Clock;
}

/**
 * Makes the digest of a night for each saved search that asks for one and has events since the last, and removes those
 * of more than 30 days. A night that is run again makes none a second time.
 *
 * Cost: a transaction of 3 to 5 queries a search. Stops between two when the signal aborts.
 */
export const digestSearches =
  ({ runAs, clock }: Deps) =>
  async (night: string, signal: AbortSignal): Promise<NightlyDigests> => {
    const now = clock.now();
    const ids = await runAs('system', async (manager) => {
      await manager.query('DELETE FROM search_digests WHERE created_at < $1', [
        new Date(now.getTime() - KEPT_DAYS * DAY_MS),
      ]);
      const rows = await manager.query<{ id: string }[]>(
        `SELECT id FROM saved_searches WHERE frequency = 'DAILY' ORDER BY id`,
      );
      return rows.map(({ id }) => id);
    });
    let digests = 0;
    for (const id of ids) {
      if (signal.aborted) break;
      const isMade = await runAs('system', (manager) => digestOne(manager, id, night, now));
      if (isMade) digests += 1;
    }
    return { searches: ids.length, digests };
  };

interface CountedLine extends DigestLine {
  first: string;
  last: string;
}

/** Whether there was something to tell. */
async function digestOne(
  manager: EntityManager,
  searchId: string,
  night: string,
  now: Date,
): Promise<boolean> {
  const locked = await manager.query<unknown[]>(
    'SELECT FROM saved_searches WHERE id = $1 FOR UPDATE',
    [searchId],
  );
  const known = await manager.query<unknown[]>(
    'SELECT FROM search_digests WHERE saved_search_id = $1 AND night = $2',
    [searchId, night],
  );
  if (locked.length === 0 || known.length > 0) return false;
  const newest = await newestMatchEvent(manager);
  const counted = await manager.query<CountedLine[]>(
    `SELECT e.vacancy_id AS "vacancyId", sum(e.entered)::int AS entered, sum(e.risen)::int AS risen,
       sum(e."left")::int AS "left", min(e.seq) AS first, max(e.seq) AS last
     FROM saved_searches s JOIN match_events e ON e.seq > s.digested_place AND e.seq <= $3 AND ${BELONGS}
     WHERE s.id = $2 GROUP BY e.vacancy_id ORDER BY e.vacancy_id`,
    [now, searchId, newest],
  );
  if (counted.length > 0) {
    const lines = counted.map(({ first, last, ...line }) => line);
    await manager.query(
      `INSERT INTO search_digests (saved_search_id, night, first_place, last_place, lines, created_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        searchId,
        night,
        Math.min(...counted.map(({ first }) => Number(first))),
        Math.max(...counted.map(({ last }) => Number(last))),
        JSON.stringify(lines),
        now,
      ],
    );
  }
  await manager.query('UPDATE saved_searches SET digested_place = $2 WHERE id = $1', [
    searchId,
    newest,
  ]);
  return counted.length > 0;
}
