import { judge } from '../../src/webhooks/answer';
import { delayMs, retryPolicy } from '../../src/webhooks/retry';

describe('delayMs', () => {
  it('grows from five seconds to ten hours, and stays there', () => {
    const delays = [1, 2, 3, 4, 5, 6, 7, 8, 9, 50].map((n) => delayMs(retryPolicy, n, 0.5) / 1_000);
    expect(delays).toEqual([5, 30, 120, 600, 1_800, 7_200, 18_000, 36_000, 36_000, 36_000]);
  });

  it('is at most a fifth shorter or longer', () => {
    expect(delayMs(retryPolicy, 2, 0)).toBe(24_000);
    expect(delayMs(retryPolicy, 2, 0.9999)).toBe(35_999);
  });
});

describe('judge', () => {
  const now = new Date('2026-11-22T00:00:00Z');
  const outcomeOf = (status: number) => judge(status, undefined, now).outcome;

  it('takes any 2xx for delivered and everything else for a failure', () => {
    expect([200, 204, 299].map(outcomeOf)).toEqual(['DELIVERED', 'DELIVERED', 'DELIVERED']);
    expect([301, 304, 308].map(outcomeOf)).toEqual(['REDIRECTED', 'REDIRECTED', 'REDIRECTED']);
    expect([400, 404, 429, 500, 503].map(outcomeOf)).toEqual(Array(5).fill('REJECTED'));
    expect(outcomeOf(410)).toBe('GONE');
  });

  it('hears Retry-After with 429 and 503 only, in seconds or as a date, up to an hour', () => {
    const waitOf = (status: number, value: string) => judge(status, value, now).retryAfterMs;
    expect(waitOf(429, '90')).toBe(90_000);
    expect(waitOf(503, 'Sun, 22 Nov 2026 00:02:00 GMT')).toBe(120_000);
    expect(waitOf(503, 'Sat, 21 Nov 2026 00:00:00 GMT')).toBe(0);
    expect(waitOf(429, '999999999')).toBe(3_600_000);
    expect([waitOf(429, 'soon'), waitOf(500, '90')]).toEqual([null, null]);
  });
});
