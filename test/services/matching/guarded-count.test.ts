import { guardCount } from '../../../src/services/matching/guarded-count';

describe('guardCount', () => {
  it.each([0, 1, 4])('does not tell %d', (count) => {
    expect(guardCount(count)).toEqual({ value: null, text: '<5' });
  });

  it('tells 5', () => {
    expect(guardCount(5)).toEqual({ value: 5, text: '5' });
  });
});
