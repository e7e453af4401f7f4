import type { EntityManager } from 'typeorm';

/** Until the transaction ends, no other one of the account makes such a thing: what is counted stays counted. */
export async function takeTurns(
  manager: EntityManager,
  accountId: string,
  thing: string,
): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `padan ${thing} ${accountId}`,
  ]);
}
