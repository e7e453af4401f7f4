import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { readJson, writePrivateJson } from './json-file';
import type { Log } from './log';
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
import type { SupervisedServer } from './supervisor';

const START_LIMIT_MS = 30_000;
const START_ATTEMPTS = 3;
const STOP_STEPS = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 5_000],
] as const;

/** With more memory for indexing, a task of one document takes seconds (ARCHITECTURE, traps). */
const INDEXING_MEMORY = '512MiB';

interface MeilisearchOptions {
  home: string;
  binary: string;
  key: string;
  /** Any free one when it is left out. */
  port?: number;
  log: Log;
}

export interface MeilisearchServer extends SupervisedServer {
  url: string;
  key: string;
}

/**
 * Starts Meilisearch on its folder below `home`. One that an earlier process left behind is stopped first.
 *
 * Shape: the caller holds the lock of `home`: two Meilisearch processes would open one folder without an error.
 * Errors: Error with the end of the server's log.
 */
export async function startMeilisearch(options: MeilisearchOptions): Promise<MeilisearchServer> {
  const { home, binary, key, log } = options;
  const markFile = path.join(home, 'meilisearch.lock');
  await stopOrphan(markFile, log);
  const folder = path.join(home, 'meilisearch');
  const logFile = path.join(home, 'meilisearch.log');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    const address = `127.0.0.1:${port}`;
    const { mark, exited } = launch(
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
    if (await isReady(url, mark)) {
      return {
        port,
        process: mark,
        exited,
        url,
        key,
        stop: async () => {
          await stopProcess(mark, STOP_STEPS);
          rmSync(markFile, { force: true });
        },
      };
    }
    await stopProcess(mark, STOP_STEPS);
    if (attempt === START_ATTEMPTS) {
      throw new Error(`Meilisearch does not start; ${logFile} ends with:\n${logTail(logFile)}`);
    }
  }
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
