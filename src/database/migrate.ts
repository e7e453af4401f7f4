import type { MigrationInterface } from 'typeorm';
import { migrations as allMigrations } from '../../migrations';
import { withClient } from './bootstrap';
import { createDataSource } from './data-source';
import { installJobs } from './install-jobs';

/** Any number will do, as long as every instance uses the same ("padan" in ASCII). */
const MIGRATION_LOCK = 0x70_61_64_61_6e;

/**
 * Brings the database and the job queue in it to today's schema and returns the names of our migrations that ran.
 * Instances that start together take turns, so each migration runs once.
 */
export async function migrate(
  migratorUrl: string,
  migrations: readonly (new () => MigrationInterface)[] = allMigrations,
): Promise<string[]> {
  return await withClient(migratorUrl, async (client) => {
    // Held by the session, released when the connection ends, also after a crash.
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = createDataSource(migratorUrl, {
      migrations,
      poolSize: 2,
      statementLimitMs: 0,
    });
    await dataSource.initialize();
    try {
      const ran = await dataSource.runMigrations();
      await installJobs(migratorUrl);
      return ran.map((migration) => migration.name);
    } finally {
      await dataSource.destroy();
    }
  });
}
