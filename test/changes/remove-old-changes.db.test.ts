import { consume, startCursor } from '../../src/changes/consumer';
import { EventsRemoved } from '../../src/changes/log-tail';
import { removeOldChanges } from '../../src/changes/remove-old-changes';
import type { Tail } from '../../src/changes/tail';
import { asActor } from '../../src/database/as-actor';
import { withClient } from '../../src/database/bootstrap';
import { ConsumerCursor } from '../../src/entities';
import { eventually } from '../search/world';
import { announce, collect, freshTail, startStream, type TestStream } from './stream';

const now = new Date('2026-11-22T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let stream: TestStream;

beforeEach(async () => {
  stream = await startStream();
});

afterEach(async () => {
  await stream.stop();
});

/** Announces changes, one of each age. */
async function announceAged(...ages: number[]): Promise<void> {
  const { migratorUrl, tail } = stream;
  const before = tail.head;
  await withClient(migratorUrl, async (owner) => {
    for (const age of ages) {
      await owner.query(
        `INSERT INTO outbox (aggregate, aggregate_id, kind, version, at)
         VALUES ('vacancy', $1, 'vacancy.updated', 1, $2)`,
        [`${age} days`, daysAgo(age)],
      );
    }
  });
  await stream.until(before + ages.length);
}

async function moveTo(name: string, seq: number, updatedAt = now): Promise<void> {
  await stream.dataSource.manager.save(ConsumerCursor, { name, seq: String(seq), updatedAt });
}

const remove = (consumers: readonly string[] = []) =>
  removeOldChanges((work) => asActor(stream.dataSource, 'system', work), {
    ...{ now, consumers, signal: stream.signal },
  });

async function placesLeft(): Promise<number[]> {
  const rows = await stream.dataSource.query<{ seq: string }[]>(
    'SELECT seq FROM outbox ORDER BY seq',
  );
  return rows.map(({ seq }) => Number(seq));
}

async function lastRemoved(): Promise<string | undefined> {
  const { manager } = stream.dataSource;
  return (await manager.findOneBy(ConsumerCursor, { name: 'outbox kept' }))?.seq;
}

describe('removeOldChanges', () => {
  it('removes what is older than 14 days and keeps the last place removed', async () => {
    await announceAged(20, 15, 13, 1);
    expect(await remove()).toBe(2);
    expect([await placesLeft(), await lastRemoved()]).toEqual([[3, 4], '2']);
    expect(await remove()).toBe(0);
    expect(await lastRemoved()).toBe('2');
  });

  it('leaves no hole where a slow transaction put an old change behind a new one', async () => {
    await announceAged(20, 1, 20, 1);
    expect(await remove()).toBe(1);
    expect(await placesLeft()).toEqual([2, 3, 4]);
  });

  it('never removes the newest', async () => {
    await announceAged(40, 40);
    expect(await remove()).toBe(1);
    expect(await placesLeft()).toEqual([2]);
  });

  it('keeps what a consumer has not seen', async () => {
    await announceAged(20, 20, 20, 1);
    await moveTo('search', 3);
    await moveTo('matcher', 1);
    // Counts match events: no place of a change.
    await moveTo('match events', 0);
    expect(await remove()).toBe(1);
  });

  it('waits 30 days for one that does not run here, and for ever for one that does', async () => {
    await announceAged(40, 40, 40, 1);
    await moveTo('search', 1, daysAgo(31));
    await moveTo('retired', 2, daysAgo(29));
    expect(await remove(['search'])).toBe(1);
    expect(await remove()).toBe(1);
    expect(await placesLeft()).toEqual([3, 4]);
  });

  it('removes more than one batch', async () => {
    await withClient(stream.migratorUrl, (owner) =>
      owner.query(
        `INSERT INTO outbox (aggregate, aggregate_id, kind, version, at)
         SELECT 'vacancy', n, 'vacancy.updated', 1, $1 FROM generate_series(1, 5002) AS n`,
        [daysAgo(20)],
      ),
    );
    await stream.until(5_002);
    expect(await remove()).toBe(5_001);
  });
});

describe('a reader from a place whose changes are gone', () => {
  let tail: Tail;

  beforeEach(async () => {
    await announceAged(20, 20, 20, 1);
    await remove();
    // The tail that ran before remembers what was removed.
    tail = freshTail(stream);
    await collect(tail.follow(3, { signal: stream.signal })).until(1);
  });

  const consumer = () => {
    const { dataSource, signal } = stream;
    return { name: 'test', dataSource, tail, signal, onError: () => undefined };
  };

  it('is told by the tail', async () => {
    await expect(tail.after(2)).rejects.toThrow(EventsRemoved);
    await expect(tail.after(3)).resolves.toHaveLength(1);
  });

  it('consumes nothing when it cannot read everything anew', async () => {
    await startCursor(stream.dataSource, 'test', 1);
    const handled: unknown[] = [];
    const handle = async (events: readonly unknown[]) => void handled.push(...events);
    await expect(consume({ ...consumer(), handle })).rejects.toThrow(EventsRemoved);
    expect(handled).toEqual([]);
  });

  it('reads everything anew and consumes what comes behind', async () => {
    await startCursor(stream.dataSource, 'test', 1);
    const done: string[] = [];
    stream.background(
      consume({
        ...consumer(),
        rebuild: async (seq) => {
          done.push(`everything at ${seq}`);
          await announce(stream.dataSource, 'meanwhile');
        },
        handle: async (events) => void done.push(...events.map(({ aggregateId }) => aggregateId)),
      }),
    );
    await eventually(async () => expect(done).toEqual(['everything at 4', 'meanwhile']));
  });
});
