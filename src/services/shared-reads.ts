import DataLoader, { type CacheMap } from 'dataloader';

/** Reads of many keys for many who ask at once. */
export interface SharedReads<K, V> {
  load(key: K): Promise<V>;
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
  return new DataLoader<K, V, string>(read, {
    cacheKeyFn: keyOf,
    cacheMap: new ShortMemory(keptMs),
  });
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
