import type { Texts } from './texts';

/** Basis points as points of a hundred: 6240 → "62,40". */
export function formatPoints(bp: number, texts: Texts): string {
  const sign = bp < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(bp) / 100);
  const rest = String(Math.abs(bp) % 100).padStart(2, '0');
  return `${sign}${whole}${texts.decimal}${rest}`;
}

export function formatCount(count: number, texts: Texts): string {
  return new Intl.NumberFormat(texts.locale).format(count);
}

/** Counts below this could point at a person (docs: privacy of counts). */
export const SMALLEST_PUBLIC_COUNT = 5;

export function formatPublicCount(count: number, texts: Texts): string {
  return count < SMALLEST_PUBLIC_COUNT
    ? `${texts.fewerThan} ${SMALLEST_PUBLIC_COUNT}`
    : formatCount(count, texts);
}

/** A wage as people say it: "Rp3–4,5 juta / bulan"; null when the ad names none. */
export function formatWage(
  wage: { min: string | null; max: string | null; unit: string | null } | null,
  texts: Texts,
): string | null {
  if (wage === null) return null;
  const bounds = [...new Set([wage.min, wage.max].filter((bound) => bound !== null))].map(Number);
  if (bounds.length === 0) return null;
  const inMillions = bounds.every((bound) => bound >= 1_000_000);
  const [divisor, word] = inMillions ? [1_000_000, texts.million] : [1_000, texts.thousand];
  const format = new Intl.NumberFormat(texts.locale, { maximumFractionDigits: 2 });
  const range = bounds.map((bound) => format.format(bound / divisor)).join('–');
  const unit = texts.wageUnits[wage.unit ?? ''];
  return unit === undefined ? `Rp${range} ${word}` : `Rp${range} ${word} / ${unit}`;
}

const MONTHS_OF_YEAR = 12;

/** A duration in years where it is whole years, else in months. */
export function formatMonths(months: number, texts: Texts): string {
  return months > 0 && months % MONTHS_OF_YEAR === 0
    ? `${months / MONTHS_OF_YEAR} ${texts.years}`
    : `${months} ${texts.months}`;
}
