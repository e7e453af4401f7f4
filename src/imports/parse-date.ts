const YEARS = { first: 1990, last: 2100 } as const;
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/;
const LOCAL_DAY = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;

/**
 * An instant from "2021-12-13T17:30:23Z", "2021-12-13" or the Indonesian "13/12/2021".
 *
 * Shape: null for anything else and for days that no calendar has ("2026-02-30").
 */
export function parseDate(text: string): Date | null {
  const iso = ISO_DAY.exec(text);
  if (iso !== null) {
    const [, year, month, day] = iso.map(Number);
    const instant = new Date(text);
    return isDay(year, month, day) && !Number.isNaN(instant.getTime()) ? instant : null;
  }
  const local = LOCAL_DAY.exec(text);
  if (local === null) return null;
  const [, day, month, year] = local.map(Number);
  return isDay(year, month, day) ? new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day)) : null;
}

function isDay(year = 0, month = 0, day = 0): boolean {
  if (year < YEARS.first || year > YEARS.last) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
