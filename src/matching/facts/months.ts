/** Months since year 0, the unit of dates in matching. */
export function monthOf(date: Date): number {
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

const DAY_MS = 86_400_000;

/** The month of a day that is counted from 1 January 1970. */
export const monthOfDay = (day: number): number => monthOf(new Date(day * DAY_MS));

/** The first instant of the next month. */
export function startOfNextMonth(date: Date): Date {
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1));
}

/** The same of a date column, in SQL. */
export const monthSql = (column: string) =>
  `(extract(year FROM ${column}) * 12 + extract(month FROM ${column}) - 1)::int`;
