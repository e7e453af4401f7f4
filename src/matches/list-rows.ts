import type { EntityManager } from 'typeorm';
import { counters } from '../changes/counters';
import { comparePlaces, type MatchPlace } from '../matching/core/place';
import type { Verdict } from '../matching/core/tally';
import type { Burst } from './bursts';
import type { MatchCause } from './match-event';
import { EMPTY_LIST, type Standing, type StandingList } from './standing-list';

/** On what the facts rest behind a list; lists on another basis cannot be compared place by place. */
export interface Basis {
  readonly month: number;
  readonly taxonomyVersion: number;
}

/** A vacancy's list as it is kept. */
export interface KeptList extends Basis {
  readonly vacancyId: string;
  readonly list: StandingList;
  readonly burst: Burst;
}

/** The row of `consumer_cursors` that counts the versions of all lists; its lock lets one transaction change them at a time. */
const VERSION_ROW = counters.matchLists;

/** Takes the lock until the transaction ends; the version of the lists. Cost: 1 query. */
export async function lockLists(manager: EntityManager): Promise<number> {
  const [{ seq }] = await manager.query<{ seq: string }[]>(
    `INSERT INTO consumer_cursors AS c (name, seq) VALUES ($1, 0)
     ON CONFLICT (name) DO UPDATE SET seq = c.seq RETURNING seq`,
    [VERSION_ROW],
  );
  return Number(seq);
}

/** Says that lists changed, under the lock. */
export async function raiseVersion(manager: EntityManager): Promise<void> {
  await manager.query(
    'UPDATE consumer_cursors SET seq = seq + 1, updated_at = now() WHERE name = $1',
    [VERSION_ROW],
  );
}

interface ListRow {
  vacancy_id: string;
  month: number;
  taxonomy_version: number;
  floor_score_bp: number | null;
  floor_verified: number | null;
  floor_month: number | null;
  floor_tie: string | null;
  floor_person: number | null;
  burst_ends_at: Date | null;
  burst_count: number;
  pending_entered: number;
  pending_risen: number;
  pending_left: number;
  pending_cause: MatchCause | null;
}

/** Person's id, score, verified, month of confirmation, tie, number, verdict. */
type MatchTuple = [string, number, number, number, number, number, Verdict];

/** Every list's floor and basis, by vacancy. */
export async function readFloors(
  manager: EntityManager,
): Promise<Map<string, Basis & { readonly floor: MatchPlace | null }>> {
  const rows = await manager.query<ListRow[]>('SELECT * FROM match_lists');
  return new Map(
    rows.map((row) => [
      row.vacancy_id,
      { floor: floorOf(row), month: row.month, taxonomyVersion: row.taxonomy_version },
    ]),
  );
}

/** The lists of some vacancies, of those that have one. Cost: 2 queries. */
export async function readLists(
  manager: EntityManager,
  vacancyIds: readonly string[],
): Promise<Map<string, KeptList>> {
  if (vacancyIds.length === 0) return new Map();
  const lists = await manager.query<ListRow[]>(
    'SELECT * FROM match_lists WHERE vacancy_id = ANY($1::uuid[])',
    [vacancyIds],
  );
  // One text a list: reading a row for each person takes the thread four times as long.
  const matches = await manager.query<{ vacancyId: string; people: MatchTuple[] }[]>(
    `SELECT vacancy_id AS "vacancyId", json_agg(json_build_array(candidate_id, score_bp, verified, confirmed_month,
       tie, person, verdict)) AS people
     FROM matches WHERE vacancy_id = ANY($1::uuid[]) GROUP BY vacancy_id`,
    [vacancyIds],
  );
  const entries = new Map(
    matches.map(({ vacancyId, people }) => [vacancyId, people.map(toStanding)]),
  );
  return new Map(lists.map((row) => [row.vacancy_id, toKept(row, entries.get(row.vacancy_id))]));
}

function toStanding(row: MatchTuple): Standing {
  const [candidateId, scoreBp, verified, confirmedMonth, tie, person, verdict] = row;
  return { candidateId, scoreBp, verified, confirmedMonth, tie, person, verdict };
}

function toKept(row: ListRow, entries: Standing[] = []): KeptList {
  return {
    vacancyId: row.vacancy_id,
    month: row.month,
    taxonomyVersion: row.taxonomy_version,
    list: { entries: entries.sort(comparePlaces), floor: floorOf(row) },
    burst: {
      endsAt: row.burst_ends_at,
      count: row.burst_count,
      entered: row.pending_entered,
      risen: row.pending_risen,
      left: row.pending_left,
      cause: row.pending_cause,
    },
  };
}

function floorOf(row: ListRow): MatchPlace | null {
  const { floor_score_bp: scoreBp, floor_verified: verified, floor_month: confirmedMonth } = row;
  const { floor_tie: tie, floor_person: person } = row;
  if (scoreBp === null || verified === null || confirmedMonth === null) return null;
  return tie === null || person === null
    ? null
    : { scoreBp, verified, confirmedMonth, tie: Number(tie), person };
}

/** Whose lists hold which of these people. */
export async function listsHolding(
  manager: EntityManager,
  candidateIds: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await manager.query<{ candidateId: string; vacancyIds: string[] }[]>(
    `SELECT candidate_id AS "candidateId", array_agg(vacancy_id) AS "vacancyIds"
     FROM matches WHERE candidate_id = ANY($1::uuid[]) GROUP BY candidate_id`,
    [candidateIds],
  );
  return new Map(rows.map(({ candidateId, vacancyIds }) => [candidateId, vacancyIds]));
}

