import type { EntityManager } from 'typeorm';
import type { Clock } from '../clock';
import { monthOf, startOfNextMonth } from './facts/months';
import { type Change, type FactsStore, loadStore } from './facts-store';

/** Where the changes come from. */
export interface ChangeFeed {
  /** Batches of changes after a place, first the past, then live; ends when the signal aborts. */
  follow(after: number, options: { signal: AbortSignal }): AsyncIterable<readonly Change[]>;
}

export interface FactsFeedOptions {
  /** Reads everything, also personal rows, in one transaction. */
  readAsSystem: <T>(work: (manager: EntityManager) => Promise<T>) => Promise<T>;
  feed: ChangeFeed;
  /** Place of the newest change that can be read. */
  newestSeq: () => Promise<number>;
  clock: Clock;
  signal: AbortSignal;
  /** Called when reading failed; it is tried again. */
  onError: (error: unknown) => void;
}

const RETRY_MS = 500;
/** Timers count in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Keeps one store of facts equal to the database while `run` runs. */
export class FactsFeed {
  private store: FactsStore | null = null;
  private resolveFirst: (store: FactsStore) => void = () => undefined;
  private readonly first = new Promise<FactsStore>((resolve) => {
    this.resolveFirst = resolve;
  });

  constructor(private readonly options: FactsFeedOptions) {}

  /** Whether the first store is read. */
  isReady(): boolean {
    return this.store !== null;
  }

  /** The store as it is now; waits only for the first to be read. */
  async current(): Promise<FactsStore> {
    return this.store ?? (await this.first);
  }

  /**
   * Reads everything, then follows the changes until the signal aborts. A change of the taxonomy and a new month
   * concern every fact: then a second store is read beside the first, and takes its place.
   */
  async run(): Promise<void> {
    const { signal, onError } = this.options;
    while (!signal.aborted) {
      try {
        await this.readAll();
        await this.follow();
      } catch (error) {
        onError(error);
        await pause(RETRY_MS, signal);
      }
    }
  }

  private async readAll(): Promise<void> {
    const { readAsSystem, newestSeq, clock } = this.options;
    // The place first: what happens while reading is applied once more, which does no harm.
    const seq = await newestSeq();
    this.store = await readAsSystem((manager) => loadStore(manager, clock, seq));
    this.resolveFirst(this.store);
  }

  /** Ends when everything has to be read again. */
  private async follow(): Promise<void> {
    const { feed, readAsSystem, clock, signal } = this.options;
    const store = await this.current();
    const untilNextMonth = startOfNextMonth(clock.now()).getTime() - clock.now().getTime();
    const monthEnds = AbortSignal.timeout(Math.min(untilNextMonth, LONGEST_TIMER_MS));
    const until = AbortSignal.any([signal, monthEnds]);
    for await (const changes of feed.follow(store.seq, { signal: until })) {
      if (changes.some(({ aggregate }) => aggregate === 'taxonomy')) return;
      if (monthOf(clock.now()) !== store.month) return;
      await readAsSystem((manager) => store.apply(manager, changes, clock.now().getTime()));
    }
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => resolve(), { once: true });
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
