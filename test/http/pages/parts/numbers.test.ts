import { formatPoints, formatPublicCount } from '../../../../src/http/pages/parts/numbers';

describe('formatPoints', () => {
  it.each([
    [6240, '62,40'],
    [5, '0,05'],
    [-240, '−2,40'],
    [10_000, '100,00'],
  ])('writes %i basis points as %s', (bp, text) => {
    expect(formatPoints(bp, 'id')).toBe(text);
  });
});

describe('formatPublicCount', () => {
  it('hides counts under five', () => {
    expect(formatPublicCount(4, 'id')).toBe('kurang dari 5');
    expect(formatPublicCount(5, 'id')).toBe('5');
    expect(formatPublicCount(12_345, 'id')).toBe('12.345');
  });
});
