import { allOf, anyOf, filterOn } from '../../src/search/filter';

const on = filterOn<'name' | 'wage'>();

describe('filterOn', () => {
  it('escapes backslashes, then quotes', () => {
    expect(on.is('name', 'a\\"b')).toBe('name = "a\\\\\\"b"');
  });

  it('refuses an empty list', () => {
    expect(() => on.isAnyOf('name', [])).toThrow(RangeError);
    expect(() => allOf([])).toThrow(RangeError);
    expect(() => anyOf([])).toThrow(RangeError);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a number', (value) => {
    expect(() => on.isAtLeast('wage', value)).toThrow(RangeError);
  });

  it('refuses a lone surrogate', () => {
    expect(() => on.is('name', 'a\ud800')).toThrow(RangeError);
  });

  it('brackets what it joins', () => {
    const either = anyOf([on.is('name', 'a'), on.is('name', 'b')]);
    expect(allOf([either, on.isAtLeast('wage', 5)])).toBe(
      '((name = "a") OR (name = "b")) AND (wage >= 5)',
    );
  });
});
