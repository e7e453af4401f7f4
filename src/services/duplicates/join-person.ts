import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import type { CandidateStatus } from '../../entities/vocabulary';
import type { MergePair } from './merge-pair';

/** Columns that the record that is kept takes from the other where it says nothing, and what nothing is. */
const FILLED: Readonly<Record<string, string>> = {
  phone: 'NULL',
  email: 'NULL',
  birth_date: 'NULL',
  gender: 'NULL',
  address: 'NULL',
  region_code: 'NULL',
  identity_region_code: 'NULL',
  education: 'NULL',
  available_from: 'NULL',
  expected_wage: 'NULL',
  willing_region_codes: "'{}'",
  employment_types: "'{}'",
};

/** How a record stood; times as PostgreSQL writes them. */
export interface Standing {
  readonly status: CandidateStatus;
  readonly confirmedOn: string;
  readonly matchingConsentAt: string | null;
}

export interface JoinedPerson {
  /** Columns that were filled in. */
  readonly columns: readonly string[];
  readonly keep: Standing;
  readonly drop: Standing;
  /** How the record that is kept stands for both. */
  readonly joined: Pick<Standing, 'status' | 'confirmedOn'>;
}

/** A record that rests is in no ranking, whatever its account does. */
const RESTING: CandidateStatus = 'DORMANT';

/**
 * Fills in what the record that is kept does not say, and lets the other one rest. A search that rests goes on where the
 * other one was active.
 *
 * Cost: 5 queries.
 */
export async function joinPerson(
  manager: EntityManager,
  pair: MergePair,
  at: Date,
): Promise<JoinedPerson> {
  const { keepId, dropId } = pair;
  const [keep, drop] = [await readStanding(manager, keepId), await readStanding(manager, dropId)];
  const columns = await missingColumns(manager, pair);
  const isWoken = drop.status === 'ACTIVE' && ['DRAFT', 'DORMANT'].includes(keep.status);
  const joined = {
    status: isWoken ? drop.status : keep.status,
    confirmedOn: drop.confirmedOn > keep.confirmedOn ? drop.confirmedOn : keep.confirmedOn,
  };
  const taken = columns.map((column) => `, ${column} = d.${column}`).join('');
  await manager.query(
    `UPDATE candidates k SET status = $3, confirmed_on = $4, version = k.version + 1, updated_at = $5${taken}
     FROM candidates d WHERE k.id = $1 AND d.id = $2`,
    [keepId, dropId, joined.status, joined.confirmedOn, at],
  );
  await manager.query(
    'UPDATE candidates SET status = $2, version = version + 1, updated_at = $3 WHERE id = $1',
    [dropId, RESTING, at],
  );
  return { columns, keep, drop, joined };
}

/** Takes back what has not changed since. Cost: 2 queries. */
export async function partPerson(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
  { columns, keep, drop, joined }: JoinedPerson,
  at: Date,
): Promise<void> {
  const returned = columns
    .map(
      (column) =>
        `, ${column} = CASE WHEN k.${column} = d.${column} THEN ${FILLED[column]} ELSE k.${column} END`,
    )
    .join('');
  await manager.query(
    `UPDATE candidates k SET version = k.version + 1, updated_at = $3,
       status = CASE WHEN k.status = $4 THEN $5 ELSE k.status END,
       confirmed_on = CASE WHEN k.confirmed_on = $6 THEN $7::date ELSE k.confirmed_on END${returned}
     FROM candidates d WHERE k.id = $1 AND d.id = $2`,
    [
      ...[keepId, dropId, at, joined.status, keep.status],
      ...[joined.confirmedOn, keep.confirmedOn],
    ],
  );
  await manager.query(
    'UPDATE candidates SET status = $2, version = version + 1, updated_at = $3 WHERE id = $1',
    [dropId, drop.status, at],
  );
}

/**
 * Keeps what rankings read in step with the ledger: the time from before as long as a consent lives, else none.
 *
 * Cost: 1 query.
 */
export const projectConsent = (
  manager: EntityManager,
  candidateId: string,
  { matchingConsentAt }: Pick<Standing, 'matchingConsentAt'>,
): Promise<unknown> =>
  manager.query(
    `UPDATE candidates c SET matching_consent_at = (
       SELECT coalesce($2::timestamptz, min(granted_at)) FROM consents
       WHERE candidate_id = c.id AND purpose = 'MATCHING' AND withdrawn_at IS NULL HAVING count(*) > 0)
     WHERE id = $1`,
    [candidateId, matchingConsentAt],
  );

/** Announces both records as they are now. Cost: 2 queries. */
export async function announcePair(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
  dropKind: 'candidate.paused' | 'candidate.updated',
): Promise<void> {
  const rows = await manager.query<{ id: string; version: number }[]>(
    'SELECT id, version FROM candidates WHERE id = ANY($1::uuid[]) ORDER BY id',
    [[keepId, dropId]],
  );
  await appendOutbox(
    manager,
    rows.map(({ id, version }) => ({
      ...{ aggregate: 'candidate' as const, aggregateId: id, version },
      kind: id === dropId ? dropKind : 'candidate.updated',
    })),
  );
}

async function readStanding(manager: EntityManager, id: string): Promise<Standing> {
  const [row] = await manager.query<Standing[]>(
    `SELECT status, confirmed_on::text AS "confirmedOn", matching_consent_at::text AS "matchingConsentAt"
     FROM candidates WHERE id = $1`,
    [id],
  );
  return row;
}

async function missingColumns(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
): Promise<string[]> {
  const isMissing = Object.entries(FILLED).map(
    ([column, nothing]) =>
      `(k.${column} IS NOT DISTINCT FROM ${nothing} AND d.${column} IS DISTINCT FROM ${nothing}) AS ${column}`,
  );
  const [row] = await manager.query<Record<string, boolean>[]>(
    `SELECT ${isMissing.join(', ')} FROM candidates k, candidates d WHERE k.id = $1 AND d.id = $2`,
    [keepId, dropId],
  );
  return Object.keys(FILLED).filter((column) => row[column]);
}
