import type { DataSource, EntityManager } from 'typeorm';
import { safeMessage } from '../logging/safe-message';
import { type Failure, isolateFailures } from './isolate';
import type { OnError } from './leader';
import { EventsRemoved } from './log-tail';
import { isDatabaseOutage } from './outage';
import { newestSeq } from './sequencer';
import type { ChangeEvent, Tail } from './tail';
import { pause } from './wake';

export interface ConsumerOptions {
  /** Name of the cursor and of the dead letters. */
  name: string;
  dataSource: DataSource;
  tail: Tail;
  signal: AbortSignal;
  onError: OnError;
  /** Does the effects of a batch; at least once, so a repetition must change nothing. */
  handle: (events: readonly ChangeEvent[]) => Promise<void>;
  /**
   * Makes good for changes that were removed unseen, by reading everything anew as of a place or later; the consumer
   * goes on from there. Without it they are an error.
   */
  rebuild?: (seq: number) => Promise<void>;
  /** Called behind each batch, when all of it was handled or lies among the dead letters. */
  onDone?: (events: readonly ChangeEvent[]) => Promise<void>;
  /** Whether an error of `handle` means that something it needs is down; PostgreSQL is known already. */
  isOutage?: (error: unknown) => boolean;
  batchSize?: number;
}

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 2_000;
const REASON_LENGTH = 500;

/**
 * Hands every event after the consumer's cursor to the handler, in order, until the signal aborts.
 *
 * While something is down the batch is repeated with growing pauses. A thing whose events fail by themselves goes
 * to the dead letters and holds up nothing else; its next event that succeeds removes the letter.
 *
 * Errors: `EventsRemoved` when it was away so long that changes are gone, and `rebuild` is not given.
 */
export async function consume(options: ConsumerOptions): Promise<void> {
  const { name, dataSource, tail, signal, batchSize, rebuild } = options;
  let start = await startCursor(dataSource, name, 0);
  while (!signal.aborted) {
    try {
      for await (const events of tail.follow(start, { signal, limit: batchSize })) {
        await untilDone(options, events);
      }
    } catch (error) {
      if (!(error instanceof EventsRemoved) || rebuild === undefined) throw error;
      options.onError(error);
      start = await newestSeq(dataSource);
      await rebuild(start);
      await moveCursor(dataSource.manager, name, start);
    }
  }
}

/** The consumer's place; a consumer that has none yet starts at `first`. */
export async function startCursor(
  dataSource: DataSource,
  name: string,
  first: number,
): Promise<number> {
  await dataSource.query(
    'INSERT INTO consumer_cursors (name, seq) VALUES ($1, $2) ON CONFLICT DO NOTHING',
    [name, first],
  );
  const rows = await dataSource.query<{ seq: string }[]>(
    'SELECT seq FROM consumer_cursors WHERE name = $1',
    [name],
  );
  return Number(rows[0]?.seq ?? first);
}

async function untilDone(options: ConsumerOptions, events: readonly ChangeEvent[]): Promise<void> {
  const { signal, onError } = options;
  const isOutage = (error: unknown) =>
    isDatabaseOutage(error) || options.isOutage?.(error) === true;
  for (
    let retryMs = FIRST_RETRY_MS;
    !signal.aborted;
    retryMs = Math.min(2 * retryMs, LONGEST_RETRY_MS)
  ) {
    try {
      const things = byThing(events);
      const failures = await isolateFailures(
        things,
        (some) => options.handle(some.flat().sort((a, b) => a.seq - b.seq)),
        isOutage,
      );
      for (const { error } of failures) onError(error);
      await commit(options, events, failures);
      await options.onDone?.(events);
      return;
    } catch (error) {
      onError(error);
      await pause(retryMs, signal);
    }
  }
}

/** The events of each thing that changed, since one thing's failure is its own. */
function byThing(events: readonly ChangeEvent[]): ChangeEvent[][] {
  const things = new Map<string, ChangeEvent[]>();
  for (const event of events) {
    const key = `${event.aggregate} ${event.aggregateId}`;
    const known = things.get(key);
    if (known === undefined) things.set(key, [event]);
    else known.push(event);
  }
  return [...things.values()];
}

async function commit(
  { name, dataSource }: ConsumerOptions,
  events: readonly ChangeEvent[],
  failures: readonly Failure<ChangeEvent[]>[],
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `DELETE FROM dead_letters d USING unnest($2::text[], $3::text[]) AS done (aggregate, aggregate_id)
       WHERE d.consumer = $1 AND d.aggregate = done.aggregate AND d.aggregate_id = done.aggregate_id
         AND NOT d.aggregate_id = ANY($4)`,
      [
        name,
        events.map((event) => event.aggregate),
        events.map((event) => event.aggregateId),
        failures.map(({ item }) => item[0]?.aggregateId),
      ],
    );
    for (const failure of failures) await keepDeadLetter(manager, name, failure);
    await moveCursor(manager, name, events.at(-1)?.seq);
  });
}

async function moveCursor(manager: EntityManager, name: string, seq?: number): Promise<void> {
  await manager.query(
    'UPDATE consumer_cursors SET seq = $2, updated_at = now() WHERE name = $1 AND seq < $2',
    [name, seq],
  );
}

async function keepDeadLetter(
  manager: EntityManager,
  consumer: string,
  { item, error }: Failure<ChangeEvent[]>,
): Promise<void> {
  const last = item.at(-1);
  await manager.query(
    `INSERT INTO dead_letters AS d (consumer, aggregate, aggregate_id, seq, reason)
     VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (consumer, aggregate, aggregate_id)
     DO UPDATE SET seq = excluded.seq, reason = excluded.reason, attempts = d.attempts + 1`,
    [
      consumer,
      last?.aggregate,
      last?.aggregateId,
      last?.seq,
      safeMessage(error).slice(0, REASON_LENGTH),
    ],
  );
}
