/** Code of the whole nation among the official region codes. */
export const NATION_CODE = 'ID';

/** Parts of a code at district resolution: province, regency or city, district. */
const DISTRICT_PARTS = 3;

/** The region and everything above it, widest first, without the nation: `72.71.01` → `72`, `72.71`, `72.71.01`. */
export function lineageOf(code: string): string[] {
  if (code === NATION_CODE) return [];
  const parts = code.split('.');
  return parts.map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** The code without its village, the finest that matching uses. */
export function atDistrict(code: string): string {
  return code.split('.').slice(0, DISTRICT_PARTS).join('.');
}
