import { pause } from '../changes/wake';
import { FactsGeneration, type GenerationOptions } from './facts-generation';
import type { FactsSource, FactsStore } from './facts-store';

export interface FactsFeedOptions extends GenerationOptions {
  readonly signal: AbortSignal;
}

const RETRY_MS = 500;

/** Keeps one store of facts equal to the database while `run` runs. */
export class FactsFeed implements FactsSource {
  private generation: FactsGeneration | null = null;
  private resolveFirst: (store: FactsStore) => void = () => undefined;
  private readonly first = new Promise<FactsStore>((resolve) => {
    this.resolveFirst = resolve;
  });
  private readonly retiring = new Set<Promise<void>>();

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
   * Reads everything, then follows the changes until the signal aborts. What concerns every fact (a change of the
   * taxonomy, a new month, damage) makes a second store with an engine of its own, which takes the place of the first
   * once it has come as far; the first answers until then.
   */
  async run(): Promise<void> {
    const { signal, onError } = this.options;
    while (!signal.aborted) {
      try {
        const next = await FactsGeneration.open(this.options);
        await this.replaceBy(next);
        await next.outdated(signal);
      } catch (error) {
        if (!signal.aborted) onError(error);
        await pause(RETRY_MS, signal);
      }
    }
    await Promise.all([this.generation?.end(), ...this.retiring]);
  }

  private async replaceBy(next: FactsGeneration): Promise<void> {
    const { signal, onError } = this.options;
    const { generation: previous } = this;
    if (previous?.hasEngine) await next.catchUpWith(previous, signal);
    this.generation = next;
    this.resolveFirst(next.store);
    if (previous === null) return;
    const retiring = previous.retire(signal).catch(onError);
    this.retiring.add(retiring);
    void retiring.finally(() => this.retiring.delete(retiring));
  }
}
