import { daysBetween, lastInstant, officeDay } from '../../../text/office-day';
import { officeFormat, officeZoneName } from '../../../text/office-zone';
import type { Lang } from '../layout/lang';

const LOCALES: Record<Lang, string> = { id: 'id-ID', en: 'en-GB' };
const DAY_MS = 86_400_000;
const NEW_DAYS = 3;
const CALENDAR_DAY = /^\d{4}-\d\d-\d\d$/;

/** A calendar day, or the office's day at an instant, as people write it: "1 Desember 2026". */
export function formatDay(at: string, lang: Lang): string {
  if (!CALENDAR_DAY.test(at)) return printDay(new Date(at), lang);
  const format = new Intl.DateTimeFormat(LOCALES[lang], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(at));
}

/** The last day before something ends: what ends at midnight was open until the day before. */
export const formatLastDay = (end: string, lang: Lang): string =>
  printDay(lastInstant(new Date(end)), lang);

const printDay = (at: Date, lang: Lang) =>
  officeFormat(LOCALES[lang], { dateStyle: 'long' }).format(at);

/** An instant as people write it: "1 Desember 2026 pukul 08.00 WITA". */
export function formatMoment(at: string, lang: Lang): string {
  const instant = new Date(at);
  const format = officeFormat(LOCALES[lang], { dateStyle: 'long', timeStyle: 'short' });
  return `${format.format(instant)} ${officeZoneName(instant)}`;
}

/** Whether it was published within the last three days. */
export function isNew(publishedAt: string | null, now: Date): boolean {
  return publishedAt !== null && now.getTime() - Date.parse(publishedAt) < NEW_DAYS * DAY_MS;
}

/** How many days are left until the last day before something ends; 0 on that day. */
export function daysLeft(end: string, now: Date): number {
  return Math.max(0, daysBetween(officeDay(now), officeDay(lastInstant(new Date(end)))));
}
