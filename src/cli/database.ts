import { Command } from 'commander';
import { loadConfig } from '../config';
import { bootstrapDatabase } from '../database/bootstrap';
import { migrate } from '../database/migrate';
import { say } from './session';

/** `padan database`: prepares an external PostgreSQL server and brings its schema up to date. */
export function databaseCommand(): Command {
  const command = new Command('database').description('prepare and migrate an external database');
  command
    .command('prepare')
    .description('create roles and database with DATABASE_ADMIN_URL, then migrate')
    .action(async () => {
      const { database } = loadConfig();
      if (database.adminUrl === null || database.url === null || database.migratorUrl === null) {
        throw new Error('Set DATABASE_ADMIN_URL, DATABASE_URL and DATABASE_MIGRATOR_URL');
      }
      const app = new URL(database.url);
      const migrator = new URL(database.migratorUrl);
      await bootstrapDatabase(database.adminUrl, {
        database: decodeURIComponent(app.pathname.slice(1)),
        appPassword: decodeURIComponent(app.password),
        migratorPassword: decodeURIComponent(migrator.password),
      });
      report(await migrate(database.migratorUrl));
    });
  command
    .command('migrate')
    .description('run the migrations that have not run yet')
    .action(async () => {
      const { database } = loadConfig();
      if (database.migratorUrl === null) throw new Error('Set DATABASE_MIGRATOR_URL');
      report(await migrate(database.migratorUrl));
    });
  return command;
}

function report(names: readonly string[]): void {
  say(names.length === 0 ? 'The schema is up to date.' : `Migrated: ${names.join(', ')}`);
}
