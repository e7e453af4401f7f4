import { Gauge, type Registry } from 'prom-client';
import type { ResponseCache } from './response-cache';

/** Adds to `/metrics` how much the cache of public answers holds. */
export function exportCacheSize(registry: Registry, cache: Pick<ResponseCache, 'bytes'>): void {
  const gauge: Gauge = new Gauge({
    name: 'padan_response_cache_bytes',
    help: 'Bytes of the public answers that are kept.',
    registers: [registry],
    collect: (): void => gauge.set(cache.bytes),
  });
}
