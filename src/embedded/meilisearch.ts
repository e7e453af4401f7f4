import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config';
import { readJson, writePrivateJson } from './json-file';
import type { Log } from './log';
import { findMeilisearch } from './meilisearch-binary';
import {
  dieWithParent,
  freePort,
  isRunning,
  launch,
  logTail,
  type ProcessMark,
  stopProcess,
  waitUntil,
} from './processes';

const START_LIMIT_MS = 30_000;
const START_ATTEMPTS = 3;
const STOP_STEPS = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 5_000],
] as const;

/** With more memory for indexing, a task of one document takes seconds (ARCHITECTURE, traps). */
const INDEXING_MEMORY = '512MiB';

export interface MeilisearchServer {
  process: ProcessMark;
  url: string;
  key: string;
  stop(): Promise<void>;
}

/**
 * Starts Meilisearch on its folder below `home`; null, with one line in the log, where there is no binary.
 *
 * Shape: the caller holds the lock of `home`: two Meilisearch processes would open one folder without an error.
 * Errors: Error with the end of the server's log.
 */
export async function startMeilisearch(
  config: Pick<Config, 'environment' | 'home' | 'meilisearch'>,
  key: string,
  log: Log,
): Promise<MeilisearchServer | null> {
  const { home } = config;
  const markFile = path.join(home, 'meilisearch.lock');
  await stopOrphan(markFile, log);
  const binary = await findMeilisearch(config);
  if (binary === null) {
    log.warn(
      'No Meilisearch for this machine, search is degraded: set MEILI_BIN to a binary or MEILI_URL and MEILI_KEY to a server, or use compose.yaml',
    );
    return null;
  }
  const folder = path.join(home, 'meilisearch');
  const logFile = path.join(home, 'meilisearch.log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const address = `127.0.0.1:${await freePort()}`;
    const mark = launch(
      [
        ...dieWithParent('TERM'),
        binary,
        ...['--db-path', path.join(folder, 'data'), '--http-addr', address, '--no-analytics'],
        ...['--dump-dir', path.join(folder, 'dumps')],
        ...['--snapshot-dir', path.join(folder, 'snapshots')],
        ...['--max-indexing-memory', INDEXING_MEMORY, '--log-level', 'WARN'],
      ],
      // The key is not an argument: every user of the machine can read those.
      { logFile, env: { MEILI_MASTER_KEY: key, TMPDIR: folder } },
    );
    writePrivateJson(markFile, mark);
    const url = `http://${address}`;
    if (await isReady(url, mark)) return server(mark, url, key, markFile);
    await stopProcess(mark, STOP_STEPS);
    if (attempt === START_ATTEMPTS) {
      throw new Error(`Meilisearch does not start; ${logFile} ends with:\n${logTail(logFile)}`);
    }
  }
}

function server(mark: ProcessMark, url: string, key: string, markFile: string): MeilisearchServer {
  return {
    process: mark,
    url,
    key,
    stop: async () => {
      await stopProcess(mark, STOP_STEPS);
      rmSync(markFile, { force: true });
    },
  };
}

async function stopOrphan(markFile: string, log: Log): Promise<void> {
  const mark = readJson<ProcessMark>(markFile);
  if (mark !== null && isRunning(mark)) {
    log.warn(`Stopping Meilisearch (process ${mark.pid}), left behind by an earlier start`);
    await stopProcess(mark, STOP_STEPS);
  }
  rmSync(markFile, { force: true });
}

async function isReady(url: string, mark: ProcessMark): Promise<boolean> {
  let isHealthy = false;
  await waitUntil(async () => {
    isHealthy = await fetch(`${url}/health`).then(
      (response) => response.ok,
      () => false,
    );
    return isHealthy || !isRunning(mark);
  }, START_LIMIT_MS);
  return isHealthy && isRunning(mark);
}
