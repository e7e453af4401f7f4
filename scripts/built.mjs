// `--mark` after a build, `--check` before a start: ends with 1 where a source is not as it was when it was built.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';

const FOLDERS = ['bench', 'examples', 'migrations', 'schema', 'scripts', 'src', 'web'];
const FILES = ['ormconfig.ts', 'package-lock.json', 'tsconfig.build.json', 'tsconfig.json'];
const mark = path.join(root, 'dist/.built');

/** Names, sizes and times: reading every source would take longer than most builds. */
function state() {
  const hash = createHash('sha256');
  const inFolders = FOLDERS.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true }).map((name) =>
      path.join(folder, name),
    ),
  );
  for (const file of [...inFolders, ...FILES].sort()) {
    const { size, mtimeMs } = statSync(path.join(root, file));
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

if (process.argv[2] === '--mark') {
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, state());
} else {
  const isBuilt = existsSync(mark) && readFileSync(mark, 'utf8') === state();
  process.exitCode = isBuilt ? 0 : 1;
}
