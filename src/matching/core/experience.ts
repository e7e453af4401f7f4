import type { PastWork } from './facts';
import type { CoreTaxonomy } from './taxonomy';

/**
 * The bands in which an employer sees experience; the score sees no more than that (no oracle).
 *
 * Unit: months; `countsAs` is the middle of the band. Source: docs/MATCHING.md.
 */
export const EXPERIENCE_BANDS = [
  { band: 'NONE', below: 1, countsAs: 0 },
  { band: 'LT_1Y', below: 12, countsAs: 6 },
  { band: 'Y1_3', below: 36, countsAs: 24 },
  { band: 'Y3_5', below: 60, countsAs: 48 },
  { band: 'Y5_10', below: 120, countsAs: 90 },
  { band: 'GT_10Y', below: Number.POSITIVE_INFINITY, countsAs: 180 },
] as const;

export type ExperienceBand = (typeof EXPERIENCE_BANDS)[number]['band'];

export function bandExperience(months: number): ExperienceBand {
  return findBand(months).band;
}

/** Months that count for an occupation, banded. */
export function countExperience(
  experiences: readonly PastWork[],
  occupation: number | null,
  taxonomy: CoreTaxonomy,
): number {
  const sameFamily = occupation === null ? null : taxonomy.familyOf(occupation);
  let months = 0;
  for (const work of experiences) months += weighMonths(work, sameFamily);
  return bandMonths(months);
}

/**
 * Work as it enters a score: each occupation once, and the months of each family summed and banded, at its first one.
 *
 * Shape: by occupation number, work that was not understood last. The months of one family so tell the card's band of
 * it, and nothing of which work lasted how long.
 */
export function bandWork(experiences: readonly PastWork[], taxonomy: CoreTaxonomy): PastWork[] {
  const familyOf = (occupation: number | null) =>
    occupation === null ? null : taxonomy.familyOf(occupation);
  const monthsOf = new Map<Uint8Array | null, number>();
  for (const { occupation, months } of experiences) {
    const family = familyOf(occupation);
    monthsOf.set(family, (monthsOf.get(family) ?? 0) + months);
  }
  const occupations = [...new Set(experiences.map(({ occupation }) => occupation))];
  occupations.sort((a, b) => (a ?? taxonomy.occupationCount) - (b ?? taxonomy.occupationCount));
  return occupations.map((occupation) => {
    const family = familyOf(occupation);
    const months = bandMonths(monthsOf.get(family) ?? 0);
    monthsOf.delete(family);
    return { occupation, months };
  });
}

/** Months that count: work in the family in full, other work by half; every family is the same when none is asked for. */
export function weighMonths(work: PastWork, sameFamily: Uint8Array | null): number {
  const isSame =
    sameFamily === null || (work.occupation !== null && sameFamily[work.occupation] === 1);
  return isSame ? work.months : work.months / 2;
}

/** What the months of somebody count as. */
export function bandMonths(months: number): number {
  return findBand(months).countsAs;
}

function findBand(months: number) {
  let at = 0;
  while (months >= EXPERIENCE_BANDS[at].below) at += 1;
  return EXPERIENCE_BANDS[at];
}
