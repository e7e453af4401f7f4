import type { EntityManager } from 'typeorm';
import { counters } from '../changes/counters';
import type { MatchEvent, NewMatchEvent } from './match-event';

/** Rings when events were written. */
export const MATCHES_CHANNEL = 'padan_matches';

const COLUMNS = `change_seq, employer_id, vacancy_id, candidate_id, kind, cause, verdict, score_bp, rank,
  entered, risen, "left", at`;

/**
 * Writes events behind all others, in the transaction that made them.
 *
 * Shape: the lock on the counter lets one transaction write at a time, until it ends: places follow each other without
 * a gap, and nothing ever appears before one that somebody has read. Of people who were deleted meanwhile nothing is told.
 */
export async function appendMatchEvents(
  manager: EntityManager,
  made: readonly NewMatchEvent[],
): Promise<void> {
  const people = await lockPeople(manager, made);
  const events = made.filter(({ candidateId }) => candidateId === null || people.has(candidateId));
  if (events.length === 0) return;
  const last = await raiseCounter(manager, events.length);
  const rows = events.map((event, index) => [
    last - events.length + 1 + index,
    event.changeSeq,
    event.employerId,
    event.vacancyId,
    event.candidateId,
    event.kind,
    event.cause,
    event.verdict,
    event.scoreBp,
    event.rank,
    event.entered,
    event.risen,
    event.left,
    event.at,
  ]);
  const columns = rows[0].map((_, column) => rows.map((row) => row[column]));
  await manager.query(
    `INSERT INTO match_events (seq, ${COLUMNS})
     SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::text[],
       $8::text[], $9::integer[], $10::integer[], $11::integer[], $12::integer[], $13::integer[], $14::timestamptz[])`,
    columns,
  );
}

/** Those among the people of the events who are there, and stay until the transaction ends. */
async function lockPeople(
  manager: EntityManager,
  events: readonly NewMatchEvent[],
): Promise<Set<string>> {
  const ids = new Set(events.flatMap(({ candidateId }) => candidateId ?? []));
  if (ids.size === 0) return ids;
  const rows = await manager.query<{ id: string }[]>(
    'SELECT id FROM candidates WHERE id = ANY($1::uuid[]) FOR KEY SHARE',
    [[...ids]],
  );
  return new Set(rows.map(({ id }) => id));
}

async function raiseCounter(manager: EntityManager, by: number): Promise<number> {
  const [{ seq }] = await manager.query<{ seq: string }[]>(
    `INSERT INTO consumer_cursors AS c (name, seq) VALUES ($1, $2)
     ON CONFLICT (name) DO UPDATE SET seq = c.seq + $2, updated_at = now() RETURNING seq`,
    [counters.matchEvents, by],
  );
  return Number(seq);
}

/** Place of the newest event; 0 before the first. */
export async function newestMatchEvent(manager: Pick<EntityManager, 'query'>): Promise<number> {
  const rows = await manager.query<{ seq: string }[]>(
    'SELECT seq FROM consumer_cursors WHERE name = $1',
    [counters.matchEvents],
  );
  return Number(rows[0]?.seq ?? 0);
}

/** Events after a place, oldest first. The reader is `system`. */
export async function readMatchEvents(
  manager: Pick<EntityManager, 'query'>,
  after: number,
  limit: number,
): Promise<MatchEvent[]> {
  const rows = await manager.query<EventRow[]>(
    `SELECT seq, node_id, ${COLUMNS} FROM match_events WHERE seq > $1 ORDER BY seq LIMIT $2`,
    [after, limit],
  );
  return rows.map(toEvent);
}

/** Whose events are read, and which stretch of them. */
export interface EventsOf {
  readonly employerIds: readonly string[];
  /** Null = every vacancy. */
  readonly vacancyIds: readonly string[] | null;
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}

/**
 * Events of some employers, perhaps of some of their vacancies, oldest first. The reader is `system`.
 *
 * Cost: 1 query; a look into the index an employer or vacancy, and `limit` rows each.
 */
export async function readMatchEventsOf(
  manager: Pick<EntityManager, 'query'>,
  { employerIds, vacancyIds, after, upTo, limit }: EventsOf,
): Promise<MatchEvent[]> {
  const owner = vacancyIds === null ? 'employer_id' : 'vacancy_id';
  const rows = await manager.query<EventRow[]>(
    `SELECT found.* FROM unnest($1::uuid[]) AS own (id)
     CROSS JOIN LATERAL (
       SELECT seq, node_id, ${COLUMNS} FROM match_events
       WHERE ${owner} = own.id AND employer_id = ANY($2::uuid[]) AND seq > $3 AND seq <= $4
       ORDER BY seq LIMIT $5
     ) AS found
     ORDER BY found.seq LIMIT $5`,
    [vacancyIds ?? employerIds, employerIds, after, upTo, limit],
  );
  return rows.map(toEvent);
}

/** How many events there are behind a place, up to another one. The reader is `system`. */
export async function countMatchEvents(
  manager: Pick<EntityManager, 'query'>,
  after: number,
  upTo: number,
): Promise<number> {
  const [{ count }] = await manager.query<[{ count: string }]>(
    'SELECT count(*) FROM match_events WHERE seq > $1 AND seq <= $2',
    [after, upTo],
  );
  return Number(count);
}

/** When the oldest event was written; null = there is none. The reader is `system`. */
export async function oldestMatchEvent(
  manager: Pick<EntityManager, 'query'>,
): Promise<Date | null> {
  const rows = await manager.query<{ at: Date }[]>(
    'SELECT at FROM match_events ORDER BY seq LIMIT 1',
  );
  return rows[0]?.at ?? null;
}

interface EventRow {
  seq: string;
  node_id: string;
  change_seq: string;
  employer_id: string;
  vacancy_id: string;
  candidate_id: string | null;
  kind: MatchEvent['kind'];
  cause: MatchEvent['cause'];
  verdict: MatchEvent['verdict'];
  score_bp: number | null;
  rank: number | null;
  entered: number;
  risen: number;
  left: number;
  at: Date;
}

const toEvent = (row: EventRow): MatchEvent => ({
  seq: Number(row.seq),
  nodeId: row.node_id,
  changeSeq: Number(row.change_seq),
  employerId: row.employer_id,
  vacancyId: row.vacancy_id,
  candidateId: row.candidate_id,
  kind: row.kind,
  cause: row.cause,
  verdict: row.verdict,
  scoreBp: row.score_bp,
  rank: row.rank,
  entered: row.entered,
  risen: row.risen,
  left: row.left,
  at: row.at,
});
