/** Counts in memory, off the way of requests, and writes from time to time. */
export abstract class PeriodicWriter {
  private timer: NodeJS.Timeout | null = null;

  /** `everyMs`: how often it writes once it has started. */
  constructor(private readonly everyMs: number) {}

  /** Writes what has been counted. */
  abstract flush(): Promise<void>;

  /** Writes regularly from now on; a failed writing loses its counts and is reported. */
  start(onError: (error: unknown) => void): void {
    this.timer = setInterval(() => {
      this.flush().catch(onError);
    }, this.everyMs);
    this.timer.unref();
  }

  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }
}
