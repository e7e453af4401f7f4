import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Client } from 'pg';
import { withClient } from '../src/database/bootstrap';
import { freePort, stopProcess, waitUntil } from '../src/embedded/processes';
import { type RunFile, readRunFile } from '../src/embedded/run-file';
import { PROJECT } from './graphql';

/** A service of our own on its own servers, as a child process. */
export interface Service {
  readonly home: string;
  readonly port: number;
  /** Address of the public endpoint; those of the other audiences lie below it. */
  readonly url: string;
  /** Connections, once the service listens. */
  ready(): Promise<RunFile>;
  stop(): Promise<void>;
}

const READY_LIMIT_MS = 60_000;
const STOP_LIMIT_MS = 20_000;

const homes = new Set<string>();
const services = new Set<Service>();
/** What else is to be ended when the run is broken off. */
export const whenAbandoned = new Set<() => Promise<unknown>>();

/** A folder for one service, gone afterwards. */
export async function withHome<T>(run: (home: string) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'padan-bench-'));
  homes.add(home);
  try {
    return await run(home);
  } finally {
    removeHome(home);
  }
}

function removeHome(home: string): void {
  rmSync(home, { recursive: true, force: true });
  homes.delete(home);
}

/** Leaves nothing behind when the run is broken off. */
export async function abandon(): Promise<void> {
  await Promise.allSettled([...services].map((service) => service.stop()));
  await Promise.allSettled([...whenAbandoned].map((end) => end()));
  for (const home of homes) removeHome(home);
}

/** Starts a service, waits until it listens, and stops it afterwards; the client may read and change everything. */
export async function withService<T>(
  home: string,
  command: readonly string[],
  run: (service: Service, servers: RunFile, client: Client) => Promise<T>,
): Promise<T> {
  const service = await startService(home, command);
  try {
    const servers = await service.ready();
    return await withClient(servers.database.migratorUrl, (client) => {
      // A lost connection shows in the next statement; unheard, it would end the process before it tidied up.
      client.on('error', () => undefined);
      return run(service, servers, client);
    });
  } finally {
    await service.stop();
  }
}

/** The service straight from the build; options are those of Node.js. */
export const builtService = (options: readonly string[] = []): string[] => [
  process.execPath,
  ...options,
  path.join(PROJECT, 'dist/src/main.js'),
];

export async function startService(home: string, command: readonly string[]): Promise<Service> {
  const port = await freePort();
  const child = launch(command, home, { PORT: String(port), LOG_LEVEL: 'warn' });
  child.stdout?.resume();
  const ended = once(child, 'exit');
  let hasEnded = false;
  child.once('exit', () => {
    hasEnded = true;
  });
  const apiOf = () => readRunFile(home)?.apiUrl ?? null;
  const service: Service = {
    home,
    port,
    url: `http://127.0.0.1:${port}/graphql`,
    ready: async () => {
      await waitUntil(() => hasEnded || apiOf() !== null, READY_LIMIT_MS);
      const servers = readRunFile(home);
      if (hasEnded || servers === null) throw new Error('The service did not start');
      return servers;
    },
    stop: async () => {
      const owner = readRunFile(home)?.owner;
      if (owner !== undefined) await stopProcess(owner, [['SIGTERM', STOP_LIMIT_MS]]);
      else child.kill('SIGTERM');
      await ended;
      services.delete(service);
    },
  };
  services.add(service);
  return service;
}

/** Runs a command of `padan` on the servers of the service at `home`; returns what it printed. */
export async function padan(home: string, ...args: string[]): Promise<string> {
  const child = launch([process.execPath, path.join(PROJECT, 'bin/padan.js'), ...args], home);
  let output = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`padan ${args[0]} failed: ${output}`);
  return output;
}

/** Nothing of the surroundings but the way to the programs: a setting there would change the figures. */
function launch(
  [program = '', ...args]: readonly string[],
  home: string,
  settings: Readonly<Record<string, string>> = {},
): ChildProcess {
  const folders = [path.dirname(process.execPath), '/usr/local/bin', '/usr/bin', '/bin'];
  return spawn(program, args, {
    cwd: PROJECT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: folders.join(':'),
      HOME: os.homedir(),
      PADAN_HOME: home,
      // What is measured asks more than anybody may.
      BUDGET_FACTOR: '100000',
      ...settings,
    },
  });
}
