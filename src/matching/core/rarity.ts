import { FULL_BP } from './fixed-point';
import type { CompetencyKind, Demand, RaritySnapshot } from './taxonomy-rows';

/** What an optional competency counts beside an essential one, in percent. Source: docs/MATCHING.md. */
export const OPTIONAL_PERCENT = 60;

/** Attitudes are self-reported and nearly everybody lists them: a tenth. Source: docs/MATCHING.md. */
const ATTITUDE_SHARE = 0.1;

/** The occupations as holders of the competencies that they need. */
export function countHolders(
  competencyCount: number,
  occupationCount: number,
  demands: readonly Demand[],
): RaritySnapshot {
  const holders = new Array<number>(competencyCount).fill(0);
  for (const { competency } of demands) holders[competency] += 1;
  return { profiles: occupationCount, holders };
}

/** Frozen weights: (ln(1 + N/df) / ln(1 + N))², unseen counting as once. Source: formula m4, docs/MATCHING.md. */
export function measureRarity(
  kinds: readonly CompetencyKind[],
  snapshot: RaritySnapshot,
  demands: readonly Demand[],
): { rarityBp: readonly number[]; usualDemandBp: number } {
  const profiles = Math.max(1, snapshot.profiles);
  const rarityBp = kinds.map((kind, competency) => {
    const holders = Math.max(1, snapshot.holders[competency] ?? 0);
    const weight = (Math.log(1 + profiles / holders) / Math.log(1 + profiles)) ** 2;
    const share = kind === 'ATTITUDE' ? ATTITUDE_SHARE : 1;
    return Math.max(1, Math.round(weight * share * FULL_BP));
  });
  const demandOf = new Map<number, number>();
  for (const { occupation, competency, isEssential } of demands) {
    const weight = (rarityBp[competency] * (isEssential ? 100 : OPTIONAL_PERCENT)) / 100;
    demandOf.set(occupation, (demandOf.get(occupation) ?? 0) + weight);
  }
  const sums = [...demandOf.values()].sort((a, b) => a - b);
  return {
    rarityBp,
    usualDemandBp: Math.max(1, Math.round(sums[Math.floor(sums.length / 2)] ?? FULL_BP)),
  };
}
