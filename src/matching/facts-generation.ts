import { isDatabaseOutage } from '../changes/outage';
import { pause } from '../changes/wake';
import type { Clock } from '../clock';
import { limits } from '../limits';
import { EngineHung } from './engine/engine-watch';
import { monthOf, startOfNextMonth } from './facts/months';
import { type Change, type FactsStore, type OpenOptions, openStore } from './facts-store';

/** Where the changes come from. */
export interface ChangeFeed {
  /** Batches of changes after a place, first the past, then live; ends when the signal aborts. */
  follow(after: number, options: { signal: AbortSignal }): AsyncIterable<readonly Change[]>;
}

/** How a store is opened, and the changes that it follows from there on. */
export interface GenerationOptions extends OpenOptions {
  readonly feed: ChangeFeed;
  readonly clock: Clock;
  /** Called when reading failed; it is tried again. */
  readonly onError: (error: unknown) => void;
}

/** How an engine was lost, while it should have gone on. */
export type EngineLoss = EngineHung | EngineEnded;

interface OpenGenerationOptions extends GenerationOptions {
  readonly onEngineLost: (loss: EngineLoss) => void;
  /** Called when changes are in. */
  readonly onMoved: () => void;
}

const RETRY_MS = 500;
const CATCH_UP_STEP_MS = 5;
/** Timers count in 32 bits. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** The thread with the people ended by itself. */
export class EngineEnded extends Error {
  override name = 'EngineEnded';
  constructor(how: unknown) {
    const code = how instanceof Error ? 1 : String(how);
    super(`The thread that ranks ended with exit code ${code}`, { cause: how });
  }
}

/** One reading of everything, and the changes since; until something concerns every fact. */
export class FactsGeneration {
  hasEngine = true;
  private readonly leaving = new AbortController();
  private readonly outdating = new AbortController();
  private readonly following: Promise<unknown>;

  private constructor(
    readonly store: FactsStore,
    private readonly options: OpenGenerationOptions,
    private readonly engine: { kill(): Promise<unknown>; ended: Promise<unknown> },
  ) {
    const { signal } = this.leaving;
    void engine.ended.then((how) => {
      this.hasEngine = false;
      this.outdating.abort();
      if (this.leaving.signal.aborted) return;
      this.options.onEngineLost(how instanceof EngineHung ? how : new EngineEnded(how));
    });
    this.following = Promise.all([this.follow(signal), this.awaitMonthEnd(signal)]);
  }

  static async open(options: OpenGenerationOptions): Promise<FactsGeneration> {
    const { store, started } = await openStore(options);
    return new FactsGeneration(store, options, started);
  }

  /** Whether everything has to be read again: another taxonomy or month, changes that cannot be read, an engine that ended or hung. */
  get isOutdated(): boolean {
    return this.outdating.signal.aborted;
  }

  /** Resolves when everything has to be read again, or the signal aborts. */
  async outdated(signal: AbortSignal): Promise<void> {
    const either = AbortSignal.any([signal, this.outdating.signal]);
    if (either.aborted) return;
    await new Promise((resolve) => either.addEventListener('abort', resolve, { once: true }));
  }

  /** Whether this one answers, and from where the other does at least. */
  isAsFarAs(other: FactsGeneration): boolean {
    return this.hasEngine && this.store.seq >= other.store.seq;
  }

  /** Resolves when this one stands where the other does, or is of no use. */
  async catchUpWith(other: FactsGeneration, signal: AbortSignal): Promise<void> {
    while (this.store.seq < other.store.seq && !this.isOutdated && !signal.aborted) {
      await pause(CATCH_UP_STEP_MS, signal);
    }
  }

  /** Ends when whoever asked for this store before has had an answer. */
  async retire(signal: AbortSignal): Promise<void> {
    await pause(limits.deadlineMs, signal);
    this.leaving.abort();
    if (this.hasEngine) await this.store.people.close();
    await this.following;
  }

  /** Ends at once. */
  async end(): Promise<void> {
    this.leaving.abort();
    await this.engine.kill();
    await this.following;
  }

  /** Goes on also when outdated: until the next generation stands, this one answers. */
  private async follow(signal: AbortSignal): Promise<void> {
    const { feed, onError } = this.options;
    while (!signal.aborted) {
      try {
        for await (const changes of feed.follow(this.store.seq, { signal })) {
          if (changes.some(({ aggregate }) => aggregate === 'taxonomy')) this.outdating.abort();
          await this.store.apply(this.options.readAsSystem, changes);
          this.options.onMoved();
        }
      } catch (error) {
        if (signal.aborted) return;
        onError(error);
        if (!isDatabaseOutage(error)) this.outdating.abort();
        await pause(RETRY_MS, signal);
      }
    }
  }

  private async awaitMonthEnd(signal: AbortSignal): Promise<void> {
    const { clock } = this.options;
    while (!signal.aborted && monthOf(clock.now()) === this.store.month) {
      const leftMs = startOfNextMonth(clock.now()).getTime() - clock.now().getTime();
      await pause(Math.min(leftMs, LONGEST_TIMER_MS), signal);
    }
    if (!signal.aborted) this.outdating.abort();
  }
}
