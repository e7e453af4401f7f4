import { errors } from '../../errors';

const RETRY_SECONDS = 1;

/**
 * Bounds what runs at one time. An operation counts until its work ends, also after its deadline: an overloaded
 * server refuses at once and recovers, instead of starting what nobody waits for any more.
 */
export class InFlight {
  private running = 0;

  constructor(private readonly most: number) {}

  /** Errors: SERVICE_UNAVAILABLE when as much runs as may; those of `work`. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.most) throw errors.service.unavailable(RETRY_SECONDS);
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }
}
