import DataLoader, { type CacheMap } from 'dataloader';

/** Reads of many keys for many who ask at once. */
export interface SharedReads<K, V> {
  /** `along`: what will be asked for next; read together with the key when that has to be read. */
  load(key: K, along?: () => readonly K[]): Promise<V>;
  /** Whoever asks from now on is told what is so from now on. */
  forget(): void;
}

/** Bounds the memory of what was read: some kilobytes each. */
const MOST_KEPT = 5_000;

/**
 * Reads by key that all of the process share: who asks in one moment is answered by one read, and what was read counts
 * for so long.
 *
 * Shape: answers in the order of the keys. Errors: those of `read`, for all who wait; the next who asks reads again.
 */
export function sharedReads<K, V>(
  read: (keys: readonly K[]) => Promise<readonly V[]>,
  { keyOf, keptMs }: { keyOf: (key: K) => string; keptMs: number },
): SharedReads<K, V> {
  const memory = new ShortMemory<Promise<V>>(keptMs);
  const loader = new DataLoader<K, V, string>(read, { cacheKeyFn: keyOf, cacheMap: memory });
  return {
    load: (key, along) => {
      const isKnown = memory.get(keyOf(key)) !== undefined;
      const value = loader.load(key);
      // Whoever asks for the others themselves meets their error.
      if (!isKnown) for (const other of along?.() ?? []) loader.load(other).catch(() => undefined);
      return value;
    },
    forget: () => {
      loader.clearAll();
    },
  };
}

/** Remembers each value for a while; the oldest goes first. */
class ShortMemory<V> implements CacheMap<string, V> {
  private readonly kept = new Map<string, { readonly value: V; readonly until: number }>();

  constructor(private readonly keptMs: number) {}

  get(key: string): V | undefined {
    const known = this.kept.get(key);
    return known !== undefined && known.until > performance.now() ? known.value : undefined;
  }

  set(key: string, value: V): void {
    this.kept.delete(key);
    this.kept.set(key, { value, until: performance.now() + this.keptMs });
    for (const [oldest, { until }] of this.kept) {
      if (this.kept.size <= MOST_KEPT && until > performance.now()) break;
      this.kept.delete(oldest);
    }
  }

  delete(key: string): void {
    this.kept.delete(key);
  }

  clear(): void {
    this.kept.clear();
  }
}
