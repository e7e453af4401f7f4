import { type AreaNumber, type AreaRange, areaRange, NATION } from '../core/area';

const NATION_CODE = 'ID';

/** The number of an official region code at district resolution: `72.71.01.1004` → 727101, `ID` → 0. */
export function areaNumber(code: string): AreaNumber {
  if (code === NATION_CODE) return NATION;
  const [province, regency = '00', district = '00'] = code.split('.');
  return Number(province) * 10_000 + Number(regency) * 100 + Number(district);
}

/** The code of a number: 727100 → `72.71`. */
export function areaCode(area: AreaNumber): string {
  if (area === NATION) return NATION_CODE;
  const digits = String(area).padStart(6, '0');
  const parts = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)];
  return parts.filter((part) => part !== '00').join('.');
}

/** The code of the one region that a range is; null when it is none. */
export function rangeCode({ from, to }: AreaRange): string | null {
  return areaRange(from).to === to ? areaCode(from) : null;
}
