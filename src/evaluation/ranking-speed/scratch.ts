import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../config';
import { silentLog } from '../../embedded/log';
import { provideServers, type Servers } from '../../embedded/servers';

/** Runs with a PostgreSQL and a Meilisearch of its own, gone afterwards; no setting of the surroundings counts. */
export async function withScratchServers<T>(run: (servers: Servers) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'padan-bench-'));
  try {
    const config = loadConfig({ NODE_ENV: 'test', PADAN_HOME: home });
    const servers = await provideServers(config, silentLog, {
      isAnnounced: false,
      isDurable: false,
    });
    try {
      return await run(servers);
    } finally {
      await servers.stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
