import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { readJson, writePrivateJson } from './json-file';
import type { Log } from './log';
import { postgresAccount } from './postgres-account';
import { postgresBinaries } from './postgres-binaries';
import {
  freePort,
  isRunning,
  launch,
  logTail,
  type ProcessMark,
  serverEnvironment,
  stopProcess,
  waitUntil,
} from './processes';
import type { SupervisedServer } from './supervisor';

const ADMIN = 'postgres';
const START_LIMIT_MS = 60_000;
const START_ATTEMPTS = 3;

/** INT ends sessions and writes a checkpoint, QUIT leaves recovery to the next start. */
const STOP_STEPS = [
  ['SIGINT', 15_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 5_000],
] as const;

/** For a developer's machine: half a gigabyte at most, and every acknowledged write on disk. */
const DURABLE_SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_connections: '60',
  wal_level: 'minimal',
  max_wal_senders: '0',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
};

/** For tests, whose data may be lost. */
const VOLATILE_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  // Every worker of a machine with many cores has services and pools of its own.
  max_connections: '300',
};

export interface PostgresServer extends SupervisedServer {
  /** Connection of the superuser to a database. */
  adminUrl(database: string): string;
}

interface PostgresOptions {
  home: string;
  password: string;
  /** Off only in tests: a crash of the machine may then lose everything. */
  isDurable: boolean;
  /** Any free one when it is left out. */
  port?: number;
  log: Log;
}

/**
 * Starts PostgreSQL on its folder below `home`, creating it at the first start. A server that an earlier
 * process left behind is stopped first, so that settings and binaries are always today's.
 *
 * Shape: the caller holds the lock of `home`.
 * Errors: Error with the end of the server's log.
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const { home, log } = options;
  const folder = path.join(home, 'postgres');
  const markFile = path.join(home, 'postgres.lock');
  await stopOrphan(folder, markFile, log);
  const binaries = postgresBinaries();
  const account = postgresAccount(home, binaries.postgres);
  if (!existsSync(path.join(folder, 'PG_VERSION'))) {
    await createCluster({ ...options, folder, command: [...account.prefix, binaries.initdb] });
  }
  account.takeOver(folder);
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const logFile = path.join(home, 'postgres.log');
    const settings = { ...DURABLE_SETTINGS, ...(options.isDurable ? {} : VOLATILE_SETTINGS) };
    const { mark, exited } = launch(
      [...account.prefix, binaries.postgres, '-D', folder, ...serverArguments(port, settings)],
      { logFile },
    );
    writePrivateJson(markFile, mark);
    if (await isReady(folder, mark)) {
      return {
        port,
        process: mark,
        exited,
        adminUrl: (database) =>
          `postgresql://${ADMIN}:${options.password}@127.0.0.1:${port}/${database}`,
        stop: async () => {
          await stopProcess(mark, STOP_STEPS);
          rmSync(markFile, { force: true });
        },
      };
    }
    await stopProcess(mark, STOP_STEPS);
    if (attempt === START_ATTEMPTS) {
      throw new Error(`PostgreSQL does not start; ${logFile} ends with:\n${logTail(logFile)}`);
    }
  }
}

function serverArguments(port: number, settings: Readonly<Record<string, string>>): string[] {
  const network = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
  };
  return Object.entries({ ...settings, ...network }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
}

async function createCluster(
  options: PostgresOptions & { folder: string; command: readonly string[] },
): Promise<void> {
  options.log.info(`Creating a PostgreSQL database in ${options.folder}`);
  // Made under another name and renamed: an interrupted first start leaves nothing that looks finished.
  const draft = `${options.folder}.new`;
  const passwordFile = path.join(options.home, 'postgres.password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(options.home, { recursive: true });
  writeFileSync(passwordFile, options.password, { mode: 0o600 });
  const [program = '', ...prefix] = options.command;
  const initdb = promisify(execFile)(
    program,
    [
      ...prefix,
      ...['-D', draft, '-U', ADMIN, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
      ...['--encoding', 'UTF8', '--locale', process.platform === 'linux' ? 'C.UTF-8' : 'C'],
      // PostgreSQL's own collation: the order of names does not depend on the machine's libraries.
      ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--no-instructions'],
      ...(options.isDurable ? [] : ['--no-sync']),
    ],
    { env: serverEnvironment },
  );
  try {
    await initdb;
    renameSync(draft, options.folder);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

async function stopOrphan(folder: string, markFile: string, log: Log): Promise<void> {
  const mark = readJson<ProcessMark>(markFile);
  if (mark === null) return;
  if (isRunning(mark)) {
    log.warn(`Stopping PostgreSQL (process ${mark.pid}), left behind by an earlier start`);
    await stopProcess(mark, STOP_STEPS);
  }
  if (postmasterLines(folder)[0] === String(mark.pid)) {
    // Our server died without cleaning up. Should its number still stand for a process that nobody has
    // buried, or for another program, PostgreSQL would take that for a living server and refuse to start.
    rmSync(path.join(folder, 'postmaster.pid'), { force: true });
  }
  rmSync(markFile, { force: true });
}

async function isReady(folder: string, mark: ProcessMark): Promise<boolean> {
  const isDecided = await waitUntil(
    () => isAccepting(folder, mark) || !isRunning(mark),
    START_LIMIT_MS,
  );
  return isDecided && isAccepting(folder, mark);
}

/** The first line of `postmaster.pid` is the process, the eighth its state. */
function isAccepting(folder: string, mark: ProcessMark): boolean {
  const lines = postmasterLines(folder);
  return lines[0] === String(mark.pid) && lines[7]?.trim() === 'ready';
}

function postmasterLines(folder: string): string[] {
  try {
    return readFileSync(path.join(folder, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return [];
  }
}
