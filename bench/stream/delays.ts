import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';

/** From the moment at which something was committed to its arrival at each client, in milliseconds. */
export class Delays {
  private readonly arrivals: { readonly seq: number; readonly atMs: number }[] = [];

  /** To be called for each client and event. */
  readonly arrive = (_client: number, seq: number): void => {
    this.arrivals.push({ seq, atMs: performance.now() });
  };

  /** The delays of the events whose commit is known. */
  since(committedAtMs: ReadonlyMap<number, number>): number[] {
    return this.arrivals.flatMap(({ seq, atMs }) => {
      const fromMs = committedAtMs.get(seq);
      return fromMs === undefined ? [] : [atMs - fromMs];
    });
  }
}

const EVERY_MS = 50;

/** What lies under every delivery: from a NOTIFY to another connection that listens, until the signal aborts. */
export async function measureNotices(databaseUrl: string, signal: AbortSignal): Promise<number[]> {
  const [sender, listener] = [0, 1].map(() => new Client({ connectionString: databaseUrl }));
  await Promise.all([sender.connect(), listener.connect()]);
  const delays: number[] = [];
  const sentAtMs: number[] = [];
  listener.on('notification', ({ payload }) => {
    delays.push(performance.now() - sentAtMs[Number(payload)]);
  });
  await listener.query('LISTEN padan_bench');
  while (!signal.aborted) {
    sentAtMs.push(performance.now());
    await sender.query("SELECT pg_notify('padan_bench', $1)", [String(sentAtMs.length - 1)]);
    await sleep(EVERY_MS);
  }
  await Promise.all([sender.end(), listener.end()]);
  return delays;
}
