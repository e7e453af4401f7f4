import type { Lang } from '../layout/lang';
import { NUMBER_TEXTS } from './number-texts';

/** Basis points as points of a hundred: 6240 → "62,40". */
export function formatPoints(bp: number, lang: Lang): string {
  const sign = bp < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(bp) / 100);
  const rest = String(Math.abs(bp) % 100).padStart(2, '0');
  return `${sign}${whole}${NUMBER_TEXTS[lang].decimal}${rest}`;
}

export function formatCount(count: number, lang: Lang): string {
  return new Intl.NumberFormat(NUMBER_TEXTS[lang].locale).format(count);
}

/** Counts below this could point at a person (docs: privacy of counts). */
export const SMALLEST_PUBLIC_COUNT = 5;

export function formatPublicCount(count: number, lang: Lang): string {
  return count < SMALLEST_PUBLIC_COUNT
    ? `${NUMBER_TEXTS[lang].fewerThan} ${SMALLEST_PUBLIC_COUNT}`
    : formatCount(count, lang);
}

const MONTHS_OF_YEAR = 12;

/** A duration in years where it is whole years, else in months. */
export function formatMonths(months: number, lang: Lang): string {
  const texts = NUMBER_TEXTS[lang];
  return months > 0 && months % MONTHS_OF_YEAR === 0
    ? `${months / MONTHS_OF_YEAR} ${texts.years}`
    : `${months} ${texts.months}`;
}
