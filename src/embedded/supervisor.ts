import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log';
import type { ProcessMark } from './processes';

const RETRY_MS = 1_000;

export interface SupervisedServer {
  port: number;
  process: ProcessMark;
  /** Settles when the process ends, whoever ended it. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a server, and again on the same port whenever it ends by itself, until the function that this puts
 * into `stops` is called. Returns the first start.
 */
export async function keepRunning<S extends SupervisedServer>(
  name: string,
  log: Log,
  stops: (() => Promise<void>)[],
  start: (port?: number) => Promise<S>,
): Promise<S> {
  const first = await start();
  let current: S = first;
  let isStopping = false;
  const restart = async () => {
    while (!isStopping) {
      try {
        current = await start(first.port);
        return;
      } catch (error) {
        log.warn(`${name} cannot be started again: ${(error as Error).message}`);
        await sleep(RETRY_MS);
      }
    }
  };
  const watch = async () => {
    while (!isStopping) {
      await current.exited;
      if (isStopping) return;
      log.warn(`${name} ended unexpectedly and is started again`);
      await restart();
    }
  };
  const watching = watch();
  stops.push(async () => {
    isStopping = true;
    // A server does not keep this process alive: without a timer it could end, with status 0 and the lock left
    // behind, before the server's end is noticed.
    const awake = setInterval(() => {}, RETRY_MS);
    try {
      await current.stop();
      await watching;
      await current.stop();
    } finally {
      clearInterval(awake);
    }
  });
  return first;
}
