import { type AreaNumber, NATION, regencyOf } from './area';
import type { VacancyFacts } from './facts';
import { HALF_BP } from './fixed-point';
import type { Distance, Geography } from './geography';

/** Upper ends of the distance bands and what they earn; farther earns nothing. Source: docs/MATCHING.md. */
const DISTANCE_BANDS = [
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
  let nearest: Distance | null = null;
  for (const place of places) {
    const distance = place === NATION ? null : geography.distance(place, district);
    if (distance !== null && (nearest === null || isNearer(distance, nearest))) nearest = distance;
  }
  if (nearest === null) return NOT_KNOWN;
  const { km, approximate } = nearest;
  const band = DISTANCE_BANDS.find(({ upToKm }) => km <= upToKm);
  return {
    creditBp: band?.creditBp ?? 0,
    upToKm: band?.upToKm ?? null,
    isKnown: true,
    isApproximate: approximate,
  };
}

/**
 * The band of a vacancy's nearest place, as finely as this vacancy measures.
 *
 * Shape: between regencies it is always approximate, so that nothing tells how finely a home is known.
 */
export function measureDistance(
  { places, measuresRegencies }: Pick<VacancyFacts, 'places' | 'measuresRegencies'>,
  district: AreaNumber,
  geography: Geography,
): DistanceBand {
  if (measuresRegencies !== true) return bandDistance(places, district, geography);
  const band = bandDistance(places.map(regencyOf), regencyOf(district), geography);
  return { ...band, isApproximate: band.isKnown };
}

const isNearer = (a: Distance, b: Distance): boolean =>
  a.km < b.km || (a.km === b.km && !a.approximate && b.approximate);
