import { formatDay, formatWage } from '../../web/widget/format';

describe('formatDay', () => {
  it('tells the office’s day, as its own pages do, wherever the visitor is', () => {
    expect(formatDay('2026-12-22T16:02:00Z', 'id')).toBe('23 Desember 2026');
    expect(formatDay('2026-12-22T15:58:00Z', 'en')).toBe('22 December 2026');
    expect(formatDay('2026-12-22', 'id')).toBe('22 Desember 2026');
    expect(formatDay('x', 'id')).toBe('');
  });
});

describe('formatWage', () => {
  it.each([
    ['3500000', null, 'mulai Rp 3.500.000 per bulan'],
    [null, '3500000', 'sampai Rp 3.500.000 per bulan'],
    ['3500000', '3500000', 'Rp 3.500.000 per bulan'],
    ['3500000', '4000000', 'Rp 3.500.000 – Rp 4.000.000 per bulan'],
  ])('tells a wage from %s to %s as it is bounded', (min, max, text) => {
    const told = formatWage({ min, max, unit: 'MONTH' }, 'id').replaceAll('\u00a0', ' ');
    expect(told).toBe(text);
  });
});
