import { setTimeout as sleep } from 'node:timers/promises';
import { LogTail } from '../../src/changes/log-tail';
import { Notices } from '../../src/changes/notices';
import { appendOutbox } from '../../src/changes/outbox';
import { runSequencer } from '../../src/changes/sequencer';
import { changeLog } from '../../src/changes/tail';
import { OutboxEvent } from '../../src/entities';
import { announce, collect, startStream, type TestStream } from './stream';

let stream: TestStream;

beforeEach(async () => {
  stream = await startStream();
});

afterEach(async () => {
  await stream.stop();
});

describe('the order of changes', () => {
  it('delivers the event of a slow transaction that reserved its id first', async () => {
    const { dataSource, tail, signal } = stream;
    const follower = collect(tail.follow(0, { signal }));
    const slow = dataSource.createQueryRunner();
    await slow.startTransaction();
    await appendOutbox(slow.manager, [
      { aggregate: 'vacancy', aggregateId: 'slow', kind: 'vacancy.updated', version: 1 },
    ]);
    await announce(dataSource, 'fast');
    expect(await follower.until(1)).toEqual(['fast']);

    await slow.commitTransaction();
    await slow.release();

    expect(await follower.until(2)).toEqual(['fast', 'slow']);
    const rows = await dataSource.manager.find(OutboxEvent, { order: { id: 'ASC' } });
    expect(rows.map((row) => row.aggregateId)).toEqual(['slow', 'fast']);
  });

  it('puts nothing behind a delivered place, with many writers and two sequencers', async () => {
    const { dataSource, databaseUrl, signal, onError } = stream;
    const notices = new Notices({ databaseUrl, onError });
    const other = new LogTail(changeLog(dataSource), notices, onError);
    stream.background(notices.run(signal));
    stream.background(runSequencer({ databaseUrl, signal, onError }));
    stream.background(other.run(signal));
    const followers = [stream.tail, stream.tail, other].map((tail) =>
      collect(tail.follow(0, { signal, limit: 7 })),
    );

    const writers = Array.from({ length: 5 }, async (_, writer) => {
      for (let turn = 0; turn < 20; turn += 1) {
        await dataSource.transaction(async (manager) => {
          const aggregateId = `${writer}.${turn}`;
          const entry = { aggregate: 'candidate', kind: 'candidate.updated', version: 1 } as const;
          await appendOutbox(manager, [{ ...entry, aggregateId }]);
          await sleep((writer * 7 + turn * 3) % 11);
        });
      }
    });
    await Promise.all(writers);

    const received = await Promise.all(followers.map((follower) => follower.until(100)));
    const rows = await dataSource.manager.find(OutboxEvent, { order: { seq: 'ASC' } });
    const table = rows.map((row) => row.aggregateId);
    for (const ids of received) expect(ids).toEqual(table);
    expect(rows.map((row) => Number(row.seq))).toEqual(table.map((_, place) => place + 1));
    expect(stream.errors).toEqual([]);
  });

  it('goes on after the connections were cut', async () => {
    const { dataSource, tail, signal } = stream;
    const follower = collect(tail.follow(0, { signal }));
    await announce(dataSource, 'before');
    await follower.until(1);
    await dataSource.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name IN ('padan sequencer', 'padan tail')`,
    );
    await announce(dataSource, 'after');
    expect(await follower.until(2)).toEqual(['before', 'after']);
  });

  it('announces within half a second', async () => {
    const { dataSource, tail, signal } = stream;
    const follower = collect(tail.follow(0, { signal }));
    const times: number[] = [];
    for (let turn = 1; turn <= 5; turn += 1) {
      const start = performance.now();
      await announce(dataSource, `${turn}`);
      await follower.until(turn);
      times.push(performance.now() - start);
    }
    // The best of them: the others may wait for a busy machine, but not for the poll of a lost notice.
    expect(Math.min(...times)).toBeLessThan(500);
  });
});
