import type { WageUnit } from '../entities/vocabulary';

/**
 * How often the unit is paid in a month.
 * Source: PP 36/2021 art. 16–17: a day is 1/25 of the month's wage in a six-day week, an hour 1/126 in part-time
 * work; a year has 52 weeks.
 */
const TIMES_A_MONTH: Readonly<Record<WageUnit, number | null>> = {
  HOUR: 126,
  DAY: 25,
  WEEK: 52 / 12,
  MONTH: 1,
  PIECE: null,
  PROJECT: null,
};

/**
 * The wage as whole rupiah a month, for searching only; null when nothing is stated or a piece is paid.
 *
 * Shape: an amount without a unit counts as monthly, as ads mean it.
 */
export function monthlyWageIdr(amount: string | null, unit: WageUnit | null): number | null {
  const times = TIMES_A_MONTH[unit ?? 'MONTH'];
  return amount === null || times === null ? null : Math.round(Number(amount) * times);
}

/** The same in SQL over the columns of `vacancies`. */
export const monthlyWageSql = (amount: string, unit: string) =>
  `round(${amount} * CASE coalesce(${unit}, 'MONTH') ${Object.entries(TIMES_A_MONTH)
    .map(([name, times]) => `WHEN '${name}' THEN ${times === null ? 'NULL' : times}`)
    .join(' ')} END)`;
