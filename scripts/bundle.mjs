// Bundles a folder of web/ into dist/ with gzip copies; does nothing when the bundle is up to date.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const COMPRESSED = /\.(js|css|html|svg)$/;

function filesUnder(folder) {
  if (statSync(folder).isFile()) return [folder];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Changes with every source of the bundle: our files, these scripts and the pinned packages. */
function fingerprint(sources, packages) {
  const hash = createHash('sha256');
  for (const file of [...sources.flatMap(filesUnder), fileURLToPath(import.meta.url)]) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const name of [...packages, 'vite']) hash.update(`${name}@${versions[name]}\n`);
  return hash.digest('hex');
}

function readStamp(stampFile) {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Builds `dist/NAME` with Vite. `sources`: the folders and files that the bundle is made of, its own first; `packages`: those it contains;
 * `build`: what Vite is told of it.
 */
export async function bundle({ name, sources, packages = [], base, build, ...rest }) {
  const target = path.join(root, 'dist', name);
  const stampFile = path.join(target, '.stamp');
  const folders = sources.map((folder) => path.join(root, folder));
  const wanted = fingerprint([...folders], packages);
  if (readStamp(stampFile) === wanted) return;
  const vite = await import('vite');
  rmSync(target, { recursive: true, force: true });
  await vite.build({
    root: folders[0],
    base,
    configFile: false,
    logLevel: 'warn',
    ...rest,
    build: { outDir: target, emptyOutDir: true, target: 'es2022', ...build },
  });
  for (const file of filesUnder(target).filter((file) => COMPRESSED.test(file))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  writeFileSync(stampFile, wanted);
  process.stdout.write(`Built the ${name} in ${path.relative(root, target)}\n`);
}
