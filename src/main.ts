import 'reflect-metadata';
import { describeStart } from './app/start-report';
import { loadConfig } from './config';
import { announceApi } from './embedded/run-file';
import { provideServers } from './embedded/servers';
import { createLogger } from './logging/logger';
import { reportCrashes } from './logging/report-crashes';

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  reportCrashes(log);
  const stops: (() => Promise<void>)[] = [];
  const ended = whenSignalled();

  const starting = provideServers(config, log);
  // A second of loading, while the servers start.
  const loading = import('./app/serve.js');
  const servers = await starting;
  stops.push(servers.stop);
  try {
    const { serve } = await loading;
    const app = await serve(config, servers, log);
    stops.push(app.stop);
    announceApi(config.home, app.address);
    process.stdout.write(
      describeStart(app.address, process.uptime(), servers.meilisearch === null),
    );
    log.info({ signal: await ended }, 'Stopping');
  } finally {
    for (const stop of stops.reverse()) await stop();
  }
}

function whenSignalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, resolve);
  });
}
