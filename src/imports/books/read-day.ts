const MONTHS: readonly RegExp[] = [
  /^jan(?:uari|uary)?$/,
  /^[fp]eb(?:ruari|ruary)?$/,
  /^mar(?:et|ch)?$/,
  /^apr(?:il)?$/,
  /^(?:mei|may)$/,
  /^jun[ei]?$/,
  /^jul[iy]?$/,
  /^(?:agu(?:stus)?|ag[st]|aug(?:ust)?)$/,
  /^sep(?:t|tember)?$/,
  /^o[kc]t(?:ober)?$/,
  /^no[vp](?:ember)?$/,
  /^de[sc](?:ember)?$/,
];

const ISO = /(?:^|\D)(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+Z?)?$/;
const LOCAL = /^\D*?(\d{1,2})[\s./-]+(\d{1,2}|[a-z]+)\.?[\s./-]+(\d{4}|\d{2})$/i;
/** Day numbers of spreadsheets from May 1927 on. */
const SERIAL = /^(\d{5})(?:[.,]0+)?$/;
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;
const EARLIEST = '1900-01-01';
/** Nobody in a book of people who look for work is younger, so that "12" is 1912 and "05" is 2005. */
const LEAST_YEARS = 10;

/**
 * A day of birth as such books write it, as `YYYY-MM-DD`: "1995-08-17", "17/08/1995", "17-8-95", "17 Agustus 1995",
 * "Palu, 17 Agt 1995", or the day number of a spreadsheet.
 *
 * Shape: null for anything else, for days that no calendar has, after `today` and before 1900. The day comes before the
 * month, always.
 */
export function readBirthDay(text: string, today: string): string | null {
  const trimmed = text.trim();
  const day = readSerial(trimmed) ?? readIso(trimmed) ?? readLocal(trimmed, today);
  return day !== null && day >= EARLIEST && day <= today ? day : null;
}

function readSerial(text: string): string | null {
  const digits = SERIAL.exec(text)?.[1];
  return digits === undefined
    ? null
    : new Date(SERIAL_ZERO + Number(digits) * DAY_MS).toISOString().slice(0, 10);
}

function readIso(text: string): string | null {
  const found = ISO.exec(text);
  return found === null ? null : dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

function readLocal(text: string, today: string): string | null {
  const found = LOCAL.exec(text);
  if (found === null) return null;
  const [, day = '', month = '', year = ''] = found;
  const number = /^\d/.test(month)
    ? Number(month)
    : MONTHS.findIndex((name) => name.test(month.toLowerCase())) + 1;
  return dayOf(
    year.length === 2 ? fullYear(Number(year), today) : Number(year),
    number,
    Number(day),
  );
}

const fullYear = (year: number, today: string): number =>
  2000 + year <= Number(today.slice(0, 4)) - LEAST_YEARS ? 2000 + year : 1900 + year;

function dayOf(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isDay = month >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isDay && year >= 1000 ? date.toISOString().slice(0, 10) : null;
}
