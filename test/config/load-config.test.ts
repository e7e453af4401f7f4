import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../src/config';
import { developmentIdentityKey, developmentSecret } from '../../src/identity/development-keys';
import { newSigningKey } from '../../src/identity/signing-key';

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

describe('OFFICE_ZONE', () => {
  const load = (settings: Record<string, string>) => loadConfig({ NODE_ENV: 'test', ...settings });

  it('is where nightly work begins and every day', () => {
    const { officeZone, nightly } = load({ OFFICE_ZONE: 'Asia/Jayapura', NIGHTLY_ZONE: 'UTC' });
    expect([officeZone, nightly.zone]).toEqual(['Asia/Jayapura', 'Asia/Jayapura']);
    expect(load({}).officeZone).toBe('Asia/Makassar');
  });

  it('may still be called NIGHTLY_ZONE', () => {
    expect(load({ NIGHTLY_ZONE: 'Asia/Jakarta' }).officeZone).toBe('Asia/Jakarta');
  });

  it('is a time zone', () => {
    expect(() => load({ OFFICE_ZONE: 'Palu' })).toThrow('OFFICE_ZONE must be a time zone');
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

describe('sign-in in production', () => {
  const load = (settings: Record<string, string>) =>
    loadConfig({
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://padan_app@db/padan',
      MEILI_URL: 'http://search:7700',
      MEILI_KEY: 'k'.repeat(16),
      PADAN_SECRET: 'abcdefghijklmnopqrstuvwxyz012345',
      PADAN_IDENTITY_KEY: '543210zyxwvutsrqponmlkjihgfedcba',
      PADAN_ERASURE_LOG: '/var/lib/padan/erasures.log',
      PUBLIC_URL: 'https://kerja.example.go.id',
      ...settings,
    });
  const key = JSON.stringify(newSigningKey());
  const gateway = { SMS_GATEWAY_URL: 'https://sms.example/send' };

  it('needs a place for the log of erasures', () => {
    const unset = { AUTH_SIGNING_KEY: key, ...gateway, PADAN_ERASURE_LOG: '' };
    expect(() => load(unset)).toThrow('PADAN_ERASURE_LOG is required in production');
  });

  it.each([
    ['', 'PUBLIC_URL is required in production'],
    ['http://kerja.example.go.id', 'PUBLIC_URL must start with https:// in production'],
    ['https://kerja.example.go.id/padan', 'PUBLIC_URL must be an origin without a path'],
  ])('refuses the public address "%s"', (PUBLIC_URL, fault) => {
    expect(() => load({ AUTH_SIGNING_KEY: key, ...gateway, PUBLIC_URL })).toThrow(fault);
  });

  it('needs an identity provider or a key of its own', () => {
    expect(() => load({})).toThrow('AUTH_JWKS_URL or AUTH_SIGNING_KEY is required in production');
    const jwks = { AUTH_JWKS_URL: 'https://id.example/jwks', AUTH_ISSUER: 'https://id.example' };
    expect(load(jwks).identity.signingKey).toBeNull();
    const own = load({ AUTH_SIGNING_KEY: key, ...gateway });
    expect(own.identity).toMatchObject({
      issuer: 'padan',
      signingKey: JSON.parse(key),
      gateway: { url: 'https://sms.example/send', token: null },
    });
  });

  it.each([
    ['a key of development', JSON.stringify(newSigningKey(true)), 'was made for development'],
    ['a public key', JSON.stringify({ ...newSigningKey(), d: undefined }), 'private Ed25519 key'],
    ['a shared secret', 'not-a-key', 'private Ed25519 key'],
  ])('refuses %s', (_name, signingKey, fault) => {
    expect(() => load({ AUTH_SIGNING_KEY: signingKey, ...gateway })).toThrow(fault);
  });

  it('needs a way to bring the codes, and not in the clear', () => {
    const settings = { AUTH_SIGNING_KEY: key };
    expect(() => load(settings)).toThrow('needs SMTP_URL or SMS_GATEWAY_URL');
    expect(() => load({ ...settings, SMTP_URL: 'smtp://mail.example' })).toThrow('go together');
    expect(() => load({ ...settings, SMS_GATEWAY_URL: 'http://sms.example' })).toThrow('https://');
  });

  const signedIn = { AUTH_SIGNING_KEY: key, ...gateway };

  it.each([
    [
      'PADAN_SECRET',
      { PADAN_SECRET: 'development-abcdefghijklmnopqrstuvw' },
      'was made for development',
    ],
    ['PADAN_SECRET', { PADAN_SECRET: 's'.repeat(32) }, 'must be random'],
    ['PADAN_IDENTITY_KEY', { PADAN_IDENTITY_KEY: 'changeme'.repeat(4) }, 'must be random'],
    ['METRICS_TOKEN', { METRICS_TOKEN: '0'.repeat(32) }, 'must be random'],
    ['MEILI_KEY', { MEILI_KEY: '' }, 'is required in production'],
    ['MEILI_KEY', { MEILI_KEY: 'padan-development-key' }, 'was published'],
    ['DATABASE_URL', { DATABASE_URL: 'postgres://padan_app:padan-app@db/padan' }, 'was published'],
    ['AUTH_JWKS_URL', { AUTH_JWKS_URL: 'http://id.example/jwks' }, 'must start with https://'],
  ])('refuses %s %j', (name, settings, fault) => {
    let said = '';
    try {
      load({ ...signedIn, ...settings } as Record<string, string>);
    } catch (error) {
      said = (error as Error).message;
    }
    expect(said).toContain(name);
    expect(said).toContain(fault);
    for (const value of Object.values(settings).filter((text) => text.length > 8)) {
      expect(said).not.toContain(value);
    }
  });

  it('refuses one secret for two purposes', () => {
    const PADAN_SECRET = '543210zyxwvutsrqponmlkjihgfedcba';
    expect(() => load({ ...signedIn, PADAN_SECRET })).toThrow('must differ');
  });

  it('refuses the secrets that this machine made for itself', async () => {
    const home = mkdtempSync(path.join(tmpdir(), 'padan-keys-'));
    const PADAN_SECRET = await developmentSecret(home);
    const PADAN_IDENTITY_KEY = await developmentIdentityKey(home);
    rmSync(home, { recursive: true });
    expect(() => load({ ...signedIn, PADAN_SECRET })).toThrow('PADAN_SECRET was made for');
    expect(() => load({ ...signedIn, PADAN_IDENTITY_KEY })).toThrow(
      'PADAN_IDENTITY_KEY was made for',
    );
  });

  it('keeps our name apart from the provider’s', () => {
    expect(() => load({ AUTH_SIGNING_KEY: key, ...gateway, AUTH_ISSUER: 'padan' })).toThrow(
      'must differ',
    );
  });
});
describe('TRUSTED_PROXIES', () => {
  const load = (proxies: string) => loadConfig({ NODE_ENV: 'test', TRUSTED_PROXIES: proxies });

  it('names addresses and networks', () => {
    const proxies = '10.0.0.1, 10.1.0.0/16,2001:db8::/32, loopback';
    expect(load(proxies).trustedProxies).toEqual([
      '10.0.0.1',
      '10.1.0.0/16',
      '2001:db8::/32',
      'loopback',
    ]);
  });

  it.each(['10.0.0.0/33', 'proxy.example', '*', 'true'])('is not %j', (proxies) => {
    expect(() => load(proxies)).toThrow('TRUSTED_PROXIES must name addresses or networks');
  });
});

it('BUDGET_FACTOR is for measurements only', () => {
  const settings = { NODE_ENV: 'production', BUDGET_FACTOR: '10' };
  expect(() => loadConfig(settings)).toThrow('BUDGET_FACTOR must stay 1 in production');
});
