import { CallerLimits, callerRules } from '../../src/identity/caller-limits';

const start = new Date('2026-11-21T01:00:00Z');
const later = (ms: number) => new Date(start.getTime() + ms);

describe('the limits of a caller', () => {
  const { times, ms } = callerRules.code;
  const spent = (caller: string) => {
    const limits = new CallerLimits();
    for (let index = 0; index < times; index++) {
      expect(limits.count('code', caller, start)).toBe(0);
    }
    return limits;
  };

  it('tell how long to wait, and open again', () => {
    const limits = spent('203.0.113.7');
    expect(limits.count('code', '203.0.113.7', later(1_000))).toBe(ms - 1_000);
    expect(limits.count('code', '203.0.113.7', later(ms))).toBe(0);
  });

  it('count each caller and each act apart', () => {
    const limits = spent('203.0.113.7');
    expect(limits.count('code', '203.0.113.8', start)).toBe(0);
    expect(limits.count('attempt', '203.0.113.7', start)).toBe(0);
  });

  it.each([
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::9'],
    ['2001:db8::1', '2001:db8:0:0:ffff::'],
  ])('take %s for the network of %s', (first, second) => {
    expect(spent(first).count('code', second, start)).toBe(ms);
  });
});
