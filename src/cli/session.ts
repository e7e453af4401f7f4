import { destination, type Logger, pino } from 'pino';
import type { DataSource } from 'typeorm';
import { type Config, loadConfig } from '../config';
import { createDataSource } from '../database/data-source';
import { migrate } from '../database/migrate';
import { attachOrProvideServers, type Servers } from '../embedded/servers';
import { repeatLogged } from '../erasures/repeat-logged';
import { SearchClient } from '../search/client';
import { setOfficeZone } from '../text/office-zone';

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
  setOfficeZone(config.officeZone);
  const log = commandLog(config);
  const servers = await attachOrProvideServers(config, log);
  try {
    await migrate(servers.database.migratorUrl);
    const dataSource = createDataSource(servers.database.appUrl, {
      poolSize: 4,
      statementLimitMs: 0,
    });
    await dataSource.initialize();
    try {
      // Not even a command finds whoever was erased in a restored backup.
      await repeatLogged(dataSource, config.erasureLog);
      return await run({ config, log, servers, dataSource });
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await servers.stop();
  }
}

/** Standard output is for answers. */
function commandLog({ logLevel }: Config): Logger {
  return pino({ level: logLevel === 'info' ? 'warn' : logLevel }, destination(2));
}

/** Runs a command that needs nothing but the search server. */
export async function withSearch<T>(run: (client: SearchClient) => Promise<T>): Promise<T> {
  const config = loadConfig();
  const servers = await attachOrProvideServers(config, commandLog(config));
  try {
    if (servers.meilisearch === null) throw new Error('There is no search server');
    const client = new SearchClient(servers.meilisearch);
    try {
      return await run(client);
    } finally {
      client.close();
    }
  } finally {
    await servers.stop();
  }
}

/** Writes one line for the person at the terminal. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
