import { errors } from '../../errors';
import { limits } from '../../limits';

const RETRY_SECONDS = 1;

interface Waiting {
  begin(): void;
}

/**
 * Lets some work run at once and the rest wait in its order, never more than `mostWaiting`.
 *
 * Whoever gives up while waiting leaves the line, and nothing of it is begun.
 */
export class WaitingLine {
  private running = 0;
  private readonly waiting: Waiting[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting: number,
  ) {}

  /** How many wait or run. */
  get length(): number {
    return this.running + this.waiting.length;
  }

  /** Errors: SERVICE_UNAVAILABLE when as many wait as may, DEADLINE_EXCEEDED when the signal aborts; those of `work`. */
  async run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    if (signal?.aborted) throw givenUp();
    if (this.running >= this.atOnce) await this.turn(signal);
    else this.running += 1;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next.begin();
      else this.running -= 1;
    }
  }

  /** Resolves when whoever ends hands over the place. */
  private turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw errors.service.unavailable(RETRY_SECONDS);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1);
        reject(givenUp());
      };
      const waiting = {
        begin: () => {
          signal?.removeEventListener('abort', leave);
          resolve();
        },
      };
      this.waiting.push(waiting);
      signal?.addEventListener('abort', leave, { once: true });
    });
  }
}

const givenUp = () => errors.request.deadlineExceeded(limits.deadlineMs / 1_000);
