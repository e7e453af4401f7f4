import {
  type FollowLimits,
  followLog,
  type LogView,
  ReaderTooSlow,
  type StreamItem,
} from '../../src/changes/follow-log';
import { LogTail, type Placed } from '../../src/changes/log-tail';
import { eventually, MemoryLog } from './memory-log';

let log: MemoryLog<Placed>;
let tail: LogTail<Placed>;
let stopping: AbortController;
let running: Promise<void>;
/** Places that the reader may see, of all. */
let isVisible: (seq: number) => boolean;

beforeEach(() => {
  log = new MemoryLog();
  tail = new LogTail(log, log.notices, (error) => {
    throw error;
  });
  stopping = new AbortController();
  running = Promise.resolve();
  isVisible = () => true;
});

afterEach(async () => {
  stopping.abort();
  await running;
});

const start = () => {
  running = tail.run(stopping.signal);
};
const places = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ seq: from + index }));

const PAST_PAGE = 10;
const view: LogView<Placed, Placed> = {
  select: async (events) => events.filter(({ seq }) => isVisible(seq)),
  past: async (after, upTo) => {
    const page = log.events.filter(({ seq }) => seq > after && seq <= upTo).slice(0, PAST_PAGE);
    const last = page.length < PAST_PAGE ? upTo : page[PAST_PAGE - 1].seq;
    return { items: page.filter(({ seq }) => isVisible(seq)), upTo: last };
  },
};

const LONG: FollowLimits = { heartbeatMs: 60_000, mostBehind: 1_000_000, longestBehindMs: 0 };

function follow(after: number | 'UNKNOWN' | null, limits: Partial<FollowLimits> = {}) {
  return followLog(tail, view, {
    after,
    signal: stopping.signal,
    now: () => new Date(0),
    limits: { ...LONG, ...limits },
  });
}

/** The next so many items. */
async function take(items: AsyncGenerator<StreamItem<Placed>>, count: number) {
  const taken: StreamItem<Placed>[] = [];
  while (taken.length < count) {
    const { value, done } = await items.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

const placesOf = (items: readonly StreamItem<Placed>[]) => items.map(({ place }) => place);

describe('followLog', () => {
  it('begins with the newest place when no cursor is given', async () => {
    log.append(...places(1, 3));
    start();
    const items = follow(null);
    expect(await take(items, 1)).toEqual([{ kind: 'HEARTBEAT', place: 3, at: new Date(0) }]);
    const next = take(items, 1);
    log.append({ seq: 4 });
    expect(await next).toEqual([{ kind: 'EVENT', place: 4, event: { seq: 4 } }]);
  });

  it('tells the past, then what is new, each once and in order', async () => {
    log.append(...places(1, 1_500));
    start();
    const items = follow(2);
    expect(placesOf(await take(items, 1_498))).toEqual(placesOf(asItems(places(3, 1_500))));
    const next = take(items, 3);
    log.append(...places(1_501, 1_503));
    expect(placesOf(await next)).toEqual([1_501, 1_502, 1_503]);
  });

  it('leaves out what may not be seen, and goes past it', async () => {
    isVisible = (seq) => seq % 100 === 0;
    log.append(...places(1, 1_500));
    start();
    const items = follow(0, { heartbeatMs: 100 });
    const told: StreamItem<Placed>[] = [];
    while (told.length < 15) {
      const [item] = await take(items, 1);
      // A busy machine may be silent for as long as a heartbeat takes.
      if (item.kind !== 'HEARTBEAT') told.push(item);
    }
    expect(placesOf(told)).toEqual(places(1, 15).map(({ seq }) => seq * 100));
    isVisible = () => false;
    log.append(...places(1_501, 1_510));
    let [last] = await take(items, 1);
    while (last.place < 1_510) [last] = await take(items, 1);
    expect(last).toMatchObject({ kind: 'HEARTBEAT', place: 1_510 });
  });

  it.each([
    ['UNKNOWN', 'UNKNOWN'],
    ['UNKNOWN', 21],
    ['EXPIRED', 4],
  ] as const)('says %s for the cursor %s and goes on live', async (reason, after) => {
    log.append(...places(6, 20));
    log.removed = 5;
    start();
    const items = follow(after);
    expect(await take(items, 1)).toEqual([
      { kind: 'GAP', reason, place: 20, retainedSince: new Date(0) },
    ]);
    const next = take(items, 1);
    log.append({ seq: 21 });
    expect(placesOf(await next)).toEqual([21]);
  });

  it('goes on from the last place that was removed', async () => {
    log.append(...places(6, 20));
    log.removed = 5;
    start();
    expect(placesOf(await take(follow(5), 1))).toEqual([6]);
  });

  it('says EXPIRED when the past is removed while it is read', async () => {
    log.append(...places(1, 1_500));
    start();
    await eventually(() => tail.head === 1_500);
    const items = follow(0);
    await take(items, PAST_PAGE);
    log.events = log.events.filter(({ seq }) => seq > 100);
    log.removed = 100;
    expect(await take(items, 1)).toMatchObject([{ kind: 'GAP', reason: 'EXPIRED', place: 1_500 }]);
  });

  it('selects again what a slow reader did not take', async () => {
    log.append(...places(1, 3));
    start();
    const items = follow(0);
    await take(items, 1);
    await new Promise((resolve) => setTimeout(resolve, 300));
    isVisible = (seq) => seq === 3;
    expect(placesOf(await take(items, 1))).toEqual([3]);
  });

  it('cuts off a reader who falls far behind, at the last place read', async () => {
    start();
    const items = follow(null, { mostBehind: 50, longestBehindMs: 200 });
    await take(items, 1);
    const first = take(items, 1);
    await new Promise(setImmediate);
    log.append({ seq: 1 });
    await first;
    log.append(...places(2, 100));
    await eventually(() => tail.head === 100);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await expect(take(items, 1)).rejects.toMatchObject(new ReaderTooSlow(1));
    await expect(take(follow(1, { mostBehind: 50 }), 1)).resolves.toMatchObject([{ place: 2 }]);
  });

  it('ends when the signal aborts', async () => {
    start();
    const items = follow(0);
    const next = items.next();
    stopping.abort();
    expect((await next).done).toBe(true);
  });
});

const asItems = (events: readonly Placed[]): StreamItem<Placed>[] =>
  events.map((event) => ({ kind: 'EVENT', place: event.seq, event }));
