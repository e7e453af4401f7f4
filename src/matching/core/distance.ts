import { type AreaNumber, NATION } from './area';
import { HALF_BP } from './fixed-point';
import type { Geography } from './geography';

/** Upper ends of the distance bands and what they earn; farther earns nothing. Source: docs/MATCHING.md. */
export const DISTANCE_BANDS = [
  { upToKm: 5, creditBp: 10_000 },
  { upToKm: 10, creditBp: 9_000 },
  { upToKm: 25, creditBp: 7_000 },
  { upToKm: 50, creditBp: 5_000 },
  { upToKm: 100, creditBp: 3_000 },
  { upToKm: 250, creditBp: 1_000 },
] as const;

/** Which band a person lives in; `upToKm` null = beyond the last, or not known (`isKnown`). */
export interface DistanceBand {
  readonly creditBp: number;
  readonly upToKm: number | null;
  readonly isKnown: boolean;
  /** A centroid of an ancestor stood in for a missing one. */
  readonly isApproximate: boolean;
}

const NOT_KNOWN: DistanceBand = {
  creditBp: HALF_BP,
  upToKm: null,
  isKnown: false,
  isApproximate: false,
};

/** The band of the nearest place; not known when no place can be measured. */
export function bandDistance(
  places: readonly AreaNumber[],
  district: AreaNumber,
  geography: Geography,
): DistanceBand {
  const distances = places
    .filter((place) => place !== NATION)
    .map((place) => geography.distance(place, district))
    .filter((distance) => distance !== null)
    .sort((a, b) => a.km - b.km || Number(a.approximate) - Number(b.approximate));
  const [nearest] = distances;
  if (!nearest) return NOT_KNOWN;
  const band = DISTANCE_BANDS.find(({ upToKm }) => nearest.km <= upToKm);
  return {
    creditBp: band?.creditBp ?? 0,
    upToKm: band?.upToKm ?? null,
    isKnown: true,
    isApproximate: nearest.approximate,
  };
}
