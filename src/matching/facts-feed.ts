import { pause, Wake } from '../changes/wake';
import { EngineHung } from './engine/engine-watch';
import { type EngineLoss, FactsGeneration, type GenerationOptions } from './facts-generation';
import type { FactsSource, FactsStore } from './facts-store';

/** How one store after another is opened; the signal ends them all. */
export interface FactsFeedOptions extends GenerationOptions {
  readonly signal: AbortSignal;
}

/** Before everything is read again; doubled from failure to failure. */
const RETRY_MS = 500;
const MOST_RETRY_MS = 30_000;
/** Who waits for a change is woken when it is in; timers count in 32 bits. */
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** How many engines were lost, by how. */
export interface EngineLosses {
  ended: number;
  hung: number;
}

/** Keeps one store of facts equal to the database while `run` runs. */
export class FactsFeed implements FactsSource {
  /** Since the start, also while they read. */
  readonly engineLosses: EngineLosses = { ended: 0, hung: 0 };
  private generation: FactsGeneration | null = null;
  private resolveFirst: (store: FactsStore) => void = () => undefined;
  private readonly first = new Promise<FactsStore>((resolve) => {
    this.resolveFirst = resolve;
  });
  private readonly retiring = new Set<Promise<void>>();
  private readonly moved = new Wake();

  constructor(private readonly options: FactsFeedOptions) {}

  /** Whether everything is read and the engine answers. */
  isReady(): boolean {
    return this.generation?.hasEngine === true;
  }

  /** The store as it is now; waits only for the first to be read. */
  async current(): Promise<FactsStore> {
    return this.generation?.store ?? (await this.first);
  }

  /**
   * The store once it holds the change at `seq`.
   *
   * Errors: the signal's reason when it aborts before.
   */
  async reached(seq: number, signal: AbortSignal): Promise<FactsStore> {
    for (;;) {
      signal.throwIfAborted();
      const store = this.generation?.store;
      if (store !== undefined && store.seq >= seq) return store;
      await this.moved.wait(LONGEST_WAIT_MS, signal);
    }
  }

  /**
   * Reads everything, then follows the changes until the signal aborts. What concerns every fact (a change of the
   * taxonomy, a new month, damage) makes a second store with an engine of its own, which takes the place of the first
   * once it has come as far; the first answers until then.
   */
  async run(): Promise<void> {
    const { signal, onError } = this.options;
    const onEngineLost = (loss: EngineLoss) => this.lose(loss);
    const onMoved = () => this.moved.ring();
    let failures = 0;
    while (!signal.aborted) {
      try {
        const next = await FactsGeneration.open({ ...this.options, onEngineLost, onMoved });
        failures = 0;
        if (await this.replaceBy(next)) await next.outdated(signal);
        else await pause(RETRY_MS, signal);
      } catch (error) {
        if (error instanceof EngineHung) this.lose(error);
        else if (!signal.aborted) onError(error);
        await pause(Math.min(MOST_RETRY_MS, RETRY_MS * 2 ** failures), signal);
        failures += 1;
      }
    }
    await Promise.all([this.generation?.end(), ...this.retiring]);
  }

  private lose(loss: EngineLoss): void {
    this.engineLosses[loss instanceof EngineHung ? 'hung' : 'ended'] += 1;
    this.options.onError(loss);
  }

  /** Whether the next one took the place; if it came to nothing while another one answers, it did not. */
  private async replaceBy(next: FactsGeneration): Promise<boolean> {
    const { signal, onError } = this.options;
    const { generation: previous } = this;
    if (previous?.hasEngine) {
      await next.catchUpWith(previous, signal);
      if (previous.hasEngine && !next.isAsFarAs(previous)) {
        await next.end();
        return false;
      }
    }
    this.generation = next;
    this.moved.ring();
    this.resolveFirst(next.store);
    if (previous === null) return true;
    const retiring = previous.retire(signal).catch(onError);
    this.retiring.add(retiring);
    void retiring.finally(() => this.retiring.delete(retiring));
    return true;
  }
}
