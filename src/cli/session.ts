import { destination, type Logger, pino } from 'pino';
import type { DataSource } from 'typeorm';
import { type Config, loadConfig } from '../config';
import { createDataSource } from '../database/data-source';
import { migrate } from '../database/migrate';
import { attachOrProvideServers, type Servers } from '../embedded/servers';

/** What a command works with: the servers of the running service, or its own for as long as it runs. */
export interface Session {
  config: Config;
  log: Logger;
  servers: Servers;
  /** Role `padan_app`, without a statement limit: commands do bulk work. */
  dataSource: DataSource;
}

/** Opens a session on a migrated database, runs the command, and closes what was opened. */
export async function withSession<T>(run: (session: Session) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const log = pino(
    { level: config.logLevel === 'info' ? 'warn' : config.logLevel },
    destination(2),
  );
  const servers = await attachOrProvideServers(config, log);
  try {
    await migrate(servers.database.migratorUrl);
    const dataSource = createDataSource(servers.database.appUrl, {
      poolSize: 4,
      statementLimitMs: 0,
    });
    await dataSource.initialize();
    try {
      return await run({ config, log, servers, dataSource });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await servers.stop();
  }
}

/** Writes one line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
