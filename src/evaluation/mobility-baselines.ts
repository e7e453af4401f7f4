import type { PairScores } from './mobility-core';
import type { MobilityData } from './mobility-data';

/** How two sets of competencies are compared without the core. */
export interface Baseline {
  /** What one competency weighs, by the share of profiles that hold it. */
  weigh(share: number): number;
  /** From the weight that both have, the vacancy's and the candidate's. */
  combine(shared: number, required: number, held: number): number;
}

/** The simple ways that every ranking should beat. */
export const baselines = {
  coverage: { weigh: () => 1, combine: (shared, required) => shared / required },
  jaccard: {
    weigh: () => 1,
    combine: (shared, required, held) => shared / (required + held - shared),
  },
  'idf-coverage': {
    weigh: (share) => Math.log(1 + 1 / share),
    combine: (shared, required) => shared / required,
  },
  // Vectors of idf: their product and lengths are sums of idf².
  'tf-idf-cosine': {
    weigh: (share) => Math.log(1 / share) ** 2,
    combine: (shared, required, held) => shared / Math.sqrt(required * held),
  },
} satisfies Record<string, Baseline>;

/** Scores every pair by a baseline; importance counts for nothing. */
export function scoreByBaseline(data: MobilityData, { weigh, combine }: Baseline): PairScores {
  const counts = new Array<number>(data.labels.length).fill(0);
  for (const { held } of data.candidates) for (const item of held) counts[item] += 1;
  const weights = counts.map((count) => weigh(Math.max(1, count) / data.candidates.length));
  const sum = (items: readonly number[]) => items.reduce((total, item) => total + weights[item], 0);
  const sets = data.candidates.map(({ held }) => new Set(held));
  const heldWeights = data.candidates.map(({ held }) => sum(held));
  return data.vacancies.map(({ required }) => {
    const items = required.map(({ item }) => item);
    const requiredWeight = sum(items);
    return Float64Array.from(sets, (held, person) => {
      const score = combine(
        sum(items.filter((item) => held.has(item))),
        requiredWeight,
        heldWeights[person],
      );
      return Number.isFinite(score) ? score : 0;
    });
  });
}
