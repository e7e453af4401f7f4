import { loadConfig } from '../../src/config';
import { silentLog } from '../../src/embedded/log';
import { provideServers } from '../../src/embedded/servers';

/** A process of its own that starts the servers below its argument and holds them until SIGTERM. */
async function hold(home: string): Promise<void> {
  const servers = await provideServers(loadConfig({ PADAN_HOME: home }), silentLog);
  const timer = setInterval(() => {}, 1_000);
  process.once('SIGTERM', () => {
    clearInterval(timer);
    void servers.stop();
  });
  process.stdout.write('ready\n');
}

hold(process.argv[2] ?? '').catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
