/** Clients that each send their next request once the last is answered, and how much they send. */
export interface ClosedLoad {
  readonly clients: number;
  readonly warmUp: number;
  readonly requests: number;
}

export interface Throughput {
  readonly perSecond: number;
  readonly latenciesMs: readonly number[];
}

/**
 * How many requests a service answers when so many clients ask without a pause.
 *
 * Errors: the first that `send` throws.
 */
export async function runClosedLoop(
  { clients, warmUp, requests }: ClosedLoad,
  send: (index: number) => Promise<void>,
): Promise<Throughput> {
  const latenciesMs: number[] = [];
  let next = 0;
  let startedAt = performance.now();
  const work = async () => {
    while (next < warmUp + requests) {
      const index = next;
      next += 1;
      if (index === warmUp) startedAt = performance.now();
      const sentAt = performance.now();
      await send(index);
      if (index >= warmUp) latenciesMs.push(performance.now() - sentAt);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  const seconds = (performance.now() - startedAt) / 1_000;
  return { perSecond: latenciesMs.length / seconds, latenciesMs };
}
