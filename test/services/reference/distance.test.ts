import type { Region } from '../../../src/entities';
import { ancestry, distanceToRegions } from '../../../src/services/reference/distance';

const region = (code: string, latitude: number | null, longitude: number | null) =>
  [code, { code, latitude, longitude } as Region] as const;
const known = new Map([
  region('72', -1, 121),
  region('72.71', -0.9, 119.87),
  region('72.71.01', null, null),
  region('31', -6.2, 106.8),
]);
const palu = { latitude: -0.9, longitude: 119.87 };

describe('ancestry', () => {
  it('goes from a village up to its province', () => {
    expect(ancestry('72.71.01.1004')).toEqual(['72.71.01.1004', '72.71.01', '72.71', '72']);
  });

  it('is empty for the nation', () => {
    expect(ancestry('ID')).toEqual([]);
  });
});

describe('distanceToRegions', () => {
  it('measures to the nearest place', () => {
    expect(distanceToRegions(palu, ['31', '72'], known)).toBeCloseTo(126.1, 0);
  });

  it('takes the region above where a place has no centroid', () => {
    expect(distanceToRegions(palu, ['72.71.01'], known)).toBe(0);
  });

  it('is null where nothing is known', () => {
    expect(distanceToRegions(palu, ['ID', '99.01'], known)).toBeNull();
  });
});
