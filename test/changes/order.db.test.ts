import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { Client, type Pool } from 'pg';
import {
  runSlowly,
  type SlowForm,
  type Slowness,
  slowFormNames,
  slowPool,
} from '../../bench/stream/slow-transactions';
import { runSequencer, sequenceBatch } from '../../src/changes/sequencer';
import { eventually } from '../search/world';
import { announce, freshTail, startStream, type TestStream } from './stream';

const WRITERS = 8;
/** Transactions of each writer. */
const TURNS = 60;
/** Changes of one transaction: more than the sequencer takes at once. */
const MANY = 2_500;
const CUTS = 20;
const LIMIT_MS = 120_000;

let stream: TestStream;
let pool: Pool;

beforeEach(async () => {
  stream = await startStream();
  pool = slowPool(stream.migratorUrl, WRITERS);
});

afterEach(async () => {
  await stream.stop();
  await pool.end();
});

const INSERT = `INSERT INTO outbox (id, aggregate, aggregate_id, kind, version) OVERRIDING SYSTEM VALUE
  VALUES (coalesce($1, nextval(pg_get_serial_sequence('outbox', 'id'))), 'vacancy', $2, 'vacancy.updated', 1)`;

let count = 0;

/** Transactions that announce `1`, `2`, …, and wait as the drawn numbers say. */
const slowness = (waits: readonly number[], names: string[]): Slowness => ({
  pool,
  onCommit: (written) => void names.push(...written),
  write: async (client, reserved) => {
    count += 1;
    const name = String(count);
    await client.query(INSERT, [reserved, name]);
    return name;
  },
  pause: async () => void (await sleep(waits[count % waits.length])),
});

/** Places that a reader has seen, in the order in which it did. */
type Seen = { seq: number; aggregateId: string }[];

/** Reads with plain SQL, whatever is there behind the last place. */
async function poll(signal: AbortSignal, seen: Seen): Promise<void> {
  while (!signal.aborted) {
    const rows = await stream.dataSource.query<{ seq: string; aggregateId: string }[]>(
      'SELECT seq, aggregate_id AS "aggregateId" FROM outbox WHERE seq > $1 ORDER BY seq LIMIT 5',
      [seen.at(-1)?.seq ?? 0],
    );
    seen.push(...rows.map(({ seq, aggregateId }) => ({ seq: Number(seq), aggregateId })));
    await sleep(1);
  }
}

/** Follows, breaks off somewhere in a batch, and comes back with the last place that it has seen. */
async function comeAndGo(signal: AbortSignal, seen: Seen): Promise<void> {
  const tails = [stream.tail, freshTail(stream)];
  for (let visit = 0; !signal.aborted; visit += 1) {
    const after = seen.at(-1)?.seq ?? 0;
    const limit = 1 + (visit % 9);
    for await (const events of tails[visit % 2].follow(after, { signal, limit })) {
      seen.push(...events.slice(0, 5));
      if (events.length > 5 || visit % 3 === 0) break;
    }
  }
}

/** As a leader that does not know that it lost its lock: gives places without one, beside all others. */
async function sequenceWithoutLock(signal: AbortSignal): Promise<void> {
  const client = new Client({ connectionString: stream.databaseUrl });
  await client.connect();
  // Whoever led has made the row whose lock keeps two batches apart.
  await client.query(
    "INSERT INTO consumer_cursors (name, seq) VALUES ('sequencer', 0) ON CONFLICT DO NOTHING",
  );
  while (!signal.aborted) {
    await sequenceBatch(client);
    await sleep(3);
  }
  await client.end();
}

