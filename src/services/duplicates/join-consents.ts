import type { EntityManager } from 'typeorm';
import type { MergePair } from './merge-pair';

/** Which consents of the pair changed. */
export interface JoinedConsents {
  /** Now stand for the record that is kept. */
  readonly moved: readonly string[];
  /** Ended, whosever they are. */
  readonly ended: readonly string[];
}

interface Row {
  readonly id: string;
  readonly candidateId: string;
  readonly purpose: string;
  readonly employerId: string | null;
  readonly vacancyId: string | null;
  readonly isLive: boolean;
}

/**
 * Joins what was agreed to, and never widens it: what one record took back, or what ran out there, the other cannot bring
 * back. A live consent whose scope meets such an end ends; every other one of the record that rests goes over, with its
 * text, time and channel.
 *
 * Cost: 3 queries.
 */
export async function joinConsents(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
  at: Date,
): Promise<JoinedConsents> {
  const rows = await readConsents(manager, [keepId, dropId], at);
  const ended = rows.filter(
    (row) =>
      row.isLive &&
      rows.some((other) => other.candidateId !== row.candidateId && ends(other, row, rows)),
  );
  const moved = rows.filter((row) => row.candidateId === dropId && !ended.includes(row));
  const idsOf = (list: readonly Row[]) => list.map(({ id }) => id);
  await manager.query(
    'UPDATE consents SET withdrawn_at = greatest($2, granted_at) WHERE id = ANY($1::uuid[])',
    [idsOf(ended), at],
  );
  await manager.query('UPDATE consents SET candidate_id = $2 WHERE id = ANY($1::uuid[])', [
    idsOf(moved),
    keepId,
  ]);
  return { moved: idsOf(moved), ended: idsOf(ended) };
}

/** Lets them stand as before; what the person took back since stays taken back. Cost: 2 queries. */
export async function partConsents(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
  { moved, ended }: JoinedConsents,
): Promise<void> {
  await manager.query(
    'UPDATE consents SET candidate_id = $3 WHERE candidate_id = $2 AND id = ANY($1::uuid[])',
    [moved, keepId, dropId],
  );
  await manager.query('UPDATE consents SET withdrawn_at = NULL WHERE id = ANY($1::uuid[])', [
    ended,
  ]);
}

/**
 * Whether a consent of one record, that has ended and that no live one there replaces, meets a live one of the other.
 */
function ends(over: Row, live: Row, rows: readonly Row[]): boolean {
  if (over.isLive || !meet(over, live)) return false;
  return !rows.some(
    (row) => row.isLive && row.candidateId === over.candidateId && isSameScope(row, over),
  );
}

const meet = (one: Row, other: Row): boolean =>
  one.purpose === other.purpose &&
  one.employerId === other.employerId &&
  (one.vacancyId === null || other.vacancyId === null || one.vacancyId === other.vacancyId);

const isSameScope = (one: Row, other: Row): boolean =>
  one.purpose === other.purpose &&
  one.employerId === other.employerId &&
  one.vacancyId === other.vacancyId;

const readConsents = (
  manager: EntityManager,
  people: readonly string[],
  at: Date,
): Promise<Row[]> =>
  manager.query(
    `SELECT id, candidate_id AS "candidateId", purpose, employer_id AS "employerId", vacancy_id AS "vacancyId",
       withdrawn_at IS NULL AND (expires_at IS NULL OR expires_at > $2) AS "isLive"
     FROM consents WHERE candidate_id = ANY($1::uuid[]) ORDER BY granted_at, id`,
    [people, at],
  );
