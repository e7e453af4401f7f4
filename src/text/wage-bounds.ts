const WORDS = {
  id: { from: 'mulai', upTo: 'sampai' },
  en: { from: 'from', upTo: 'up to' },
} as const;

export interface WageBounds {
  readonly min: string | null;
  readonly max: string | null;
}

/**
 * How a wage is said everywhere, whatever its bounds: as it is, as a range, or from or up to its one bound, which is
 * never told as the wage itself. Null where nothing is stated; `print` writes one amount or the two of a range.
 */
export function sayWage(
  { min, max }: WageBounds,
  lang: 'id' | 'en',
  print: (amounts: readonly number[]) => string,
): string | null {
  const { from, upTo } = WORDS[lang];
  if (min === null) return max === null ? null : `${upTo} ${print([Number(max)])}`;
  if (max === null) return `${from} ${print([Number(min)])}`;
  return print([...new Set([min, max].map(Number))]);
}
