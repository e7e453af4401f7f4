import type { DataSource } from 'typeorm';

/**
 * Refuses a connection whose role passes row level security: an owner of tables, a superuser.
 *
 * Errors: one that says which role to use. Cost: 1 query.
 */
export async function requireGuardedRole(dataSource: DataSource): Promise<void> {
  const [{ isGuarded }] = await dataSource.query<{ isGuarded: boolean }[]>(
    `SELECT row_security_active('candidates') AS "isGuarded"`,
  );
  if (isGuarded) return;
  throw new Error(
    'DATABASE_URL names a role that row level security does not bind. Use padan_app, which padan database prepare makes.',
  );
}
