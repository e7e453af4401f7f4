import { type AreaNumber, NATION, parentArea } from './area';

/** A known middle of a region, in degrees. */
export interface Centroid {
  readonly area: AreaNumber;
  readonly latitude: number;
  readonly longitude: number;
}

/** How far two regions are apart; `approximate` when a centroid of an ancestor stood in. */
export interface Distance {
  readonly km: number;
  readonly approximate: boolean;
}

/** Mean radius of the Earth. Source: IUGG. */
const EARTH_RADIUS_KM = 6371.0088;

/** Distances between the middles of regions; a region without one takes that of its nearest ancestor. */
export class Geography {
  private readonly centroids: ReadonlyMap<AreaNumber, Centroid>;

  constructor(centroids: Iterable<Centroid>) {
    this.centroids = new Map([...centroids].map((centroid) => [centroid.area, centroid]));
  }

  /** Null when either place has no centroid up to its province. Cost: O(1). */
  distance(a: AreaNumber, b: AreaNumber): Distance | null {
    const here = this.nearestCentroid(a);
    const there = this.nearestCentroid(b);
    if (!here || !there) return null;
    return {
      km: greatCircleKm(here, there),
      approximate: here.area !== a || there.area !== b,
    };
  }

  private nearestCentroid(area: AreaNumber): Centroid | null {
    for (let at = area; at !== NATION; at = parentArea(at)) {
      const centroid = this.centroids.get(at);
      if (centroid) return centroid;
    }
    return null;
  }
}

function greatCircleKm(a: Centroid, b: Centroid): number {
  const radians = Math.PI / 180;
  const dLat = (b.latitude - a.latitude) * radians;
  const dLon = (b.longitude - a.longitude) * radians;
  const h =
    Math.sin(dLat / 2) ** 2 +
    Math.cos(a.latitude * radians) * Math.cos(b.latitude * radians) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}
