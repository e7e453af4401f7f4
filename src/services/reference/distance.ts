import type { Region } from '../../entities';

/** Mean radius of the Earth. Source: IUGG. */
const EARTH_RADIUS_KM = 6371.0088;

export interface Point {
  latitude: number;
  longitude: number;
}

/** The codes of a region and of what lies above it, nearest first, without the nation. */
export function ancestry(code: string): string[] {
  const parts = code === 'ID' ? [] : code.split('.');
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
}

/**
 * Kilometres, rounded to one decimal, from a point to the nearest of several regions: to the centroid of each, else
 * to that of the nearest region above it; null when none is known.
 */
export function distanceToRegions(
  from: Point,
  codes: readonly string[],
  known: ReadonlyMap<string, Region>,
): number | null {
  const distances = codes.flatMap((code) => {
    const placed = ancestry(code)
      .map((ancestor) => known.get(ancestor))
      .find((region) => region?.latitude != null && region.longitude != null);
    if (placed?.latitude == null || placed.longitude == null) return [];
    return [greatCircleKm(from, { latitude: placed.latitude, longitude: placed.longitude })];
  });
  return distances.length === 0 ? null : Math.round(Math.min(...distances) * 10) / 10;
}

function greatCircleKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const halfChord =
    Math.sin(((b.latitude - a.latitude) * radians) / 2) ** 2 +
    Math.cos(a.latitude * radians) *
      Math.cos(b.latitude * radians) *
      Math.sin(((b.longitude - a.longitude) * radians) / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(halfChord)));
}