/** Lists whose counted events are due to be told. */
export async function overdueLists(manager: EntityManager, now: Date): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT vacancy_id AS id FROM match_lists
     WHERE burst_ends_at <= $1 AND pending_cause IS NOT NULL`,
    [now],
  );
  return rows.map(({ id }) => id);
}

/** Writes lists anew; `before` says what stands there, so that only what differs is touched. Cost: 3 queries. */
export async function writeLists(
  manager: EntityManager,
  lists: readonly KeptList[],
  before: ReadonlyMap<string, KeptList>,
): Promise<void> {
  if (lists.length === 0) return;
  await upsertLists(manager, lists);
  const gone: [string, string][] = [];
  const changed: (readonly [string, Standing])[] = [];
  for (const { vacancyId, list } of lists) {
    const old = new Map((before.get(vacancyId)?.list ?? EMPTY_LIST).entries.map(byCandidate));
    for (const entry of list.entries) {
      const known = old.get(entry.candidateId);
      old.delete(entry.candidateId);
      if (known === undefined || !isSame(known, entry)) changed.push([vacancyId, entry]);
    }
    for (const candidateId of old.keys()) gone.push([vacancyId, candidateId]);
  }
  if (gone.length > 0) {
    await manager.query(
      `DELETE FROM matches m USING unnest($1::uuid[], $2::uuid[]) AS gone (vacancy_id, candidate_id)
       WHERE m.vacancy_id = gone.vacancy_id AND m.candidate_id = gone.candidate_id`,
      [gone.map(([vacancy]) => vacancy), gone.map(([, candidate]) => candidate)],
    );
  }
  if (changed.length > 0) await upsertMatches(manager, changed);
}

const byCandidate = (entry: Standing) => [entry.candidateId, entry] as const;

const isSame = (a: Standing, b: Standing) => comparePlaces(a, b) === 0 && a.verdict === b.verdict;

async function upsertLists(manager: EntityManager, lists: readonly KeptList[]): Promise<void> {
  const rows = lists.map(({ vacancyId, month, taxonomyVersion, list: { floor }, burst }) => [
    ...[vacancyId, month, taxonomyVersion],
    ...[floor?.scoreBp, floor?.verified, floor?.confirmedMonth, floor?.tie, floor?.person],
    ...[burst.endsAt, burst.count, burst.entered, burst.risen, burst.left, burst.cause],
  ]);
  await manager.query(
    `INSERT INTO match_lists (vacancy_id, month, taxonomy_version, floor_score_bp, floor_verified, floor_month,
       floor_tie, floor_person, burst_ends_at, burst_count, pending_entered, pending_risen, pending_left, pending_cause)
     SELECT * FROM unnest($1::uuid[], $2::integer[], $3::integer[], $4::integer[], $5::integer[], $6::integer[],
       $7::bigint[], $8::integer[], $9::timestamptz[], $10::integer[], $11::integer[], $12::integer[], $13::integer[],
       $14::text[])
     ON CONFLICT (vacancy_id) DO UPDATE SET (month, taxonomy_version, floor_score_bp, floor_verified, floor_month,
       floor_tie, floor_person, burst_ends_at, burst_count, pending_entered, pending_risen, pending_left, pending_cause)
       = ROW (excluded.month, excluded.taxonomy_version, excluded.floor_score_bp, excluded.floor_verified,
       excluded.floor_month, excluded.floor_tie, excluded.floor_person, excluded.burst_ends_at, excluded.burst_count,
       excluded.pending_entered, excluded.pending_risen, excluded.pending_left, excluded.pending_cause)`,
    columnsOf(rows),
  );
}

async function upsertMatches(
  manager: EntityManager,
  matches: readonly (readonly [string, Standing])[],
): Promise<void> {
  const rows = matches.map(([vacancyId, entry]) => [
    ...[vacancyId, entry.candidateId, entry.scoreBp, entry.verified, entry.confirmedMonth],
    ...[entry.tie, entry.person, entry.verdict],
  ]);
  // Somebody who was deleted meanwhile has no row to stand for.
  await manager.query(
    `INSERT INTO matches (vacancy_id, candidate_id, score_bp, verified, confirmed_month, tie, person, verdict)
     SELECT new.* FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::integer[], $6::bigint[],
       $7::integer[], $8::text[]) AS new (vacancy_id, candidate_id, score_bp, verified, confirmed_month, tie, person, verdict)
     JOIN candidates c ON c.id = new.candidate_id
     ON CONFLICT (vacancy_id, candidate_id) DO UPDATE SET (score_bp, verified, confirmed_month, tie, person, verdict)
       = ROW (excluded.score_bp, excluded.verified, excluded.confirmed_month, excluded.tie, excluded.person, excluded.verdict)`,
    columnsOf(rows),
  );
}

const columnsOf = (rows: readonly (readonly unknown[])[]) =>
  (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? null));

/** Removes the lists of vacancies that are no longer open. */
export async function removeLists(
  manager: EntityManager,
  vacancyIds: readonly string[],
): Promise<void> {
  if (vacancyIds.length === 0) return;
  await manager.query('DELETE FROM match_lists WHERE vacancy_id = ANY($1::uuid[])', [vacancyIds]);
}

/** Of which employers these vacancies are, of those that exist and stay until the transaction ends. */
export async function employersOf(
  manager: EntityManager,
  vacancyIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await manager.query<{ id: string; employerId: string }[]>(
    'SELECT id, employer_id AS "employerId" FROM vacancies WHERE id = ANY($1::uuid[]) FOR KEY SHARE',
    [vacancyIds],
  );
  return new Map(rows.map(({ id, employerId }) => [id, employerId]));
}
