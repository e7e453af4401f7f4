import { Client } from 'pg';
import type { OnError } from './leader';
import { pause } from './wake';

const RECONNECT_MS = 500;
// Node fires a longer timer at once.
const FOREVER_MS = 2 ** 31 - 1;

/** What PostgreSQL notifies this process of, over one connection for all channels. */
export class Notices {
  private readonly bells = new Map<string, (() => void)[]>();

  constructor(private readonly options: { databaseUrl: string; onError: OnError }) {}

  /** Calls `ring` at each notice of the channel, and whenever one may have been missed. To be called before `run`. */
  on(channel: string, ring: () => void): void {
    this.bells.set(channel, [...(this.bells.get(channel) ?? []), ring]);
  }

  /** Listens until the signal aborts, survives lost connections. */
  async run(signal: AbortSignal): Promise<void> {
    const { databaseUrl, onError } = this.options;
    while (!signal.aborted) {
      const client = new Client({
        connectionString: databaseUrl,
        application_name: 'padan tail',
        keepAlive: true,
      });
      const lost = new AbortController();
      client.on('error', onError);
      client.on('end', () => lost.abort());
      client.on('notification', ({ channel }) => this.ring(channel));
      try {
        await client.connect();
        for (const channel of this.bells.keys()) await client.query(`LISTEN ${channel}`);
        for (const channel of this.bells.keys()) this.ring(channel);
        await pause(FOREVER_MS, AbortSignal.any([signal, lost.signal]));
      } catch (error) {
        onError(error);
      }
      await client.end().catch(() => undefined);
      await pause(RECONNECT_MS, signal);
    }
  }

  private ring(channel: string): void {
    for (const ring of this.bells.get(channel) ?? []) ring();
  }
}
