import type { EntityManager } from 'typeorm';
import type { Actor } from '../database/as-actor';

/**
 * Runs `work` in one transaction under the rights of `actor` (row level security): one that may write, or one that
 * only reads. Rolls back when `work` throws.
 */
export type RunAs = <T>(actor: Actor, work: (manager: EntityManager) => Promise<T>) => Promise<T>;

/**
 * Runs a part of a transaction under the rights of another actor; behind it, done or failed, those from before hold again.
 *
 * Errors: those of `work`.
 */
export async function withinAs<T>(
  manager: EntityManager,
  actor: Actor,
  work: () => Promise<T>,
): Promise<T> {
  const [{ before }]: { before: string }[] = await manager.query(
    "SELECT current_setting('padan.actor') AS before",
  );
  const rightsOf = (name: string) =>
    manager.query("SELECT set_config('padan.actor', $1, true)", [name]);
  await rightsOf(actor);
  try {
    return await work();
  } finally {
    // Also for who goes on behind a failure; where PostgreSQL ended the transaction nothing can be asked any more.
    await rightsOf(before).catch(() => undefined);
  }
}
