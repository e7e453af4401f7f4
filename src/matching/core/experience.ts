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
  return bandMonths(sumMonths(experiences, occupation, taxonomy));
}

/** The same before it is banded: for the person alone, never for an employer. */
export function sumMonths(
  experiences: readonly PastWork[],
  occupation: number | null,
  taxonomy: CoreTaxonomy,
): number {
  const sameFamily = occupation === null ? null : taxonomy.familyOf(occupation);
  let months = 0;
  for (const work of experiences) months += weighMonths(work, sameFamily);
  return months;
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

/** Months from which the next better band begins; null in the best one. */
export function nextBandFrom(months: number): number | null {
  const { below } = findBand(months);
  return Number.isFinite(below) ? below : null;
}

function findBand(months: number) {
  let at = 0;
  while (months >= EXPERIENCE_BANDS[at].below) at += 1;
  return EXPERIENCE_BANDS[at];
}
