import type { DataSource } from 'typeorm';
import { LogTail } from '../../src/changes/log-tail';
import { Notices } from '../../src/changes/notices';
import { appendOutbox } from '../../src/changes/outbox';
import { runSequencer } from '../../src/changes/sequencer';
import { type ChangeEvent, changeLog, type Tail } from '../../src/changes/tail';
import { createDataSource } from '../../src/database/data-source';
import { waitUntil } from '../../src/embedded/processes';
import { patient } from '../support/patience';
import { createTestDatabase } from '../support/test-servers';

const SEEN_LIMIT_MS = 30_000;

/** SQLSTATE of a session that PostgreSQL ended because it heard nothing: whoever led leads again. */
const UNHEARD = ['57P05', '25P03'];

/** A database with a running sequencer and tail. */
export interface TestStream {
  dataSource: DataSource;
  databaseUrl: string;
  migratorUrl: string;
  tail: Tail;
  signal: AbortSignal;
  errors: unknown[];
  /** Keeps an error, unless all that is wrong is that a busy machine did not let this process speak. */
  onError(error: unknown): void;
  /** Resolves when the tail has seen so many changes. */
  until(seq: number): Promise<void>;
  /** Runs beside the test until it stops. */
  background(work: Promise<void>): void;
  stop(): Promise<void>;
}

export async function startStream(): Promise<TestStream> {
  const database = await createTestDatabase();
  const dataSource = await createDataSource(database.appUrl, patient).initialize();
  const stopping = new AbortController();
  const errors: unknown[] = [];
  const onError = (error: unknown) => {
    if (!UNHEARD.includes((error as { code?: string }).code ?? '')) errors.push(error);
  };
  const databaseUrl = database.appUrl;
  const notices = new Notices({ databaseUrl, onError });
  const tail = new LogTail(changeLog(dataSource), notices, onError);
  const { signal } = stopping;
  const running = [
    runSequencer({ databaseUrl, signal, onError }),
    notices.run(signal),
    tail.run(signal),
  ];
  return {
    dataSource,
    databaseUrl,
    migratorUrl: database.migratorUrl,
    tail,
    signal,
    errors,
    onError,
    until: async (seq) => {
      if (!(await waitUntil(() => tail.head >= seq, SEEN_LIMIT_MS)))
        throw new Error(`The tail has seen ${tail.head} of ${seq} changes`);
    },
    background: (work) => void running.push(work),
    stop: async () => {
      stopping.abort();
      await Promise.all(running);
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** A tail that remembers nothing of what was before; it runs until the stream stops. */
export function freshTail({
  dataSource,
  databaseUrl,
  signal,
  onError,
  ...stream
}: TestStream): Tail {
  const notices = new Notices({ databaseUrl, onError });
  const tail = new LogTail(changeLog(dataSource), notices, onError);
  stream.background(Promise.all([notices.run(signal), tail.run(signal)]).then(() => undefined));
  return tail;
}

/** Announces one change of a vacancy in a transaction of its own. */
export async function announce(dataSource: DataSource, ...ids: string[]): Promise<void> {
  await dataSource.transaction((manager) =>
    appendOutbox(
      manager,
      ids.map((aggregateId) => ({
        aggregate: 'vacancy',
        aggregateId,
        kind: 'vacancy.updated',
        version: 1,
      })),
    ),
  );
}

/** Collects a follower's events; `until` resolves when there are so many. */
export function collect(batches: AsyncIterable<ChangeEvent[]>) {
  const events: ChangeEvent[] = [];
  const done = (async () => {
    for await (const batch of batches) events.push(...batch);
  })();
  return {
    events,
    done,
    until: async (count: number) => {
      if (!(await waitUntil(() => events.length >= count, SEEN_LIMIT_MS)))
        throw new Error(`${events.length} of ${count} changes came`);
      return events.map((event) => event.aggregateId);
    },
  };
}
