import type { DataSource, EntityManager } from 'typeorm';
import { consume, startCursor } from '../changes/consumer';
import { lead, type OnError } from '../changes/leader';
import type { Tail } from '../changes/tail';
import { pause } from '../changes/wake';
import type { Clock } from '../clock';
import { asActor } from '../database/as-actor';
import { AppError } from '../errors';
import type { FactsStore } from '../matching/facts-store';
import type { ListedChange } from './causes';
import { Matcher } from './matcher';

export interface MatchingOptions {
  readonly dataSource: DataSource;
  readonly facts: {
    current(): Promise<FactsStore>;
    /** The facts once they hold the change at a place. */
    reached(seq: number, signal: AbortSignal): Promise<FactsStore>;
  };
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

interface RunOptions extends MatchingOptions {
  readonly tail: Tail;
  readonly databaseUrl: string;
  readonly onError: OnError;
  /** How often counted events are looked for that are due. */
  readonly pollMs?: number;
}

/** Its name among the consumers of the changes. */
export const MATCH_CONSUMER = 'matcher';

/** Changes of one transaction: others of the same lists wait for it. */
const BATCH_SIZE = 200;
const POLL_MS = 1_000;
/** Lists are read anew under their lock, which others wait for. */
const STATEMENT_LIMIT_MS = 60_000;
/** SQLSTATE of a statement beyond its limit. */
const QUERY_CANCELED = '57014';

/**
 * Keeps the standing lists and writes their events until the signal aborts. Any number of instances may run this; one
 * works.
 */
export async function runMatcher(options: RunOptions): Promise<void> {
  const { databaseUrl, signal, onError, pollMs = POLL_MS } = options;
  await lead({
    ...{ databaseUrl, signal, onError, role: 'padan matcher' },
    work: async (_, until) => {
      const matcher = createMatcher(options);
      await begin(options, matcher);
      await Promise.all([
        consume({
          ...options,
          name: MATCH_CONSUMER,
          signal: until,
          batchSize: BATCH_SIZE,
          isOutage: (error) => until.aborted || isPassing(error),
          rebuild: async (seq) => {
            await matcher.refresh(await options.facts.reached(seq, until), seq);
          },
          handle: async (changes) => {
            const last = changes.at(-1)?.seq ?? 0;
            await matcher.handle(await options.facts.reached(last, until), changes);
          },
        }),
        tellOverdue(options, matcher, until, pollMs),
      ]);
    },
  });
}

/** Whether no change is to blame: the engine is being replaced, or a statement took too long. */
const isPassing = (error: unknown): boolean =>
  (error instanceof AppError && error.code === 'SERVICE_UNAVAILABLE') ||
  (error as { code?: unknown }).code === QUERY_CANCELED;

/** Reads all lists anew, for the nightly work; how many. */
export async function refreshMatches(options: MatchingOptions): Promise<number> {
  const handled = await handledSeq(options.dataSource);
  if (handled === null) return 0;
  const store = await options.facts.reached(handled, options.signal);
  return await createMatcher(options).refresh(store, handled);
}

function createMatcher({ dataSource, clock }: MatchingOptions): Matcher {
  return new Matcher({
    clock,
    change: <T>(work: (manager: EntityManager) => Promise<T>) =>
      asActor(dataSource, 'system', async (manager) => {
        const limit = [`${STATEMENT_LIMIT_MS}`];
        await manager.query("SELECT set_config('statement_timeout', $1, true)", limit);
        return await work(manager);
      }),
    changesOf: async (ids, after, until) => {
      if (ids.length === 0) return [];
      const rows = await dataSource.query<(Omit<ListedChange, 'seq'> & { seq: string })[]>(
        `SELECT seq, aggregate, aggregate_id AS "aggregateId", kind FROM outbox
         WHERE aggregate_id = ANY($1) AND seq > $2 AND seq <= $3 ORDER BY seq`,
        [ids, after, until],
      );
      return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
    },
  });
}

/** The first time ever, lists are made without a word: who fits was there before anybody could be told. */
async function begin(options: MatchingOptions, matcher: Matcher): Promise<void> {
  const { dataSource, facts } = options;
  if ((await handledSeq(dataSource)) !== null) return;
  const store = await facts.current();
  const { seq } = store;
  await matcher.refresh(store, seq);
  await startCursor(dataSource, MATCH_CONSUMER, seq);
}

async function handledSeq(dataSource: DataSource): Promise<number | null> {
  const rows = await dataSource.query<{ seq: string }[]>(
    'SELECT seq FROM consumer_cursors WHERE name = $1',
    [MATCH_CONSUMER],
  );
  return rows[0] === undefined ? null : Number(rows[0].seq);
}

async function tellOverdue(
  { dataSource, onError }: RunOptions,
  matcher: Matcher,
  signal: AbortSignal,
  pollMs: number,
): Promise<void> {
  while (!signal.aborted) {
    try {
      await matcher.tellOverdue((await handledSeq(dataSource)) ?? 0);
    } catch (error) {
      onError(error);
    }
    await pause(pollMs, signal);
  }
}
