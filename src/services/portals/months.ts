/** The month of a calendar day, `YYYY-MM`. */
export const monthOf = (localDate: string): string => localDate.slice(0, 'YYYY-MM'.length);

/** The first day of the month so many months later. */
export function addMonths(month: string, months: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + months, 1))
    .toISOString()
    .slice(0, 'YYYY-MM-DD'.length);
}
