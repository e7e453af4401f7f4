/**
 * Regions as integers at district resolution, PPRRDD of the official code: 72.71.01 is 727101, the
 * regency 72.71 is 727100, the province 72 is 720000 and the nation is 0.
 */
export type AreaNumber = number;

/** An inclusive run of districts. */
export interface AreaRange {
  readonly from: number;
  readonly to: number;
}

export const NATION: AreaNumber = 0;

const PROVINCE = 10_000;
const REGENCY = 100;

/** The districts inside a region. */
export const areaRange = (area: AreaNumber): AreaRange => ({ from: area, to: lastDistrict(area) });

/** The greatest number of a district that a region can have. */
export function lastDistrict(area: AreaNumber): number {
  if (area === NATION) return 999_999;
  if (area % PROVINCE === 0) return area + PROVINCE - 1;
  if (area % REGENCY === 0) return area + REGENCY - 1;
  return area;
}

/** The region directly above; the nation is above itself. */
export function parentArea(area: AreaNumber): AreaNumber {
  if (area % REGENCY !== 0) return area - (area % REGENCY);
  if (area % PROVINCE !== 0) return area - (area % PROVINCE);
  return NATION;
}

/** The regency that a region lies in; a wider region stands for itself. */
export const regencyOf = (area: AreaNumber): AreaNumber => area - (area % REGENCY);

/** The province that a region lies in; the nation stands for itself. */
export const provinceOf = (area: AreaNumber): AreaNumber => area - (area % PROVINCE);

export function rangesOverlap(a: AreaRange, b: AreaRange): boolean {
  return a.from <= b.to && b.from <= a.to;
}
