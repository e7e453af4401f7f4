import { formatPoints, formatPublicCount, formatWage } from '../../../src/http/pages/home/numbers';
import { TEXTS } from '../../../src/http/pages/home/texts';

describe('formatPoints', () => {
  it.each([
    [6240, '62,40'],
    [5, '0,05'],
    [-240, '−2,40'],
    [10_000, '100,00'],
  ])('writes %i basis points as %s', (bp, text) => {
    expect(formatPoints(bp, TEXTS.id)).toBe(text);
  });
});

describe('formatPublicCount', () => {
  it('hides counts under five', () => {
    expect(formatPublicCount(4, TEXTS.id)).toBe('kurang dari 5');
    expect(formatPublicCount(5, TEXTS.id)).toBe('5');
    expect(formatPublicCount(12_345, TEXTS.id)).toBe('12.345');
  });
});

describe('formatWage', () => {
  it('shortens millions and thousands', () => {
    expect(formatWage({ min: '3000000', max: '4500000', unit: 'MONTH' }, TEXTS.id)).toBe(
      'Rp3–4,5 juta / bulan',
    );
    expect(formatWage({ min: '150000', max: null, unit: 'DAY' }, TEXTS.en)).toBe(
      'Rp150 thousand / day',
    );
  });

  it('says nothing where the ad says nothing', () => {
    expect(formatWage({ min: null, max: null, unit: 'MONTH' }, TEXTS.id)).toBeNull();
    expect(formatWage(null, TEXTS.id)).toBeNull();
  });
});
