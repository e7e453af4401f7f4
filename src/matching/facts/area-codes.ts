import { type AreaNumber, type AreaRange, areaRange, NATION } from '../core/area';

const NATION_CODE = 'ID';
const DIGITS = 6;
const ZERO = '0'.charCodeAt(0);
const DOT = '.'.charCodeAt(0);

/** The number of an official region code at district resolution: `72.71.01.1004` → 727101, `ID` → 0. */
export function areaNumber(code: string): AreaNumber {
  if (code === NATION_CODE) return NATION;
  let area = 0;
  let digits = 0;
  for (let at = 0; at < code.length && digits < DIGITS; at += 1) {
    const char = code.charCodeAt(at);
    if (char === DOT) continue;
    area = area * 10 + char - ZERO;
    digits += 1;
  }
  return area * 10 ** (DIGITS - digits);
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
