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

describe('WEBHOOKS_TO_LOOPBACK', () => {
  it('is off unless somebody says otherwise, and never on in production', () => {
    expect(loadConfig({ NODE_ENV: 'test' }).webhooksToLoopback).toBe(false);
    const settings = { NODE_ENV: 'test', WEBHOOKS_TO_LOOPBACK: 'on' };
    expect(loadConfig(settings).webhooksToLoopback).toBe(true);
    expect(() => loadConfig({ ...settings, NODE_ENV: 'production' })).toThrow(
      'WEBHOOKS_TO_LOOPBACK cannot be on in production',
    );
  });
});
