/** Women have 40 added to the day of birth. */
const WOMENS_DAYS = 40;

/**
 * The 16 digits of a national identity number (NIK), written with or without spaces, dots and hyphens; null for what
 * cannot be one: place PPKKCC, day of birth DDMMYY, serial that is not 0000. There is no check digit.
 *
 * Source: DOMAIN of the design (facts), Permendagri 72/2022 on identity numbers.
 */
export function readIdentityNumber(text: string): string | null {
  const digits = text.replace(/[\s.-]/g, '');
  if (!/^[1-9]\d{15}$/.test(digits)) return null;
  const [regency, district] = [digits.slice(2, 4), digits.slice(4, 6)];
  if (regency === '00' || district === '00' || digits.endsWith('0000')) return null;
  return isBirthDay(digits.slice(6, 12)) ? digits : null;
}

/** `727101******0001`: the place and the serial; the day of birth is hidden. */
export const maskIdentityNumber = (digits: string): string =>
  `${digits.slice(0, 6)}******${digits.slice(12)}`;

function isBirthDay(text: string): boolean {
  const [written, month, year] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  const day = written > WOMENS_DAYS ? written - WOMENS_DAYS : written;
  // Which century is not said: 29 February is a day in either.
  return [1900, 2000].some((century) => {
    const date = new Date(Date.UTC(century + year, month - 1, day));
    return day > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  });
}
