import type { Clock } from '../clock';
import type { MatchingEngine } from '../config';
import { findCandidateNumbers } from '../search/candidate-search';
import { isOutage, type SearchClient } from '../search/client';
import type { FactsSource } from './facts-store';
import { MeilisearchEngine } from './meilisearch-engine';
import type { Ranker } from './ranker';
import { ScanEngine } from './scan-engine';

export interface RankerDeps {
  engine: MatchingEngine;
  source: FactsSource;
  /** Null = no search server: the scan ranks. */
  client: SearchClient | null;
  isIndexReady: () => boolean;
  clock: Clock;
}

/** The engine that the settings choose; both give the same ranking. */
export function createRanker({ engine, source, client, isIndexReady, clock }: RankerDeps): Ranker {
  const scan = new ScanEngine(source);
  if (engine === 'scan' || client === null) return scan;
  return new MeilisearchEngine({
    source,
    scan,
    findNumbers: (query, limit) => findCandidateNumbers(client, query, limit),
    isIndexReady,
    isOutage,
    clock,
  });
}
