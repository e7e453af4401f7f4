import { rmSync } from 'node:fs';
import path from 'node:path';
import { readJson, writePrivateJson } from './json-file';
import { isRunning, type ProcessMark } from './processes';

/** Where the running service and its servers are found; holds passwords, so only its owner reads it. */
export interface RunFile {
  owner: ProcessMark;
  database: { appUrl: string; migratorUrl: string };
  meilisearch: { url: string; key: string } | null;
  /** Address of the API once it listens. */
  apiUrl: string | null;
}

/** The run file of a service that lives; null otherwise. */
export function readRunFile(home: string): RunFile | null {
  const run = readJson<RunFile>(fileOf(home));
  return run !== null && isRunning(run.owner) ? run : null;
}

export function writeRunFile(home: string, run: RunFile): void {
  writePrivateJson(fileOf(home), run);
}

/** Adds the API's address once it listens; does nothing where no embedded server runs. */
export function announceApi(home: string, apiUrl: string): void {
  const run = readRunFile(home);
  if (run?.owner.pid === process.pid) writeRunFile(home, { ...run, apiUrl });
}

export function removeRunFile(home: string): void {
  rmSync(fileOf(home), { force: true });
}

function fileOf(home: string): string {
  return path.join(home, 'run.json');
}
