import { removeTestHome } from './test-home';

/** Jest calls this once after the integration tests. */
async function globalTeardown(): Promise<void> {
  const { stopTestServers } = globalThis as { stopTestServers?: () => Promise<void> };
  await stopTestServers?.();
  removeTestHome(process.pid);
}

export = globalTeardown;
