import type { EntityManager } from 'typeorm';

/** The records that rest since they were made one with this one: they are of the same person. Cost: 1 query. */
export async function restingRecords(
  manager: EntityManager,
  candidateId: string,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    'SELECT drop_id AS id FROM candidate_merges WHERE keep_id = $1 ORDER BY id',
    [candidateId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Where a record that rests goes for good, the person's account goes over to the record that stands for it: the account
 * itself where there is none, else the addresses to which it is sent codes, unless one of the two also acts for an
 * employer or an office.
 *
 * Cost: 1 query, 3 with an account.
 */
export async function handOverAccount(manager: EntityManager, dropId: string): Promise<void> {
  const [pair] = await manager.query<{ keepId: string; own: string | null; other: string }[]>(
    `SELECT k.id AS "keepId", k.account_id AS own, d.account_id AS other FROM candidate_merges m
     JOIN candidates k ON k.id = m.keep_id JOIN candidates d ON d.id = m.drop_id
     WHERE d.id = $1 AND d.account_id IS NOT NULL`,
    [dropId],
  );
  if (pair === undefined) return;
  if (pair.own === null) {
    await manager.query('UPDATE candidates SET account_id = NULL WHERE id = $1', [dropId]);
    await manager.query('UPDATE candidates SET account_id = $2 WHERE id = $1', [
      pair.keepId,
      pair.other,
    ]);
    return;
  }
  await manager.query(
    `UPDATE account_addresses SET account_id = $1, failures = 0 WHERE account_id = $2
       AND NOT EXISTS (SELECT FROM memberships WHERE account_id IN ($1, $2))
       AND NOT EXISTS (SELECT FROM office_memberships WHERE account_id IN ($1, $2))`,
    [pair.own, pair.other],
  );
}
