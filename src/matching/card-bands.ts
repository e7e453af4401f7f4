/** The three bands in which an employer sees a competency. Source: DOMAIN of the design (privacy). */
export const competencyBands = ['FOUNDATION', 'WORKING', 'ADVANCED'] as const;
export type CompetencyBand = (typeof competencyBands)[number];

/** Levels 1–2, 3 and 4–5. */
export function bandLevel(level: number): CompetencyBand {
  if (level <= 2) return 'FOUNDATION';
  return level === 3 ? 'WORKING' : 'ADVANCED';
}

export const availabilityBands = ['IN_TIME', 'LATER'] as const;
export type AvailabilityBand = (typeof availabilityBands)[number];

/** Bands of the distance from home to work, each by its last kilometre; `BEYOND` = farther than the last. */
export const distanceBands = [
  'KM_5',
  'KM_10',
  'KM_25',
  'KM_50',
  'KM_100',
  'KM_250',
  'BEYOND',
] as const;
export type DistanceBandName = (typeof distanceBands)[number];

/** The name of the core's band that ends at `upToKm`; null = beyond the last. */
export function nameDistance(upToKm: number | null): DistanceBandName {
  return distanceBands.find((name) => name === `KM_${upToKm}`) ?? 'BEYOND';
}
