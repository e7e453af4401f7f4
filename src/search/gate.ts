import type { Client } from 'pg';

const GATE = 'padan search gate';

/**
 * Runs the work while no other process writes to the live indexes, so that an older state of a row can never
 * overwrite a newer one. The lock belongs to the connection: it opens by itself when the process dies.
 */
export async function throughGate<T>(connection: Client, work: () => Promise<T>): Promise<T> {
  await connection.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [GATE]);
  try {
    return await work();
  } finally {
    await connection.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [GATE]);
  }
}
