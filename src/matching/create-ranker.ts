import type { Clock } from '../clock';
import type { MatchingEngine } from '../config';
import { findCandidateNumbers } from '../search/candidate-search';
import { isOutage, type SearchClient } from '../search/client';
import type { FactsSource } from './facts-store';
import { MeilisearchEngine, MOST_PEOPLE } from './meilisearch-engine';
import type { Ranker, RankMethod } from './ranker';
import { ScanEngine } from './scan-engine';

/** What decides which engine ranks, and what both need. */
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

/** The engine that ranks an ordinary vacancy now; waits for the facts to be read. */
export async function engineInUse(deps: Omit<RankerDeps, 'clock'>): Promise<RankMethod> {
  if (deps.engine === 'scan' || deps.client === null || !deps.isIndexReady()) return 'SCAN';
  const { people } = await deps.source.current();
  return people.size > MOST_PEOPLE ? 'SCAN' : 'MEILISEARCH_EXACT';
}
