import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import type { OnError } from './leader';
import type { Aggregate } from './outbox';
import { SEQUENCED_CHANNEL } from './sequencer';
import { pause, Wake } from './wake';

/** A change in its place of the one order. */
export interface ChangeEvent {
  seq: number;
  aggregate: Aggregate;
  aggregateId: string;
  kind: string;
  version: number;
  nodeId: string;
  at: Date;
}

/** Memory of the newest events, some 2 MB; who is further behind reads SQL. */
const KEPT_EVENTS = 10_000;
const READ_LIMIT = 1_000;
/** A notice may get lost with a connection; then this is the delay. */
const POLL_MS = 1_000;
const RECONNECT_MS = 500;

/**
 * The sequenced events as this process sees them: read once, shared by all followers, bounded. Followers pull at
 * their own pace, so a slow one costs no memory.
 */
export class Tail {
  private kept: ChangeEvent[] = [];
  private newest = 0;
  private readonly followers = new Set<Wake>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly options: { databaseUrl: string; onError: OnError },
  ) {}

  /** Place of the newest event that this process has seen. */
  get head(): number {
    return this.newest;
  }

  /** Reads on until the signal aborts, survives lost connections. */
  async run(signal: AbortSignal): Promise<void> {
    const wake = new Wake();
    const listening = this.listen(wake, signal);
    while (!signal.aborted) {
      try {
        const count = await this.readOn();
        if (count < READ_LIMIT) await wake.wait(POLL_MS, signal);
      } catch (error) {
        this.options.onError(error);
        await pause(RECONNECT_MS, signal);
      }
    }
    await listening;
  }

  /** Batches of events after a place, first the past, then live; ends when the signal aborts. */
  async *follow(
    after: number,
    { signal, limit = READ_LIMIT }: { signal: AbortSignal; limit?: number },
  ): AsyncGenerator<ChangeEvent[]> {
    const wake = new Wake();
    this.followers.add(wake);
    try {
      let place = after;
      while (!signal.aborted) {
        const events = await this.after(place, limit);
        const last = events.at(-1);
        if (last === undefined) {
          await wake.wait(POLL_MS, signal);
        } else {
          place = last.seq;
          yield events;
        }
      }
    } finally {
      this.followers.delete(wake);
    }
  }

  /** Events after a place, oldest first: from memory when it reaches back far enough, else from PostgreSQL. */
  async after(place: number, limit = READ_LIMIT): Promise<ChangeEvent[]> {
    if (place >= this.newest) return [];
    const oldest = this.kept[0];
    if (oldest === undefined || place < oldest.seq - 1) return await this.read(place, limit);
    // Places follow each other without a gap.
    const start = place - oldest.seq + 1;
    return this.kept.slice(start, start + limit);
  }

  private async readOn(): Promise<number> {
    const isFirst = this.newest === 0;
    const events = isFirst ? await this.readNewest() : await this.read(this.newest, READ_LIMIT);
    const last = events.at(-1);
    if (last === undefined) return 0;
    this.kept.push(...events);
    if (this.kept.length > KEPT_EVENTS) this.kept = this.kept.slice(-KEPT_EVENTS / 2);
    this.newest = last.seq;
    for (const follower of this.followers) follower.ring();
    return isFirst ? 0 : events.length;
  }

  private async readNewest(): Promise<ChangeEvent[]> {
    const events = await this.query('WHERE seq IS NOT NULL ORDER BY seq DESC LIMIT 1', []);
    return events;
  }

  private async read(after: number, limit: number): Promise<ChangeEvent[]> {
    return await this.query('WHERE seq > $1 ORDER BY seq LIMIT $2', [after, limit]);
  }

  private async query(condition: string, parameters: unknown[]): Promise<ChangeEvent[]> {
    const rows = await this.dataSource.query<(Omit<ChangeEvent, 'seq'> & { seq: string })[]>(
      `SELECT seq, aggregate, aggregate_id AS "aggregateId", kind, version, node_id AS "nodeId", at
       FROM outbox ${condition}`,
      parameters,
    );
    return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
  }

  private async listen(wake: Wake, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const client = new Client({
        connectionString: this.options.databaseUrl,
        application_name: 'padan tail',
        keepAlive: true,
      });
      const lost = new AbortController();
      client.on('error', this.options.onError);
      client.on('end', () => lost.abort());
      client.on('notification', () => wake.ring());
      try {
        await client.connect();
        await client.query(`LISTEN ${SEQUENCED_CHANNEL}`);
        wake.ring();
        await pause(2 ** 31 - 1, AbortSignal.any([signal, lost.signal]));
      } catch (error) {
        this.options.onError(error);
      }
      await client.end().catch(() => undefined);
      await pause(RECONNECT_MS, signal);
    }
  }
}
