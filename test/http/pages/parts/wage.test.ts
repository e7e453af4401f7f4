import { formatWage } from '../../../../src/http/pages/parts/wage';

describe('formatWage', () => {
  it('shortens millions and thousands', () => {
    expect(formatWage({ min: '3000000', max: '4500000', unit: 'MONTH' }, 'id')).toBe(
      'Rp3–4,5 juta / bulan',
    );
    expect(formatWage({ min: '150000', max: '150000', unit: 'DAY' }, 'en')).toBe(
      'Rp150 thousand / day',
    );
  });

  it.each([
    ['3500000', null, 'id', 'mulai Rp3,5 juta / bulan'],
    ['3500000', null, 'en', 'from Rp3.5 million / month'],
    [null, '900000', 'id', 'sampai Rp900 ribu / bulan'],
    [null, '900000', 'en', 'up to Rp900 thousand / month'],
  ] as const)('tells from %s to %s in %s as a bound, never as the wage', (min, max, lang, text) => {
    expect(formatWage({ min, max, unit: 'MONTH' }, lang)).toBe(text);
  });

  it('says nothing where the ad says nothing', () => {
    expect(formatWage({ min: null, max: null, unit: 'MONTH' }, 'id')).toBeNull();
    expect(formatWage(null, 'id')).toBeNull();
  });
});
