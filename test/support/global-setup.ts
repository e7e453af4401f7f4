import 'reflect-metadata';
import { createTestHome } from './test-home';
import { startTestServers } from './test-servers';

/** Jest calls this once before the integration tests. */
async function globalSetup(): Promise<void> {
  const servers = await startTestServers(createTestHome(process.pid));
  Object.assign(globalThis, { stopTestServers: servers.stop });
}

export = globalSetup;
