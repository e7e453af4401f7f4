import { FULL_BP } from './fixed-point';

/**
 * The bands of what past work says for an occupation; the score sees no more than that (no oracle).
 *
 * Unit: basis points; sixths, each counts as its lower end, but the last in full, and the upper part of the first a little. Source: docs/adr/0011-bands-before-the-core.md.
 */
export const OCCUPATION_BANDS = [
  { band: 'NONE', below: 1_000, countsAs: 0 },
  { band: 'REMOTE', below: 1_667, countsAs: 200 },
  { band: 'FAR', below: 3_333, countsAs: 1_667 },
  { band: 'RELATED', below: 5_000, countsAs: 3_333 },
  { band: 'NEAR', below: 6_667, countsAs: 5_000 },
  { band: 'CLOSE', below: 8_333, countsAs: 6_667 },
  { band: 'SAME', below: Number.POSITIVE_INFINITY, countsAs: FULL_BP },
] as const;

export type OccupationBand = (typeof OCCUPATION_BANDS)[number]['band'];

/** What some evidence counts as. */
export function bandOccupation(evidenceBp: number): number {
  let at = 0;
  while (evidenceBp >= OCCUPATION_BANDS[at].below) at += 1;
  return OCCUPATION_BANDS[at].countsAs;
}

/** The band that counts as so much; null when none does. */
export function nameOccupation(countedBp: number): OccupationBand | null {
  return OCCUPATION_BANDS.find(({ countsAs }) => countsAs === countedBp)?.band ?? null;
}
