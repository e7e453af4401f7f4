// Bundles web/explorer into dist/explorer with gzip copies; does nothing when the bundle is up to date.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const source = path.join(root, 'web', 'explorer');
const target = path.join(root, 'dist', 'explorer');
const stampFile = path.join(target, '.stamp');
const COMPRESSED = /\.(js|css|html|svg)$/;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** Changes with every source of the bundle: our files, this script and the pinned packages. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...filesUnder(source), fileURLToPath(import.meta.url)]) {
    hash.update(path.relative(root, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const name of ['graphiql', 'graphql', 'graphql-ws', 'react', 'react-dom', 'vite']) {
    hash.update(`${name}@${versions[name]}\n`);
  }
  return hash.digest('hex');
}

/** Packages mark React server files with "use client": without meaning in a browser bundle. */
function reportUnlessHarmless(level, log, report) {
  if (log.code !== 'MODULE_LEVEL_DIRECTIVE') report(level, log);
}

function readStamp() {
  try {
    return readFileSync(stampFile, 'utf8');
  } catch {
    return null;
  }
}

const wanted = fingerprint();
if (readStamp() !== wanted) {
  const { build } = await import('vite');
  rmSync(target, { recursive: true, force: true });
  await build({
    root: source,
    base: '/explorer/',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: target,
      emptyOutDir: true,
      target: 'es2022',
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: { onLog: reportUnlessHarmless },
    },
    worker: { format: 'es' },
  });
  for (const file of filesUnder(target).filter((name) => COMPRESSED.test(name))) {
    writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
  writeFileSync(stampFile, wanted);
  process.stdout.write(`Built the explorer in ${path.relative(root, target)}\n`);
}
