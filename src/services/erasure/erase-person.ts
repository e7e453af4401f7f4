import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { handOverAccount } from './merged-records';
import { stripSnapshots } from './strip-snapshots';

interface Erased {
  number: number;
  version: number;
  accountId: string | null;
}

/**
 * Removes a person, in the caller's transaction: every row that names them, the secret of their receipts, what frozen
 * orders show of them, and their account unless it also works for an employer or an office. Left are a tombstone, the
 * change that says so, and numbers that lead nowhere. False for somebody who is not there.
 *
 * Shape: rows of a person go with the row in `candidates`, by their foreign keys; nobody can add one afterwards. Standing
 * lists keep the id until the matcher has seen the change and knows whose place is free. A record that rests since a merge
 * leaves its account to the one that stands for it.
 * Cost: 11 queries, and those of `stripSnapshots`.
 */
export async function erasePerson(
  manager: EntityManager,
  candidateId: string,
  at: Date,
): Promise<boolean> {
  await handOverAccount(manager, candidateId);
  const [person] = await manager.query<Erased[]>(
    `SELECT number, version, account_id AS "accountId" FROM candidates WHERE id = $1 FOR UPDATE`,
    [candidateId],
  );
  if (person === undefined) return false;
  await manager.query(
    'INSERT INTO candidate_tombstones (id, number, erased_at) VALUES ($1, $2, $3)',
    [candidateId, person.number, at],
  );
  await manager.query('DELETE FROM candidates WHERE id = $1', [candidateId]);
  if (person.accountId !== null) await endAccount(manager, person.accountId);
  await manager.query(
    `DELETE FROM dead_letters WHERE aggregate = 'candidate' AND aggregate_id = $1`,
    [candidateId],
  );
  await stripSnapshots(manager, new Set([person.number]));
  await appendOutbox(manager, [
    {
      aggregate: 'candidate',
      aggregateId: candidateId,
      kind: 'candidate.erased',
      version: person.version + 1,
    },
  ]);
  return true;
}

/** What an account has beside a person's search for work keeps it: then only its earlier answers and codes go. */
async function endAccount(manager: EntityManager, accountId: string): Promise<void> {
  await manager.query('DELETE FROM idempotency_keys WHERE account_id = $1', [accountId]);
  await manager.query(
    `DELETE FROM sign_in_codes WHERE address_hash IN (
       SELECT address_hash FROM account_addresses WHERE account_id = $1)`,
    [accountId],
  );
  await manager.query(
    `DELETE FROM accounts WHERE id = $1
       AND NOT EXISTS (SELECT FROM memberships WHERE account_id = $1)
       AND NOT EXISTS (SELECT FROM office_memberships WHERE account_id = $1)
       AND NOT EXISTS (SELECT FROM candidates WHERE account_id = $1)`,
    [accountId],
  );
}
