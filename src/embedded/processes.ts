import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 10;
const LOG_LIMIT_BYTES = 5_000_000;
const LOG_TAIL_BYTES = 2_000;

/** What the launched servers see of the environment: nothing of ours can change how they behave. */
export const serverEnvironment: Readonly<Record<string, string>> = {
  LANG: 'C.UTF-8',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
};

/** A process told apart from a later one that got the same number. */
export interface ProcessMark {
  pid: number;
  /** When it started, in the system's own words; null when it had ended before we looked. */
  started: string | null;
}

export function markOf(pid: number): ProcessMark {
  return { pid, started: startOf(pid) };
}

/** Whether exactly this process still runs; a zombie does not. */
export function isRunning(mark: ProcessMark): boolean {
  return mark.started !== null && startOf(mark.pid) === mark.started;
}

/** Sends each signal in turn, with its patience in milliseconds, until the process is gone. */
export async function stopProcess(
  mark: ProcessMark,
  steps: readonly (readonly [signal: NodeJS.Signals, patienceMs: number])[],
): Promise<void> {
  for (const [signal, patienceMs] of steps) {
    if (!isRunning(mark)) return;
    try {
      process.kill(mark.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await waitUntil(() => !isRunning(mark), patienceMs)) return;
  }
  if (isRunning(mark)) throw new Error(`Process ${mark.pid} does not stop`);
}

/** Polls until the condition holds; false when the time is over. */
export async function waitUntil(
  condition: () => boolean | Promise<boolean>,
  patienceMs: number,
): Promise<boolean> {
  const deadline = performance.now() + patienceMs;
  while (!(await condition())) {
    if (performance.now() > deadline) return false;
    await sleep(POLL_MS);
  }
  return true;
}

/** A port nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  return await new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/**
 * Starts a server in its own process group (a Ctrl-C in the terminal reaches only us, so that requests in
 * flight still find their database), with its output appended to a log file.
 */
export function launch(
  command: readonly string[],
  options: { logFile: string; env?: Readonly<Record<string, string>> },
): { mark: ProcessMark; exited: Promise<void> } {
  const size = statSync(options.logFile, { throwIfNoEntry: false })?.size ?? 0;
  const log = openSync(options.logFile, size > LOG_LIMIT_BYTES ? 'w' : 'a', 0o600);
  const [program = '', ...args] = command;
  const child = spawn(program, args, {
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...serverEnvironment, ...options.env },
  });
  closeSync(log);
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    // A program that cannot be run; without a listener Node would crash.
    child.once('error', () => resolve());
  });
  child.unref();
  if (child.pid === undefined) throw new Error(`${program} cannot be run`);
  return { mark: markOf(child.pid), exited };
}

/** The last lines of a log file, for an error message. */
export function logTail(logFile: string): string {
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0;
  if (size === 0) return '';
  const buffer = Buffer.alloc(Math.min(size, LOG_TAIL_BYTES));
  const file = openSync(logFile, 'r');
  readSync(file, buffer, 0, buffer.length, size - buffer.length);
  closeSync(file);
  return buffer.toString('utf8').trim();
}

/** Whether a command ends with status 0. */
export function succeeds(command: readonly string[]): boolean {
  const [program = '', ...args] = command;
  return spawnSync(program, args, { stdio: 'ignore', env: serverEnvironment }).status === 0;
}

/** Prefix under which a server gets `signal` when we die without stopping it; empty where unknown. */
export function dieWithParent(signal: 'INT' | 'TERM'): readonly string[] {
  const prefix = ['setpriv', '--pdeathsig', signal];
  return process.platform === 'linux' && succeeds([...prefix, 'true']) ? prefix : [];
}

function startOf(pid: number): string | null {
  try {
    if (process.platform === 'linux') return linuxStartOf(pid);
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/** Boot id and start tick; null for a zombie. */
function linuxStartOf(pid: number): string | null {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state] = fields;
  if (state === 'Z' || state === 'X') return null;
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}:${fields[19]}`;
}
