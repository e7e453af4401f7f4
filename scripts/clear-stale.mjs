// Removes what was built from a source that is gone: dist/src/x.js would hide dist/src/x/index.js after a move.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.mjs';

const BUILT = ['src', 'migrations', 'bench'];

for (const folder of BUILT) {
  const built = path.join(root, 'dist', folder);
  if (!existsSync(built)) continue;
  for (const file of readdirSync(built, { recursive: true })) {
    const [, name] = /^(.*)\.js(?:\.map)?$/.exec(file) ?? [];
    if (name === undefined || existsSync(path.join(root, folder, `${name}.ts`))) continue;
    rmSync(path.join(built, file));
  }
}
