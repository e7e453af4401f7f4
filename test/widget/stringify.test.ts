import { stringify } from '../../web/widget/stringify';

const VALUES: readonly unknown[] = [
  null,
  true,
  12.5,
  -0.9,
  '',
  'las "listrik" \\ \n\t\u0000\u2028\u2029 ü 😀',
  [],
  [1, 'a', [null, { b: 2 }]],
  {},
  {
    q: 'las',
    regionCodes: ['72.71'],
    near: { latitude: -0.9, longitude: 119.87 },
    none: undefined,
  },
];

describe('stringify', () => {
  it.each(VALUES)('means the same as JSON.stringify: %j', (value) => {
    expect(JSON.parse(stringify(value))).toEqual(JSON.parse(JSON.stringify(value)));
  });

  it('escapes half a character, which no address can carry', () => {
    expect(stringify('\ud83d')).toBe('"\\ud83d"');
  });

  it('leaves out what is undefined', () => {
    expect(stringify({ a: undefined, b: 1 })).toBe('{"b":1}');
  });
});
