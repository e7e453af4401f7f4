import { escapeLiteral } from 'pg';
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

/**
 * Like `asActor`, in a transaction that cannot write.
 *
 * Begins and names the actor in one statement: most requests make several such reads, and each way to the database
 * and back costs more than a read by key.
 */
export function asActorRead<T>(
  dataSource: DataSource,
  actor: Actor,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return readIn('READ ONLY', dataSource, actor, run);
}

/** Like `asActorRead`, but all of its statements see the database as of one moment. */
export function asActorFrozen<T>(
  dataSource: DataSource,
  actor: Actor,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  return readIn('ISOLATION LEVEL REPEATABLE READ READ ONLY', dataSource, actor, run);
}

async function readIn<T>(
  mode: 'READ ONLY' | 'ISOLATION LEVEL REPEATABLE READ READ ONLY',
  dataSource: DataSource,
  actor: Actor,
  run: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(
      `START TRANSACTION ${mode}; SELECT set_config('padan.actor', ${escapeLiteral(actor)}, true)`,
    );
    try {
      const result = await run(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      // The first error says more than a failed rollback, after which the pool drops the connection.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  } finally {
    await runner.release();
  }
}
