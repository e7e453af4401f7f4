import { dropDeadLetter, listDeadLetters, retryDeadLetters } from '../../src/changes/dead-letters';
import { readStreamState } from '../../src/changes/stream-state';
import { OutboxEvent } from '../../src/entities';
import { announce, startStream, type TestStream } from './stream';

let stream: TestStream;

beforeEach(async () => {
  stream = await startStream();
  await announce(stream.dataSource, 'a', 'b');
  await stream.dataSource.query(
    `INSERT INTO consumer_cursors (name, seq) VALUES ('search', 0), ('matcher', 0);
     INSERT INTO dead_letters (consumer, aggregate, aggregate_id, seq, reason, at) VALUES
       ('search', 'vacancy', 'a', 1, 'refused', '2026-11-20T00:00:00Z'),
       ('matcher', 'vacancy', 'a', 1, 'no such place', '2026-11-21T00:00:00Z'),
       ('search', 'candidate', 'gone', -5, 'refused', '2026-11-22T00:00:00Z')`,
  );
});

afterEach(async () => {
  await stream.stop();
});

const manager = () => stream.dataSource.manager;

const consumersOf = async (...args: [aggregate: string, aggregateId: string] | []) => {
  const [aggregate, aggregateId] = args;
  const letters = await listDeadLetters(manager(), { aggregate, aggregateId });
  return letters.map(({ consumer, aggregateId: id }) => `${consumer} ${id}`);
};

describe('listDeadLetters', () => {
  it('gives them oldest first, with what had happened', async () => {
    await stream.until(2);
    expect(await listDeadLetters(manager())).toMatchObject([
      { consumer: 'search', aggregateId: 'a', reason: 'refused', kind: 'vacancy.updated' },
      { consumer: 'matcher', aggregateId: 'a', attempts: 1 },
      { consumer: 'search', aggregateId: 'gone', kind: null },
    ]);
    expect(await consumersOf('vacancy', 'a')).toEqual(['search a', 'matcher a']);
  });
});

describe('retryDeadLetters', () => {
  it('announces a thing once, whoever could not handle it', async () => {
    expect(await retryDeadLetters(manager(), { aggregate: 'vacancy', aggregateId: 'a' })).toBe(1);
    const [event] = await manager().find(OutboxEvent, { order: { id: 'DESC' }, take: 1 });
    expect(event).toMatchObject({ aggregateId: 'a', kind: 'vacancy.retried', version: 1 });
  });

  it('announces all of them', async () => {
    expect(await retryDeadLetters(manager())).toBe(2);
  });
});

describe('dropDeadLetter', () => {
  it('forgets the one of a consumer, once', async () => {
    const letter = { consumer: 'search', aggregate: 'vacancy', aggregateId: 'a' };
    expect(await dropDeadLetter(manager(), letter)).toBe(true);
    expect(await dropDeadLetter(manager(), letter)).toBe(false);
    expect(await consumersOf()).toEqual(['matcher a', 'search gone']);
  });
});

describe('readStreamState', () => {
  it('counts for each consumer what is behind and aside', async () => {
    await stream.until(2);
    await manager().query(`UPDATE consumer_cursors SET seq = 2 WHERE name = 'matcher'`);
    expect(await readStreamState(manager())).toEqual({
      waiting: 0,
      consumers: [
        { consumer: 'matcher', lag: 0, deadLetters: 1 },
        { consumer: 'search', lag: 2, deadLetters: 2 },
      ],
    });
  });
});
