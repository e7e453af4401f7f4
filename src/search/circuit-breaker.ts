/** Thrown instead of asking a dependency that does not answer for the moment. */
export class CircuitOpenError extends Error {
  override name = 'CircuitOpenError';
}

export interface CircuitBreakerOptions {
  /** Failures in a row that open the circuit. */
  failureLimit: number;
  /** How often an open circuit lets one probe through. */
  probeEveryMs: number;
  /** Answers when the dependency is well, throws when not. */
  probe: () => Promise<unknown>;
  /** Whether an error means that the dependency is ill; others are the caller's. */
  isOutage: (error: unknown) => boolean;
  /** Called whenever a caller has to do without the dependency. */
  onOutage?: () => void;
}

/**
 * Stops asking a dependency that fails, so that callers fall back at once instead of each waiting for the
 * timeout, and asks it in the background until it is well again.
 */
export class CircuitBreaker {
  private failures = 0;
  private probing: NodeJS.Timeout | null = null;

  constructor(private readonly options: CircuitBreakerOptions) {}

  get isOpen(): boolean {
    return this.probing !== null;
  }

  /** Runs the call, unless the circuit is open: then CircuitOpenError. */
  async run<T>(call: () => Promise<T>): Promise<T> {
    if (this.isOpen) {
      this.options.onOutage?.();
      throw new CircuitOpenError('The search server does not answer');
    }
    try {
      const answer = await call();
      this.failures = 0;
      return answer;
    } catch (error) {
      if (this.options.isOutage(error)) this.recordFailure();
      throw error;
    }
  }

  /** Ends the background probe. */
  close(): void {
    if (this.probing !== null) clearInterval(this.probing);
    this.probing = null;
  }

  private recordFailure(): void {
    this.failures += 1;
    this.options.onOutage?.();
    if (this.failures < this.options.failureLimit || this.isOpen) return;
    // Only a success clears the failures: after the probe closed the circuit, one more failure opens it again.
    const probe = () =>
      this.options.probe().then(
        () => this.close(),
        () => undefined,
      );
    this.probing = setInterval(() => void probe(), this.options.probeEveryMs);
    this.probing.unref();
  }
}
