import { Crowds } from '../../src/http/budget/crowds';
import { TokenBuckets } from '../../src/http/budget/token-buckets';

const size = { capacity: 100, perSecond: 10 };

describe('TokenBuckets', () => {
  it('lets what the bucket holds be spent, and tells how long to wait for more', () => {
    const buckets = new TokenBuckets();
    expect(buckets.spend('a', 70, size, 0)).toEqual({
      isAllowed: true,
      remaining: 30,
      retryAfter: 0,
    });
    expect(buckets.spend('a', 70, size, 0)).toEqual({
      isAllowed: false,
      remaining: 30,
      retryAfter: 4,
    });
    expect(buckets.spend('a', 70, size, 4_000).isAllowed).toBe(true);
  });

  it('fills up to its size and no further, also when the clock goes back', () => {
    const buckets = new TokenBuckets();
    buckets.spend('a', 100, size, 60_000);
    expect(buckets.spend('a', 1, size, 0).isAllowed).toBe(false);
    expect(buckets.refund('a', 0, size, 3_600_000)).toBe(100);
  });

  it('gives back what was not used', () => {
    const buckets = new TokenBuckets();
    buckets.spend('a', 50, size, 0);
    expect(buckets.refund('a', 40, size, 0)).toBe(90);
  });

  it('keeps the buckets of different payers apart', () => {
    const buckets = new TokenBuckets();
    buckets.spend('a', 100, size, 0);
    expect(buckets.spend('b', 100, size, 0).isAllowed).toBe(true);
  });

  it('never keeps more than so many, and forgets the full ones first', () => {
    const buckets = new TokenBuckets(4);
    for (const key of ['a', 'b', 'c', 'd']) buckets.spend(key, 100, size, 0);
    buckets.refund('a', 100, size, 0);
    buckets.spend('e', 1, size, 0);
    expect(buckets.size).toBe(4);
    expect(buckets.spend('b', 1, size, 0).isAllowed).toBe(false);
    for (let at = 0; at < 100; at += 1) buckets.spend(`many ${at}`, 100, size, 0);
    expect(buckets.size).toBeLessThanOrEqual(4);
  });
});

describe('Crowds', () => {
  it('are addresses with five people within ten minutes', () => {
    const crowds = new Crowds();
    for (const id of ['a', 'b', 'c', 'd', 'd']) crowds.note('hall', id, 0);
    expect(crowds.isCrowd('hall', 0)).toBe(false);
    crowds.note('hall', 'e', 60_000);
    expect(crowds.isCrowd('hall', 60_000)).toBe(true);
    expect(crowds.isCrowd('home', 60_000)).toBe(false);
    expect(crowds.isCrowd('hall', 660_001)).toBe(false);
  });
});
