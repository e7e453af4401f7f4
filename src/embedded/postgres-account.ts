import { chownSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { dieWithParent, succeeds } from './processes';

const NOBODY = 65_534;

/** PostgreSQL refuses to run as root; these are the ways not to be root, as root. */
export interface PostgresAccount {
  /** What comes before a command of PostgreSQL. */
  prefix: readonly string[];
  /** Gives the data folder to the account the server runs under. */
  takeOver(folder: string): void;
}

/**
 * How PostgreSQL runs here: as ourselves; as root first in a user namespace (files stay root's, also below
 * a folder only root may enter), else as `nobody` with the right to pass such folders (where a container
 * forbids namespaces).
 *
 * Errors: Error with what to do, where root can do neither.
 */
export function postgresAccount(home: string, binary: string): PostgresAccount {
  const lifeline = dieWithParent('INT');
  if (process.getuid?.() !== 0) return { prefix: lifeline, takeOver: () => {} };
  mkdirSync(home, { recursive: true });
  const nobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];
  const passing = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override'];
  const ways = [
    { owner: 0, prefix: ['unshare', '--user', '--map-user=1000'] },
    { owner: NOBODY, prefix: [...nobody, ...passing] },
    { owner: NOBODY, prefix: nobody },
  ];
  for (const { owner, prefix } of ways) {
    if (!canRun(prefix, binary, home)) continue;
    return { prefix: [...prefix, ...lifeline], takeOver: (folder) => giveTo(owner, folder) };
  }
  throw new Error(
    `PostgreSQL refuses to run as root, and no other account may write to ${home}: start as a normal user, or set DATABASE_URL`,
  );
}

/** Whether the account reaches the binary and writes to the home folder: tried, since `test -w` ignores capabilities. */
function canRun(prefix: readonly string[], binary: string, home: string): boolean {
  const probe = path.join(home, `probe.${process.pid}`);
  const script = '"$0" --version && : > "$1"';
  const isPossible = succeeds([...prefix, 'sh', '-c', script, binary, probe]);
  rmSync(probe, { force: true });
  return isPossible;
}

/** Changes the owner of a whole folder, when it is not yet the right one. */
function giveTo(owner: number, folder: string): void {
  if (lstatSync(folder).uid === owner) return;
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    chownSync(path.join(folder, entry), owner, -1);
  }
  chownSync(folder, owner, -1);
}
