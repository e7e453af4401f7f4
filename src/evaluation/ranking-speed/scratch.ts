import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../config';
import { silentLog } from '../../embedded/log';
import { provideServers, type Servers } from '../../embedded/servers';

const running = new Set<() => Promise<void>>();

/** Leaves nothing behind when a run is broken off. */
export async function stopScratchServers(): Promise<void> {
  await Promise.allSettled([...running].map((stop) => stop()));
}

/** Runs with a PostgreSQL and a Meilisearch of its own, gone afterwards; no setting of the surroundings counts. */
export async function withScratchServers<T>(run: (servers: Servers) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'padan-bench-'));
  try {
    const config = loadConfig({ NODE_ENV: 'test', PADAN_HOME: home });
    const servers = await provideServers(config, silentLog, {
      isAnnounced: false,
      isDurable: false,
    });
    const stop = async () => {
      running.delete(stop);
      await servers.stop();
      rmSync(home, { recursive: true, force: true });
    };
    running.add(stop);
    try {
      return await run(servers);
    } finally {
      if (running.has(stop)) await stop();
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
