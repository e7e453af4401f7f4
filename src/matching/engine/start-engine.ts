import { EventEmitter, once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { type DatabaseBootOptions, databaseBoot } from './database-boot';
import { type EngineChannel, EngineClient } from './engine-client';
import { WATCH_LIMITS, type WatchLimits } from './engine-watch';
import type { BootProgress, BootReport } from './messages';
import type { PeopleEngine } from './people-engine';
import { type Boot, serveEngine } from './serve-engine';

/** What the asking side of an engine needs, and how it is ended from outside. */
export interface StartOptions {
  /** The time, in milliseconds. */
  readonly now: () => number;
  readonly onProgress?: (progress: BootProgress) => void;
  /** Ends the engine at once, also while it reads. */
  readonly signal?: AbortSignal;
  /** When a thread hangs; without them by `WATCH_LIMITS`. */
  readonly watch?: WatchLimits;
}

/** An engine that has read everybody. */
export interface StartedEngine {
  readonly engine: PeopleEngine;
  readonly report: BootReport;
  /** Resolves when the engine has ended, for whatever reason, or hangs: with its exit code or an error. */
  readonly ended: Promise<unknown>;
  /** Ends it at once, whatever waits. */
  kill(): Promise<unknown>;
}

/** Reads everybody from the database and starts to answer. */
export type StartPeople = (
  database: DatabaseBootOptions,
  options: StartOptions,
) => Promise<StartedEngine>;

// Node.js 20 starts no thread from TypeScript.
const isSource = __filename.endsWith('.ts');

/** The engine in a thread of its own; in the tests, which run the sources, beside its asker. */
export const startPeople: StartPeople = isSource
  ? (database, options) => startInProcess(databaseBoot(database), options)
  : (database, options) =>
      startInThread(path.join(__dirname, 'engine-thread.js'), database, options);

/**
 * An engine on the thread of its asker; what goes through the channel is copied as between threads.
 *
 * Errors: those of reading.
 */
export function startInProcess(boot: Boot, options: StartOptions): Promise<StartedEngine> {
  const asker = new EventEmitter();
  const server = new EventEmitter();
  const ended = once(asker, 'exit');
  const sendTo = (other: EventEmitter) => (message: unknown) => {
    const copy = structuredClone(message);
    setImmediate(() => other.emit('message', copy));
  };
  const end = async () => {
    asker.emit('exit', 0);
    asker.removeAllListeners();
    server.removeAllListeners();
  };
  void serveEngine(Object.assign(server, { postMessage: sendTo(asker) }), boot);
  const channel = Object.assign(asker, { postMessage: sendTo(server), ended, end });
  // It hangs with its asker.
  return start(channel, options, null);
}

/** An engine in the thread that `file` serves. Errors: those of reading. */
export function startInThread(
  file: string,
  workerData: unknown,
  options: StartOptions,
): Promise<StartedEngine> {
  const thread = new Worker(file, { workerData });
  const ended = new Promise((resolve, reject) => {
    thread.once('error', reject);
    thread.once('exit', resolve);
  });
  const channel = Object.assign(thread, { ended, end: () => thread.terminate() });
  return start(channel, options, options.watch ?? WATCH_LIMITS);
}

async function start(
  channel: EngineChannel,
  { now, onProgress = () => undefined, signal }: StartOptions,
  watch: WatchLimits | null,
): Promise<StartedEngine> {
  const engine = new EngineClient(channel, now, watch);
  const kill = () => channel.end();
  signal?.addEventListener('abort', kill, { once: true });
  if (signal?.aborted) void kill();
  const { ended } = engine;
  void ended.then(() => signal?.removeEventListener('abort', kill));
  try {
    return { engine, report: await engine.booted(onProgress), ended, kill };
  } catch (error) {
    await kill();
    throw error;
  }
}
