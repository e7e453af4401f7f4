import { loadConfig } from '../src/config';

describe('METRICS_TOKEN', () => {
  const load = (token?: string) => loadConfig({ NODE_ENV: 'test', METRICS_TOKEN: token });

  it('is optional', () => {
    expect(load().metricsToken).toBeNull();
    const token = 'a'.repeat(32);
    expect(load(token).metricsToken).toBe(token);
  });

  it.each(['short', 'spaces in a token of more than 32 characters'])('is not %j', (token) => {
    expect(() => load(token)).toThrow('METRICS_TOKEN must have at least 32 characters');
  });
});
