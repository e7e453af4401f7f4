import type { EntityManager } from 'typeorm';
import { profileLimits } from '../candidates/profile';
import type { MergePair } from './merge-pair';

interface MovedTable {
  readonly table: string;
  /** What names a row among those of a person. */
  readonly key: string;
  /** Which rows `r` of `$2` go to `$1`. */
  readonly condition: string;
}

/** A record that says the same already keeps its own. */
const moved: readonly MovedTable[] = [
  {
    table: 'work_experiences',
    key: 'id',
    condition: `r.id IN (
      SELECT w.id FROM work_experiences w WHERE w.candidate_id = $2 AND NOT EXISTS (
        SELECT FROM work_experiences k WHERE k.candidate_id = $1
          AND lower(k.title) = lower(w.title) AND k.started_on = w.started_on)
      ORDER BY w.started_on DESC, w.id
      LIMIT greatest(0, ${profileLimits.workExperiences} - (
        SELECT count(*) FROM work_experiences k WHERE k.candidate_id = $1)))`,
  },
  {
    table: 'contacts',
    key: 'id',
    condition:
      'NOT EXISTS (SELECT FROM contacts k WHERE k.candidate_id = $1 AND k.vacancy_id = r.vacancy_id)',
  },
  {
    table: 'candidate_handles',
    key: 'handle',
    condition:
      'NOT EXISTS (SELECT FROM candidate_handles k WHERE k.candidate_id = $1 AND k.organisation_id = r.organisation_id)',
  },
  { table: 'candidate_origins', key: 'id', condition: 'true' },
  { table: 'disclosures', key: 'id', condition: 'true' },
];

/** Which rows moved, by table. */
export type MovedRows = Readonly<Record<string, readonly string[]>>;

/** Gives the rows of one record to the other. Cost: 6 queries. */
export async function moveRows(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
): Promise<MovedRows> {
  const keys: Record<string, string[]> = {};
  for (const { table, key, condition } of moved) {
    const [rows] = await manager.query<[{ key: string }[], number]>(
      `UPDATE ${table} r SET candidate_id = $1 WHERE r.candidate_id = $2 AND ${condition} RETURNING r.${key}::text AS key`,
      [keepId, dropId],
    );
    keys[table] = rows.map((row) => row.key);
  }
  await moveMessages(manager, keepId);
  return keys;
}

/** Gives them back, with what has happened to them since. Cost: 6 queries. */
export async function moveBack(
  manager: EntityManager,
  { keepId, dropId }: MergePair,
  keys: MovedRows,
): Promise<void> {
  for (const { table, key } of moved) {
    await manager.query(
      `UPDATE ${table} SET candidate_id = $2 WHERE candidate_id = $1 AND ${key}::text = ANY($3::text[])`,
      [keepId, dropId, keys[table] ?? []],
    );
  }
  await moveMessages(manager, dropId);
}

/** What somebody wrote with an application belongs to whom the application belongs to. */
const moveMessages = (manager: EntityManager, candidateId: string): Promise<unknown> =>
  manager.query(
    `UPDATE application_messages m SET candidate_id = c.candidate_id FROM contacts c
     WHERE c.id = m.contact_id AND c.candidate_id = $1 AND m.candidate_id <> $1`,
    [candidateId],
  );