/** Ends the connections of sequencers and tails, wherever in their work they are. */
async function cutConnections(): Promise<void> {
  for (let cut = 0; cut < CUTS; cut += 1) {
    await stream.dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('padan sequencer', 'padan tail')`,
    );
    await sleep(40);
  }
}

async function runWriters(turns: readonly (readonly SlowForm[])[], waits: readonly number[]) {
  const names: string[] = [];
  await Promise.all(
    turns.map(async (forms) => {
      for (const form of forms) await runSlowly(form, slowness(waits, names));
    }),
  );
  return names;
}

/** What is in the table, in its order. */
async function table(): Promise<Seen> {
  const rows = await stream.dataSource.query<{ seq: string; aggregateId: string }[]>(
    'SELECT seq, aggregate_id AS "aggregateId" FROM outbox ORDER BY seq',
  );
  return rows.map(({ seq, aggregateId }) => ({ seq: Number(seq), aggregateId }));
}

const brief = (seen: Seen) => seen.map(({ seq, aggregateId }) => `${seq} ${aggregateId}`);

describe('the order of changes', () => {
  const turns = fc.array(fc.constantFrom(...slowFormNames), { minLength: TURNS, maxLength: TURNS });
  const drawn = [
    fc.array(turns, { minLength: WRITERS, maxLength: WRITERS }),
    fc.array(fc.integer({ min: 0, max: 25 }), { minLength: 7, maxLength: 7 }),
  ] as const;

  it(
    'shows every reader each committed change once, whatever writers, sequencers and connections do',
    async () => {
      const property = fc.asyncProperty(...drawn, async (forms, waits) => {
        const { dataSource, databaseUrl, signal, onError } = stream;
        const ending = new AbortController();
        const readers: Seen[] = [[], [], [], []];
        const reading = readers.map((seen, reader) =>
          reader % 2 === 0 ? poll(ending.signal, seen) : comeAndGo(ending.signal, seen),
        );
        for (let other = 0; other < 2; other += 1) {
          stream.background(runSequencer({ databaseUrl, signal, onError }));
          reading.push(sequenceWithoutLock(ending.signal));
        }

        const longest = await pool.connect();
        await longest.query('BEGIN');
        const first = await slowness(waits, []).write(longest, null);
        const many = Array.from({ length: MANY }, (_, place) => `many ${place}`);
        const [written] = await Promise.all([
          runWriters(forms, waits),
          announce(dataSource, ...many),
          cutConnections(),
        ]);
        await longest.query('COMMIT');
        longest.release();

        await eventually(async () => {
          expect(await dataSource.query('SELECT FROM outbox WHERE seq IS NULL')).toEqual([]);
        }, LIMIT_MS);
        const all = await table();
        const lengths = () => readers.map((seen) => seen.length);
        await eventually(async () => {
          expect(Math.min(...lengths())).toBeGreaterThanOrEqual(all.length);
        }, LIMIT_MS);
        ending.abort();
        await Promise.all(reading);

        const names = all.map(({ aggregateId }) => aggregateId);
        expect(names.sort()).toEqual([first, ...many, ...written].sort());
        expect(all.map(({ seq }) => seq)).toEqual(all.map((_, place) => place + 1));
        for (const seen of readers) expect(brief(seen)).toEqual(brief(all));
      });
      await fc.assert(property, { numRuns: 1, endOnFailure: true });
    },
    2 * LIMIT_MS,
  );

  it('keeps what a reader by id, and one by the oldest running transaction, would lose', async () => {
    const { dataSource, tail } = stream;
    const byId = 'SELECT aggregate_id, id FROM outbox WHERE id > $1 ORDER BY id';
    const byTransaction = `SELECT aggregate_id, id FROM outbox WHERE id > $1
      AND xmin::text::bigint < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY id`;
    const readBy = async (sql: string, after: number) =>
      await dataSource.query<{ aggregate_id: string; id: string }[]>(sql, [after]);

    // Of some thirty numbers only the first gives its transaction a number as well.
    await announce(dataSource, 'first');
    const client = await pool.connect();
    await client.query('BEGIN');
    const { rows } = await client.query<{ id: string }>(
      "SELECT nextval(pg_get_serial_sequence('outbox', 'id')) AS id",
    );
    await announce(dataSource, 'fast');
    const places: number[] = [];
    for (const sql of [byId, byTransaction]) {
      await eventually(async () => expect(await readBy(sql, 0)).toHaveLength(2));
      places.push(Number((await readBy(sql, 0))[1].id));
    }
    await client.query(INSERT, [rows[0].id, 'slow']);
    await client.query('COMMIT');
    client.release();

    await stream.until(3);
    expect(await readBy(byId, places[0])).toEqual([]);
    expect(await readBy(byTransaction, places[1])).toEqual([]);
    const followed = await tail.after(0);
    expect(followed.map(({ aggregateId }) => aggregateId)).toEqual(['first', 'fast', 'slow']);
  });

  it('goes on where a sequencer was cut off in the middle of giving places', async () => {
    const { dataSource, databaseUrl, signal, onError } = stream;
    await announce(dataSource, 'before');
    await stream.until(1);
    stream.background(runSequencer({ databaseUrl, signal, onError }));
    const [counter, changes] = [await pool.connect(), await pool.connect()];
    await counter.query("BEGIN; SELECT FROM consumer_cursors WHERE name = 'sequencer' FOR UPDATE");
    await announce(dataSource, 'held', 'held too');
    await changes.query('BEGIN; LOCK TABLE outbox IN SHARE MODE');
    await counter.query('COMMIT');
    // One has the counter now and waits for the table.
    const waiting = `FROM pg_stat_activity WHERE datname = current_database()
      AND wait_event_type = 'Lock' AND query LIKE 'UPDATE outbox%'`;
    await eventually(async () => {
      expect(await dataSource.query(`SELECT pid ${waiting}`)).toHaveLength(1);
    });
    await dataSource.query(`SELECT pg_terminate_backend(pid) ${waiting}`);
    await changes.query('COMMIT');
    for (const client of [counter, changes]) client.release();
    await announce(dataSource, 'after');
    await eventually(async () => {
      const names = (await stream.tail.after(0)).map(({ aggregateId }) => aggregateId);
      expect(names).toEqual(['before', 'held', 'held too', 'after']);
    });
    expect((await table()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
  });
});
