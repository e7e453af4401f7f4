/** A bell: whoever waits is woken when it rings; a ring while nobody waits is kept for the next. */
export class Wake {
  private isRung = false;
  private readonly waiting = new Set<() => void>();

  ring(): void {
    this.isRung = true;
    for (const wake of [...this.waiting]) wake();
  }

  /** Resolves at the next ring, after the time, or when the signal aborts. */
  async wait(limitMs: number, signal: AbortSignal): Promise<void> {
    if (!this.isRung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', done);
          this.waiting.delete(done);
          resolve();
        };
        const timer = setTimeout(done, limitMs);
        signal.addEventListener('abort', done, { once: true });
        this.waiting.add(done);
      });
    }
    this.isRung = false;
  }
}

/** Waits, but not beyond the abort of the signal. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Wake().wait(ms, signal);
}
