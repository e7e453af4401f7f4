import { officeFormat } from './office-zone';

const DAY_MS = 86_400_000;
const DAY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;

/** The office's calendar day at an instant, `2026-11-21`: that of whoever reads a date, whatever day it is in Greenwich. */
export const officeDay = (at: Date): string => officeFormat('en-CA', DAY).format(at);

/** The instant at which a calendar day of the office is over. */
export function endOfOfficeDay(day: string): Date {
  const midnight = Date.parse(day) + DAY_MS;
  return new Date(midnight - offsetMs(new Date(midnight)));
}

/** The last instant before something ends: what ends at midnight has the day before as its last. */
export const lastInstant = (end: Date): Date => new Date(end.getTime() - 1);

/** Days from one calendar day to another; below 0 when it lies before. */
export const daysBetween = (from: string, to: string): number =>
  (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** An instant with the office's own offset, so that who reads only its day reads the right one: `2026-12-02T06:00:00+08:00`. */
export function officeIso(at: Date): string {
  const offset = offsetMs(at);
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const local = new Date(at.getTime() + offset).toISOString().replace(/\.\d+Z$/, '');
  return `${local}${sign}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** How far the office's clock is ahead of Greenwich at an instant. */
function offsetMs(at: Date): number {
  const [date = '', time = ''] = officeFormat('en-CA', { ...DAY, ...TIME })
    .format(at)
    .split(', ');
  return Date.parse(`${date}T${time}Z`) - Math.floor(at.getTime() / 1000) * 1000;
}
