import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { readJson } from '../../src/embedded/json-file';
import type { ProcessMark } from '../../src/embedded/processes';
import { currentTestHome } from '../support/test-home';

/** A home that does not exist yet, below a folder only its owner may enter, with spaces in its path. */
export function newHome(): string {
  const folder = path.join(currentTestHome(), 'the homes');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(mkdtempSync(`${folder}/a b-`), 'padan home');
}

export interface HeldServers {
  child: ChildProcess;
  /** Settles when the process ends, with its exit code and what it wrote to stderr. */
  ended: Promise<{ code: number | null; stderr: string }>;
}

/** Starts the servers in a process of their own; resolves when they are ready or the process has ended. */
export async function holdServers(
  home: string,
  prefix: readonly string[] = [],
): Promise<HeldServers> {
  const script = path.join(__dirname, 'hold-servers.ts');
  const [program = '', ...args] = [...prefix, process.execPath, '--import', 'tsx', script, home];
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let stderr = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, stderr }));
  const ready = child.stdout === null ? ended : once(child.stdout, 'data');
  await Promise.race([ready, ended]);
  return { child, ended };
}

/** The processes of the two servers below a home. */
export function serverMarks(home: string): { postgres: ProcessMark; meilisearch: ProcessMark } {
  const mark = (name: string): ProcessMark => {
    const found = readJson<ProcessMark>(path.join(home, `${name}.lock`));
    if (found === null) throw new Error(`No ${name} runs below ${home}`);
    return found;
  };
  return { postgres: mark('postgres'), meilisearch: mark('meilisearch') };
}
