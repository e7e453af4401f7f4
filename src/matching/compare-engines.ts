import { setTimeout as pause } from 'node:timers/promises';
import type { FactsSource } from './facts-store';
import type { Ranker } from './ranker';
import { type RankingVerification, verifyRanking } from './verify-ranking';

/** Two engines over one store, and the vacancies drawn for them: `sample` published ones, by the seed. */
export interface EngineComparison {
  readonly source: FactsSource;
  readonly scan: Ranker;
  readonly index: Ranker;
  readonly sample: number;
  readonly seed: number;
  /** Between two attempts. */
  readonly pauseMs?: number;
}

/** Changes in between spoil a comparison; then it is made again. */
const ATTEMPTS = 5;
const PAUSE_MS = 2_000;

/**
 * Both engines on a sample of the published vacancies while the service runs.
 *
 * Errors: Error when they differed each time, and each time something had changed meanwhile: nothing is known then.
 */
export async function compareEngines(comparison: EngineComparison): Promise<RankingVerification> {
  const { source, pauseMs = PAUSE_MS, ...options } = comparison;
  for (let attempt = 1; ; attempt += 1) {
    const store = await source.current();
    const place = store.seq;
    const found = await verifyRanking(store, options);
    const now = await source.current();
    if (found.differing.length === 0 || (now === store && now.seq === place)) return found;
    if (attempt === ATTEMPTS) throw new Error('Changes came in between each time');
    await pause(pauseMs);
  }
}
