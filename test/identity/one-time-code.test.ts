import { deriveKey } from '../../src/identity/derived-keys';
import { codeWaitMs, hashCode, isCode, newCode, readCode } from '../../src/identity/one-time-code';

const MINUTE_MS = 60_000;
const now = new Date('2026-11-21T01:00:00Z');
const minutesAgo = (minutes: number) => new Date(now.getTime() - minutes * MINUTE_MS);

describe('a code', () => {
  it('has six digits, also when it begins with zeros', () => {
    for (let index = 0; index < 1_000; index++) expect(newCode()).toMatch(/^\d{6}$/);
  });

  it('fits its own row alone', () => {
    const key = deriveKey('secret', 'code');
    const hash = hashCode(key, 'row 1', '012345');
    expect(isCode(key, 'row 1', '012345', hash)).toBe(true);
    expect(isCode(key, 'row 1', '012346', hash)).toBe(false);
    expect(isCode(key, 'row 2', '012345', hash)).toBe(false);
  });

  it('may be typed with a gap', () => {
    expect([readCode('012 345'), readCode('012-345')]).toEqual(['012345', '012345']);
  });
});

describe('codeWaitMs', () => {
  it('lets three codes go in a quarter of an hour', () => {
    expect(codeWaitMs([], now)).toBe(0);
    expect(codeWaitMs([minutesAgo(1), minutesAgo(2)], now)).toBe(0);
    const three = [minutesAgo(1), minutesAgo(2), minutesAgo(5)];
    expect(codeWaitMs(three, now)).toBe(10 * MINUTE_MS);
    expect(codeWaitMs([...three.slice(0, 2), minutesAgo(15)], now)).toBe(0);
  });

  it('lets ten codes go in a day', () => {
    const ten = Array.from({ length: 10 }, (_, index) => minutesAgo(60 * (index + 1)));
    expect(codeWaitMs(ten, now)).toBe(14 * 60 * MINUTE_MS);
  });
});
