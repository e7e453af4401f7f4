import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '../../.padan-test');

/** Folder of the servers of one jest run, named by jest's main process. */
export function testHome(pid: number): string {
  return path.join(ROOT, String(pid));
}

/** The folder of the run this test belongs to: jest's main process is its parent, or itself (`--runInBand`). */
export function currentTestHome(): string {
  const homes = [testHome(process.pid), testHome(process.ppid)];
  const home = homes.find((folder) => existsSync(folder));
  if (home === undefined)
    throw new Error('Run this test with `npx jest`, which starts the servers');
  return home;
}

/** Makes the folder of a new run and removes those of runs that were killed. */
export function createTestHome(pid: number): string {
  mkdirSync(ROOT, { recursive: true });
  for (const name of readdirSync(ROOT)) {
    if (!isAlive(Number(name)) || Number(name) === pid) removeTestHome(Number(name));
  }
  const home = testHome(pid);
  mkdirSync(home, { mode: 0o700 });
  return home;
}

export function removeTestHome(pid: number): void {
  // The servers of a run that was killed may still be writing their last files.
  rmSync(testHome(pid), { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
