import { mayReadMetrics } from '../../../src/http/metrics/metrics-access';

const metricsToken = 'metrics-token-of-at-least-32-characters';
const production = { environment: 'production', metricsToken } as const;
const elsewhere = '203.0.113.9';
const reads = (
  remoteAddress: string,
  headers: Record<string, string> = {},
  settings: Parameters<typeof mayReadMetrics>[1] = production,
) => mayReadMetrics({ socket: { remoteAddress }, headers }, settings);

describe('the metrics in production', () => {
  it.each(['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])('are open to %s', (address) => {
    expect(reads(address)).toBe(true);
  });

  it.each(['203.0.113.9', '10.0.0.7', '::ffff:10.0.0.7', '2001:db8::1', ''])(
    'are closed to %j without the token',
    (address) => {
      expect(reads(address)).toBe(false);
    },
  );

  it('are closed to what a proxy on this machine passes on', () => {
    expect(reads('127.0.0.1', { 'x-forwarded-for': elsewhere })).toBe(false);
    expect(reads('127.0.0.1', { forwarded: `for=${elsewhere}` })).toBe(false);
  });

  it('are open from elsewhere with the token and no other', () => {
    expect(reads(elsewhere, { authorization: `Bearer ${metricsToken}` })).toBe(true);
    expect(reads(elsewhere, { authorization: `Bearer ${metricsToken}x` })).toBe(false);
    expect(() => reads(elsewhere, { authorization: metricsToken })).toThrow('Sign in');
  });

  it('are closed from elsewhere while no token is set', () => {
    const settings = { ...production, metricsToken: null };
    expect(reads(elsewhere, { authorization: 'Bearer null' }, settings)).toBe(false);
  });
});

describe('the metrics in development', () => {
  it('are open', () => {
    const settings = { environment: 'development', metricsToken: null } as const;
    expect(reads(elsewhere, {}, settings)).toBe(true);
  });
});
