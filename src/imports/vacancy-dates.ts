import type { VacancyRow } from './vacancy-row';

/** How long an advertisement without a closing date stays open. Source: our choice, a third of the longest validity. */
const VALIDITY_DAYS = 30;
const MAX_VALIDITY_DAYS = 90;
const DAY_MS = 86_400_000;

/** When an imported vacancy was published and until when it holds. */
export interface VacancyDates {
  readonly publishedAt: Date;
  readonly validThrough: Date;
  readonly isOpen: boolean;
}

/**
 * The dates of a vacancy, moved by whole days.
 *
 * Shape: a row without a date is posted now; nothing is posted in the future or valid for more than 90 days.
 */
export function datesOf(row: VacancyRow, shiftMs: number, now: Date): VacancyDates {
  const postedMs = row.postedAt === null ? now.getTime() : row.postedAt.getTime() + shiftMs;
  const publishedMs = Math.min(postedMs, now.getTime());
  const closesMs =
    row.closesAt === null ? publishedMs + VALIDITY_DAYS * DAY_MS : row.closesAt.getTime() + shiftMs;
  const validMs = Math.min(closesMs, publishedMs + MAX_VALIDITY_DAYS * DAY_MS);
  return {
    publishedAt: new Date(publishedMs),
    validThrough: new Date(validMs),
    isOpen: validMs > now.getTime(),
  };
}

/** The whole days that bring `newest` to the day of `now`, in milliseconds. */
export function shiftToToday(newest: Date | null, now: Date): number {
  if (newest === null) return 0;
  return (Math.floor(now.getTime() / DAY_MS) - Math.floor(newest.getTime() / DAY_MS)) * DAY_MS;
}
