import { guardAfter, guardCount } from '../../../src/services/matching/guarded-count';

describe('guardCount', () => {
  it.each([0, 1, 4])('does not tell %d', (count) => {
    expect(guardCount(count)).toEqual({ value: null, text: '<5' });
  });

  it('tells 5', () => {
    expect(guardCount(5)).toEqual({ value: 5, text: '5' });
  });
});

describe('a count beside the one before', () => {
  it.each([
    [12, 13],
    [12, 16],
    [12, 8],
    [6, 5],
  ])('is not told when %i becomes %i', (before, after) => {
    expect(guardAfter(before, after)).toEqual({ value: null, text: `${before} ±<5` });
  });

  it.each([
    [12, 12],
    [12, 17],
    [12, 7],
    [3, 6],
  ])('is exact when %i becomes %i', (before, after) => {
    expect(guardAfter(before, after)).toEqual({ value: after, text: String(after) });
  });

  it('is small as any other', () => {
    expect(guardAfter(6, 3)).toEqual(guardCount(3));
  });
});
