import { linkSync, mkdirSync, rmSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson } from './json-file';
import { isRunning, markOf, type ProcessMark } from './processes';

const TAKEOVER_LIMIT_MS = 5_000;
const RETRY_MS = 20;

/** The folder belongs to a running process. */
export class HomeLockedError extends Error {
  override name = 'HomeLockedError';
  constructor(
    readonly home: string,
    readonly owner: ProcessMark,
  ) {
    super(
      `${home} is in use by process ${owner.pid}; stop it, or set PADAN_HOME to another folder`,
    );
  }
}

export interface HomeLock {
  release(): void;
}

/**
 * Reserves the folder for this process; the lock of a process that died is taken over.
 *
 * Errors: HomeLockedError while another process holds it.
 */
export async function lockHome(home: string): Promise<HomeLock> {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const file = path.join(home, 'lock');
  const mine = markOf(process.pid);
  while (!createWhole(file, mine)) {
    const owner = readJson<ProcessMark>(file);
    if (owner !== null && isRunning(owner)) throw new HomeLockedError(home, owner);
    if (!removeStale(file)) await sleep(RETRY_MS);
  }
  return {
    release: () => {
      const owner = readJson<ProcessMark>(file);
      if (owner?.pid === mine.pid && owner.started === mine.started) rmSync(file, { force: true });
    },
  };
}

/** Creates the file with its content in one step: a link fails when the name exists. */
function createWhole(file: string, mark: ProcessMark): boolean {
  const draft = `${file}.${mark.pid}`;
  writeFileSync(draft, JSON.stringify(mark), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(draft);
  }
}

/**
 * Removes a dead process's lock. Two starts may find it at once, so only the holder of a second,
 * short-lived file may remove it, after another look: else the slower one would remove the faster one's lock.
 */
function removeStale(file: string): boolean {
  const guard = `${file}.takeover`;
  try {
    writeFileSync(guard, '', { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const age = Date.now() - (statSync(guard, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (age > TAKEOVER_LIMIT_MS) rmSync(guard, { force: true });
    return false;
  }
  const owner = readJson<ProcessMark>(file);
  if (owner === null || !isRunning(owner)) rmSync(file, { force: true });
  rmSync(guard, { force: true });
  return true;
}
