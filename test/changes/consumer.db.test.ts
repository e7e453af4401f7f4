import { type ConsumerOptions, consume } from '../../src/changes/consumer';
import type { ChangeEvent } from '../../src/changes/tail';
import { ConsumerCursor, DeadLetter } from '../../src/entities';
import { announce, startStream, type TestStream } from './stream';

let stream: TestStream;
let handled: string[];

beforeEach(async () => {
  stream = await startStream();
  handled = [];
});

afterEach(async () => {
  await stream.stop();
});

/** Starts a consumer and returns what stops it. */
function start(overrides: Partial<ConsumerOptions>): () => Promise<void> {
  const stopping = new AbortController();
  const { dataSource, tail } = stream;
  const running = consume({
    name: 'test',
    dataSource,
    tail,
    signal: AbortSignal.any([stream.signal, stopping.signal]),
    onError: stream.onError,
    handle: async (events) => void handled.push(...idsOf(events)),
    ...overrides,
  });
  stream.background(running);
  return async () => {
    stopping.abort();
    await running;
  };
}

const idsOf = (events: readonly ChangeEvent[]) => events.map((event) => event.aggregateId);

async function cursorReaches(seq: number): Promise<void> {
  const { manager } = stream.dataSource;
  const deadline = Date.now() + 30_000;
  for (;;) {
    const cursor = await manager.findOneBy(ConsumerCursor, { name: 'test' });
    if (Number(cursor?.seq ?? 0) >= seq) return;
    if (Date.now() > deadline) throw new Error(`The cursor stays at ${cursor?.seq}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const refuse = (id: string) => async (events: readonly ChangeEvent[]) => {
  if (idsOf(events).includes(id)) throw new Error(`${id} is bad`);
  handled.push(...idsOf(events));
};

describe('consume', () => {
  it('hands over every event in order and remembers its place', async () => {
    const stop = start({});
    await announce(stream.dataSource, 'a', 'b');
    await cursorReaches(2);
    await stop();
    await announce(stream.dataSource, 'c');
    start({});
    await cursorReaches(3);
    expect(handled).toEqual(['a', 'b', 'c']);
  });

  it('puts the thing that fails aside and goes on with the others', async () => {
    const ids = Array.from({ length: 100 }, (_, position) => `v${position}`);
    await announce(stream.dataSource, ...ids);
    start({ handle: refuse('v41') });
    await cursorReaches(100);
    expect(handled).toEqual(ids.filter((id) => id !== 'v41'));
    expect(await stream.dataSource.manager.find(DeadLetter)).toMatchObject([
      {
        consumer: 'test',
        aggregate: 'vacancy',
        aggregateId: 'v41',
        reason: 'v41 is bad',
        attempts: 1,
      },
    ]);
  });

  it('removes the letter when the thing succeeds later', async () => {
    const stop = start({ handle: refuse('a') });
    await announce(stream.dataSource, 'a');
    await cursorReaches(1);
    await stop();
    start({});
    await announce(stream.dataSource, 'a');
    await cursorReaches(2);
    expect(await stream.dataSource.manager.count(DeadLetter)).toBe(0);
  });

  it('repeats the batch while something it needs is down', async () => {
    let outages = 3;
    start({
      isOutage: (error) => error instanceof Error && error.message === 'down',
      handle: async (events) => {
        outages -= 1;
        if (outages >= 0) throw new Error('down');
        handled.push(...idsOf(events));
      },
    });
    await announce(stream.dataSource, 'a');
    await cursorReaches(1);
    expect(handled).toEqual(['a']);
    expect(await stream.dataSource.manager.count(DeadLetter)).toBe(0);
  });
});
