import { EventsRemoved, LogTail, type Placed } from '../../src/changes/log-tail';
import { eventually, MemoryLog } from './memory-log';

let log: MemoryLog<Placed>;
let tail: LogTail<Placed>;
let stopping: AbortController;
let running: Promise<void> | null;

beforeEach(() => {
  log = new MemoryLog();
  tail = new LogTail(log, log.notices, (error) => {
    throw error;
  });
  stopping = new AbortController();
  running = null;
});

afterEach(async () => {
  stopping.abort();
  await running;
});

const start = () => {
  running = tail.run(stopping.signal);
};
const places = (...seqs: number[]) => seqs.map((seq) => ({ seq }));
const seqsAfter = async (place: number, limit?: number) =>
  (await tail.after(place, limit)).map(({ seq }) => seq);

describe('LogTail', () => {
  it('finds what follows a place, also where places are missing', async () => {
    start();
    log.append(...places(3, 4, 9, 12));
    await eventually(() => tail.head === 12);
    const reads = log.reads.length;
    expect(await seqsAfter(0)).toEqual([3, 4, 9, 12]);
    expect(await seqsAfter(4)).toEqual([9, 12]);
    expect(await seqsAfter(7, 1)).toEqual([9]);
    expect(await seqsAfter(12)).toEqual([]);
    expect(log.reads).toHaveLength(reads);
  });

  it('reads the past from the log where memory does not reach', async () => {
    log.append(...places(...Array.from({ length: 2_500 }, (_, index) => index + 1)));
    start();
    await eventually(() => tail.head === 2_500);
    expect(tail.remembers(1_500)).toBe(true);
    expect(tail.remembers(1_499)).toBe(false);
    expect(await seqsAfter(10, 2)).toEqual([11, 12]);
    expect(log.reads).toContain(10);
  });

  it('does not remember what was removed before it began', async () => {
    log.append(...places(5, 6));
    log.removed = 4;
    start();
    await eventually(() => tail.head === 6);
    expect(tail.remembers(3)).toBe(false);
    expect(tail.remembers(4)).toBe(true);
  });

  it('tells a reader from whose place on events were removed as old', async () => {
    log.append(...places(...Array.from({ length: 1_200 }, (_, index) => index + 1)));
    start();
    await eventually(() => tail.head === 1_200);
    log.events.splice(0, 100);
    log.removed = 100;
    await expect(tail.after(99)).rejects.toThrow(EventsRemoved);
    expect(await seqsAfter(100, 1)).toEqual([101]);
  });

  it('forgets what lies before events that were removed while it slept', async () => {
    start();
    log.append(...places(1, 2));
    await eventually(() => tail.head === 2);
    log.removed = 7;
    log.append(...places(9));
    await eventually(() => tail.head === 9);
    await expect(tail.after(2)).rejects.toThrow(EventsRemoved);
    expect(await seqsAfter(7)).toEqual([9]);
  });

  it('forgets what is erased from the log', async () => {
    start();
    log.append(...places(1, 2, 3));
    await eventually(() => tail.head === 3);
    log.events = places(1, 3);
    await eventually(() => !tail.remembers(0));
    expect(await seqsAfter(0)).toEqual([1, 3]);
  });

  it('gives the past to a follower who comes late, then what is new', async () => {
    start();
    log.append(...places(1, 2));
    const seen: number[] = [];
    const following = (async () => {
      for await (const events of tail.follow(0, { signal: stopping.signal, limit: 1 })) {
        seen.push(...events.map(({ seq }) => seq));
      }
    })();
    await eventually(() => seen.length === 2);
    log.append(...places(3));
    await eventually(() => seen.length === 3);
    expect(seen).toEqual([1, 2, 3]);
    stopping.abort();
    await following;
  });

  it('wakes everybody who waits', async () => {
    start();
    const waiting = Array.from({ length: 1_000 }, () =>
      tail.growth(0, 60_000, new AbortController().signal),
    );
    log.append(...places(1));
    await Promise.all(waiting);
    expect(tail.head).toBe(1);
  });
});
