import {
  daysBetween,
  endOfOfficeDay,
  lastInstant,
  officeDay,
  officeIso,
} from '../../src/text/office-day';
import { FIRST_OFFICE_ZONE, officeZoneName, setOfficeZone } from '../../src/text/office-zone';

describe('officeDay', () => {
  it.each([
    ['2026-12-31T15:59:59.999Z', '2026-12-31'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2027-01-01T00:05:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
    ['2028-02-29T16:00:00Z', '2028-03-01'],
  ])('at %s is %s', (at, day) => {
    expect(officeDay(new Date(at))).toBe(day);
  });
});

describe('endOfOfficeDay', () => {
  it.each(['2026-11-30', '2026-12-31', '2028-02-29'])('is the first instant after %s', (day) => {
    const end = endOfOfficeDay(day);
    expect(officeDay(new Date(end.getTime() - 1))).toBe(day);
    expect(officeDay(end) > day).toBe(true);
  });
});

afterEach(() => setOfficeZone(FIRST_OFFICE_ZONE));

/** Each zone of Indonesia: its name, and how many hours it is ahead of Greenwich. */
const ZONES = [
  ['Asia/Jakarta', 'WIB', 7],
  ['Asia/Makassar', 'WITA', 8],
  ['Asia/Jayapura', 'WIT', 9],
] as const;

describe.each(ZONES)('an office in %s', (zone, name, hours) => {
  const midnight = new Date(Date.UTC(2026, 11, 2, -hours));
  const before = lastInstant(midnight);
  beforeEach(() => setOfficeZone(zone));

  it('begins its days at its own midnight', () => {
    expect([officeDay(before), officeDay(midnight)]).toEqual(['2026-12-01', '2026-12-02']);
    expect(endOfOfficeDay('2026-12-01')).toEqual(midnight);
  });

  it('tells instants with its own offset', () => {
    expect(officeIso(midnight)).toBe(`2026-12-02T00:00:00+0${hours}:00`);
    expect(officeIso(before)).toBe(`2026-12-01T23:59:59+0${hours}:00`);
    expect(new Date(officeIso(midnight))).toEqual(midnight);
  });

  it(`calls its time ${name}`, () => {
    expect(officeZoneName(midnight)).toBe(name);
  });
});

describe('officeIso', () => {
  it.each([
    ['America/St_Johns', '2026-12-01T20:30:00-03:30'],
    ['Asia/Kathmandu', '2026-12-02T05:45:00+05:45'],
    ['UTC', '2026-12-02T00:00:00+00:00'],
  ])('also knows offsets as in %s', (zone, told) => {
    setOfficeZone(zone);
    expect(officeIso(new Date('2026-12-02T00:00:00Z'))).toBe(told);
  });
});

describe('daysBetween', () => {
  it.each([
    ['2026-12-01', '2026-12-01', 0],
    ['2026-12-31', '2027-01-01', 1],
    ['2026-12-02', '2026-12-01', -1],
  ])('from %s to %s are %i', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});
