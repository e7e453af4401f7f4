import type { DataSource, EntityManager } from 'typeorm';

/**
 * For whom the database is asked; row level security compares with it
 * (`nullif(current_setting('padan.actor', true), '')`). `system` is our own background work, `public` nobody
 * known; the others carry an account's or candidate's id.
 */
export type Actor =
  | 'system'
  | 'public'
  | `account:${string}`
  | `candidate:${string}`
  | `office:${string}`;

/** Runs the function in one transaction that sees and changes only what the actor may. */
export async function asActor<T>(
  dataSource: DataSource,
  actor: Actor,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return await dataSource.transaction(async (manager) => {
    await manager.query("select set_config('padan.actor', $1, true)", [actor]);
    return await run(manager);
  });
}

/** Like `asActor`, in a transaction that cannot write. */
export async function asActorRead<T>(
  dataSource: DataSource,
  actor: Actor,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return await dataSource.transaction(async (manager) => {
    await manager.query(
      "select set_config('padan.actor', $1, true), set_config('transaction_read_only', 'on', true)",
      [actor],
    );
    return await run(manager);
  });
}
