import type { WageUnit } from '../entities/vocabulary';

/** A pay stated in a text; amounts in whole rupiah. */
export interface RupiahRange {
  readonly minIdr: number | null;
  readonly maxIdr: number | null;
  /** The text refers to the regional minimum wage instead of an amount. */
  readonly minimumWage: 'UMK' | 'UMP' | null;
  readonly unit: WageUnit | null;
}

interface Amount {
  readonly value: number;
  readonly unit: string | undefined;
  readonly start: number;
  readonly isMarked: boolean;
}

const MULTIPLIERS: Readonly<Record<string, number>> = {
  juta: 1_000_000,
  jt: 1_000_000,
  million: 1_000_000,
  mio: 1_000_000,
  m: 1_000_000,
  ribu: 1_000,
  rb: 1_000,
  k: 1_000,
};
/** Below this an amount in a pay text is a count, an age or a year, not rupiah. */
const SMALLEST_PAY_IDR = 5_000;
/** Above this a monthly pay is a mistyped number (a telephone, an account). */
const LARGEST_PAY_IDR = 10_000_000_000;

const AMOUNT =
  /(?<![\p{L}\p{N}.,+])(rp\.?|idr)?\s*(\d{1,3}(?:[.,]\d{3})+(?:,\d{1,2}|,-)?|\d+(?:[.,]\d{1,2})?)\s*(juta|jt|million|mio|ribu|rb|k|m)?(?![\p{L}\p{N}])/gu;
const UNITS: readonly (readonly [WageUnit, RegExp])[] = [
  ['HOUR', /(?:\/|per|se)\s*(?:jam|hour)\b/],
  ['DAY', /(?:\/|per|se)\s*(?:hari|day)\b|\bharian\b|\bdaily\b/],
  ['WEEK', /(?:\/|per|se)\s*(?:minggu|week)\b|\bmingguan\b|\bweekly\b/],
  ['PIECE', /(?:\/|per)\s*(?:pcs|pc|potong|paket|item)\b/],
  ['PROJECT', /(?:\/|per)\s*(?:proyek|project)\b/],
  ['MONTH', /(?:\/|per|se)\s*(?:bulan|bln|month)\b|\bbulanan\b|\bmonthly\b/],
];

/**
 * The pay in a text that is known to speak of pay: "3-5 juta", "4,5jt", "Rp 3.880.500 – Rp 5.500.000".
 *
 * Shape: null when no amount is found; one amount is both bounds unless the text says "up to" or "from".
 */
export function parseRupiah(text: string): RupiahRange | null {
  const folded = normalise(text);
  const minimumWage = minimumWageIn(folded);
  const amounts = amountsIn(folded).filter((amount) => isPay(amount.value));
  if (amounts.length === 0 && minimumWage === null) return null;
  return { ...boundsOf(folded, amounts), minimumWage, unit: unitIn(folded) };
}

/**
 * The pay in running text: as `parseRupiah`, but an amount counts only with "Rp", "juta" or "ribu",
 * and only beside a word for pay.
 */
export function findPay(text: string): RupiahRange | null {
  const cue =
    /\b(gaji|gapok|salary|upah|fee|penghasilan|pendapatan|income|take home pay|thp)\b/.exec(
      fold(text),
    );
  if (cue === null) return null;
  const near = text.slice(cue.index, cue.index + 120);
  const folded = normalise(near);
  const amounts = amountsIn(folded).filter((amount) => amount.isMarked && isPay(amount.value));
  const minimumWage = minimumWageIn(folded);
  if (amounts.length === 0 && minimumWage === null) return null;
  return { ...boundsOf(folded, amounts.slice(0, 2)), minimumWage, unit: unitIn(folded) };
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

function normalise(text: string): string {
  return fold(text).replace(/[–—]|\bs\.?\s?\/?\s?d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b/g, '-');
}

function minimumWageIn(folded: string): 'UMK' | 'UMP' | null {
  if (/\b(umk|umr)\b/.test(folded)) return 'UMK';
  return /\bump\b/.test(folded) ? 'UMP' : null;
}

function unitIn(folded: string): WageUnit | null {
  return UNITS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

function isPay(value: number): boolean {
  return value >= SMALLEST_PAY_IDR && value <= LARGEST_PAY_IDR;
}

function amountsIn(folded: string): Amount[] {
  const raw = [...folded.matchAll(AMOUNT)].map((match) => ({
    digits: match[2] ?? '',
    unit: match[3],
    start: match.index,
    hasCurrency: match[1] !== undefined,
  }));
  // "3-5 juta": the unit of the last number holds for the small numbers before it.
  const lastUnit = raw.filter((amount) => amount.unit !== undefined).at(-1)?.unit;
  return raw.map(({ digits, unit, start, hasCurrency }) => {
    const plain = numberOf(digits, unit !== undefined);
    const effective = unit ?? (plain < 1_000 ? lastUnit : undefined);
    return {
      value: Math.round(plain * (effective === undefined ? 1 : (MULTIPLIERS[effective] ?? 1))),
      unit: effective,
      start,
      isMarked: hasCurrency || effective !== undefined,
    };
  });
}

function numberOf(digits: string, hasUnit: boolean): number {
  if (!hasUnit && /^\d{1,3}(?:[.,]\d{3})+/.test(digits)) {
    return Number(digits.replace(/,(?:\d{1,2}|-)$/, '').replace(/[.,]/g, ''));
  }
  return Number(digits.replace(/[.,](?=\d{3}\b)/g, '').replace(',', '.'));
}

function boundsOf(
  folded: string,
  amounts: readonly Amount[],
): Pick<RupiahRange, 'minIdr' | 'maxIdr'> {
  if (amounts.length === 0) return { minIdr: null, maxIdr: null };
  const values = amounts.map((amount) => amount.value);
  const [minIdr, maxIdr] = [Math.min(...values), Math.max(...values)];
  if (amounts.length > 1) return { minIdr, maxIdr };
  const before = folded.slice(0, amounts[0]?.start ?? 0);
  if (/(up to|upto|maks\w*\.?|max\w*\.?|-)\s*$/.test(before)) return { minIdr: null, maxIdr };
  if (/(mulai(?: dari)?|minimal|min\.?|from|start\w*|di ?atas|>)\s*$/.test(before))
    return { minIdr, maxIdr: null };
  return { minIdr, maxIdr };
}
