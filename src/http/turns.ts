import { errors } from '../errors';

const RETRY_SECONDS = 5;

/** Lets a few works run at one time; the others wait their turn, any number if nothing else is said. */
export class Turns {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly mostWaiting = Number.POSITIVE_INFINITY,
  ) {}

  /** Errors: SERVICE_UNAVAILABLE when too many wait; those of `work`. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running < this.atOnce) this.running += 1;
    else await this.wait();
    try {
      return await work();
    } finally {
      // The place is handed on to whoever waited longest, so that nobody comes between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.mostWaiting) throw errors.service.unavailable(RETRY_SECONDS);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
