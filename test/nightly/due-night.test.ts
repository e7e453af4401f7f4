import { dueNight } from '../../src/nightly/due-night';

const palu = { zone: 'Asia/Makassar', hour: 2 };

describe('dueNight', () => {
  test.each([
    ['2026-11-21T17:59:59Z', '2026-11-21'],
    ['2026-11-21T18:00:00Z', '2026-11-22'],
    ['2026-11-22T17:59:59Z', '2026-11-22'],
    ['2026-12-31T18:00:00Z', '2027-01-01'],
    ['2027-01-01T01:00:00Z', '2027-01-01'],
  ])('the newest night at %s is that of %s in Palu', (now, night) => {
    expect(dueNight(new Date(now), palu)).toBe(night);
  });

  test('midnight belongs to the night that it begins', () => {
    const midnight = { zone: 'UTC', hour: 0 };
    expect(dueNight(new Date('2026-11-21T00:00:00Z'), midnight)).toBe('2026-11-21');
    expect(dueNight(new Date('2026-11-20T23:59:59Z'), midnight)).toBe('2026-11-20');
  });

  test('a day of daylight saving has one night', () => {
    const berlin = { zone: 'Europe/Berlin', hour: 2 };
    const nights = Array.from({ length: 46 }, (_, hour) =>
      dueNight(new Date(Date.UTC(2026, 9, 24, hour)), berlin),
    );
    expect([...new Set(nights)].sort()).toEqual([...new Set(nights)]);
    expect(new Set(nights)).toEqual(new Set(['2026-10-24', '2026-10-25']));
  });
});
