import {
  daysLeft,
  formatDay,
  formatLastDay,
  formatMoment,
} from '../../../../src/http/pages/parts/days';
import { FIRST_OFFICE_ZONE, setOfficeZone } from '../../../../src/text/office-zone';

afterEach(() => setOfficeZone(FIRST_OFFICE_ZONE));

describe('days of instants around midnight', () => {
  // 23.30 in Jakarta, 00.30 in Palu, 01.30 in Jayapura.
  const instant = '2026-12-01T16:30:00Z';

  it.each([
    ['Asia/Jakarta', '1 Desember 2026', '1 Desember 2026 pukul 23.30 WIB'],
    ['Asia/Makassar', '2 Desember 2026', '2 Desember 2026 pukul 00.30 WITA'],
    ['Asia/Jayapura', '2 Desember 2026', '2 Desember 2026 pukul 01.30 WIT'],
  ])('are those of an office in %s', (zone, day, moment) => {
    setOfficeZone(zone);
    expect(formatDay(instant, 'id')).toBe(day);
    expect(formatMoment(instant, 'id')).toBe(moment);
  });

  it('leave a calendar day as it is, wherever the office is', () => {
    for (const zone of ['Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      setOfficeZone(zone);
      expect(formatDay('2026-12-01', 'en')).toBe('1 December 2026');
    }
  });
});

describe('what ends at midnight', () => {
  // Midnight in Palu.
  const end = '2026-12-01T16:00:00Z';

  it('was open until the day before', () => {
    expect(formatLastDay(end, 'id')).toBe('1 Desember 2026');
    setOfficeZone('Asia/Jayapura');
    expect(formatLastDay(end, 'id')).toBe('2 Desember 2026');
  });

  it.each([
    ['2026-11-29T16:00:00Z', 1],
    ['2026-11-30T15:59:59Z', 1],
    ['2026-11-30T16:00:00Z', 0],
    ['2026-12-01T15:59:59Z', 0],
    ['2026-12-05T00:00:00Z', 0],
  ])('has, at %s, %i days left', (now, days) => {
    expect(daysLeft(end, new Date(now))).toBe(days);
  });

  it('may end tomorrow, though less than a day is left', () => {
    expect(daysLeft('2026-12-02T02:00:00Z', new Date('2026-12-01T10:00:00Z'))).toBe(1);
  });
});
