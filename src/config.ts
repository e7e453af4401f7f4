import { isIP } from 'node:net';
import path from 'node:path';
import { developmentSecretFaults } from './development-secrets';
import { readSignInSettings, type SignInSettings, signInFaults } from './sign-in-settings';

export type Environment = 'development' | 'test' | 'production';
export type MatchingEngine = 'auto' | 'scan' | 'meilisearch';

/** Every setting of the service. Built once by `loadConfig`; nothing else reads the environment. */
export interface Config {
  environment: Environment;
  /** Folder of the embedded servers' data, keys and `run.json`. */
  home: string;
  host: string;
  port: number;
  logLevel: string;
  database: {
    /** Connection of the role `padan_app`; null = embedded servers. */
    url: string | null;
    /** Connection of the owner `padan_migrator`; needed with `url` for migrations. */
    migratorUrl: string | null;
    /** A superuser's connection, only for `padan database prepare`. */
    adminUrl: string | null;
    poolSize: number;
  };
  meilisearch: { url: string | null; key: string | null; binary: string | null };
  matchingEngine: MatchingEngine;
  /** When nightly work begins: an hour of the day in a time zone. */
  nightly: { hour: number; zone: string };
  /** Seed invented people at the first start. Never true in production. */
  demo: boolean;
  auth: { issuer: string; audience: string; jwksUrl: string | null };
  /** Sign-in by one-time codes, beside or without an identity provider. */
  identity: SignInSettings;
  /**
   * Signs cursors and gives the keys of sign-in, the same on every instance and for good; null = made in `home` at the
   * first start.
   */
  secret: string | null;
  /** Lets a collector on another machine read `/metrics` in production; null = only this machine. */
  metricsToken: string | null;
  /** Lets webhooks go to http on this machine, for development and tests. Never true in production. */
  webhooksToLoopback: boolean;
  /** Addresses and networks of proxies whose X-Forwarded-For counts; empty = none. */
  trustedProxies: readonly string[];
  /** Makes the budgets of points larger, for measurements. */
  budgetFactor: number;
  /** Encrypts identity numbers, the same on every instance and for good; null = made in `home` at the first use. */
  identityKey: string | null;
  /** File outside the database that holds who was erased, so that no restored backup brings them back. */
  erasureLog: string;
  /** Origins that may open a websocket or send credentials; empty = same host only. */
  allowedOrigins: readonly string[];
}

// 32 characters of base64 carry 192 bits, more than the 128 of a signature.
const MIN_SECRET_LENGTH = 32;

// What RFC 6750 lets a bearer token be made of.
const METRICS_TOKEN = /^[\w.~+/-]{32,}=*$/;

/** All faults of the environment at once, one per line. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  constructor(readonly faults: readonly string[]) {
    super(`Configuration is not valid:\n${faults.map((fault) => `- ${fault}`).join('\n')}`);
  }
}

/**
 * The settings found in `env`, with defaults for development.
 *
 * Errors: ConfigError that names every faulty variable.
 */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const faults: string[] = [];
  const text = (name: string): string | null => env[name]?.trim() || null;
  const oneOf = <T extends string>(name: string, allowed: readonly T[], fallback: T): T => {
    const value = text(name);
    if (value === null) return fallback;
    if ((allowed as readonly string[]).includes(value)) return value as T;
    faults.push(`${name} must be one of ${allowed.join(', ')}`);
    return fallback;
  };
  const integer = (name: string, fallback: number, min: number, max: number): number => {
    const value = text(name);
    if (value === null) return fallback;
    const number = Number(value);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    faults.push(`${name} must be a whole number from ${min} to ${max}`);
    return fallback;
  };
  const url = (name: string, protocols: readonly string[]): string | null => {
    const value = text(name);
    if (value === null) return null;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
    faults.push(`${name} must be an address that starts with ${protocols.join(' or ')}//`);
    return null;
  };

  const list = (name: string): string[] =>
    (text(name) ?? '')
      .split(',')
      .map((item) => item.trim())
      .filter(Boolean);
  const zone = (name: string, fallback: string): string => {
    const value = text(name);
    if (value === null || isTimeZone(value)) return value ?? fallback;
    faults.push(`${name} must be a time zone such as ${fallback}`);
    return fallback;
  };

  const signIn = readSignInSettings({ text, url });
  faults.push(...signIn.faults);
  const environment = oneOf('NODE_ENV', ['development', 'test', 'production'], 'development');
  const isProduction = environment === 'production';
  const home = path.resolve(text('PADAN_HOME') ?? '.padan');
  const config: Config = {
    environment,
    home,
    host: text('HOST') ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    port: integer('PORT', 4000, 0, 65_535),
    logLevel: oneOf(
      'LOG_LEVEL',
      ['fatal', 'error', 'warn', 'info', 'debug', 'silent'],
      isProduction ? 'info' : 'warn',
    ),
    database: {
      url: url('DATABASE_URL', ['postgres:', 'postgresql:']),
      migratorUrl: url('DATABASE_MIGRATOR_URL', ['postgres:', 'postgresql:']),
      adminUrl: url('DATABASE_ADMIN_URL', ['postgres:', 'postgresql:']),
      poolSize: integer('DATABASE_POOL_SIZE', 10, 1, 200),
    },
    meilisearch: {
      url: url('MEILI_URL', ['http:', 'https:']),
      key: text('MEILI_KEY'),
      binary: text('MEILI_BIN'),
    },
    matchingEngine: oneOf('MATCHING_ENGINE', ['auto', 'scan', 'meilisearch'], 'auto'),
    nightly: {
      hour: integer('NIGHTLY_HOUR', 2, 0, 23),
      zone: zone('NIGHTLY_ZONE', 'Asia/Makassar'),
    },
    demo: !isProduction && text('PADAN_DEMO') !== 'off',
    auth: {
      issuer: text('AUTH_ISSUER') ?? 'padan-development',
      audience: text('AUTH_AUDIENCE') ?? 'padan',
      jwksUrl: url('AUTH_JWKS_URL', ['https:', 'http:']),
    },
    identity: signIn.settings,
    secret: text('PADAN_SECRET'),
    metricsToken: text('METRICS_TOKEN'),
    webhooksToLoopback: oneOf('WEBHOOKS_TO_LOOPBACK', ['on', 'off'], 'off') === 'on',
    trustedProxies: list('TRUSTED_PROXIES'),
    budgetFactor: integer('BUDGET_FACTOR', 1, 1, 1_000_000),
    allowedOrigins: list('ALLOWED_ORIGINS'),
    identityKey: text('PADAN_IDENTITY_KEY'),
    erasureLog: path.resolve(text('PADAN_ERASURE_LOG') ?? path.join(home, 'erasures.log')),
  };

  faults.push(
    ...secretFaults(config),
    ...signInFaults(config, isProduction),
    ...proxyFaults(config),
  );
  if (isProduction) faults.push(...productionFaults(config, text('PADAN_DEMO')));
  faults.push(...keepingFaults(config, text('PADAN_ERASURE_LOG') !== null));
  if (config.database.url !== null && config.database.migratorUrl === null) {
    config.database.migratorUrl = config.database.url;
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}

function secretFaults({ secret, metricsToken }: Config): string[] {
  const faults: string[] = [];
  if (secret !== null && secret.length < MIN_SECRET_LENGTH) {
    faults.push(`PADAN_SECRET must have at least ${MIN_SECRET_LENGTH} characters`);
  }
  if (metricsToken !== null && !METRICS_TOKEN.test(metricsToken)) {
    faults.push('METRICS_TOKEN must have at least 32 characters of A–Z, a–z, 0–9 and ._~+/-');
  }
  return faults;
}

function proxyFaults({ trustedProxies }: Config): string[] {
  const named = ['loopback', 'linklocal', 'uniquelocal'];
  return trustedProxies
    .filter((proxy) => !named.includes(proxy) && !isNetwork(proxy))
    .map((proxy) => `TRUSTED_PROXIES must name addresses or networks; ${proxy} is neither`);
}

/** An address, or one with the length of its prefix. */
function isNetwork(text: string): boolean {
  const [address, bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

/** What must be kept apart from the database is named, not made by chance. */
function keepingFaults({ environment, identityKey }: Config, hasErasureLog: boolean): string[] {
  const faults: string[] = [];
  if (identityKey !== null && identityKey.length < MIN_SECRET_LENGTH) {
    faults.push(`PADAN_IDENTITY_KEY must have at least ${MIN_SECRET_LENGTH} characters`);
  }
  if (environment !== 'production') return faults;
  if (identityKey === null) faults.push('PADAN_IDENTITY_KEY is required in production');
  if (!hasErasureLog) faults.push('PADAN_ERASURE_LOG is required in production');
  return faults;
}

function productionFaults(config: Config, demo: string | null): string[] {
  const faults: string[] = [];
  if (config.database.url === null) faults.push('DATABASE_URL is required in production');
  if (config.meilisearch.url === null) faults.push('MEILI_URL is required in production');
  if (config.secret === null) faults.push('PADAN_SECRET is required in production');
  if (config.budgetFactor > 1) faults.push('BUDGET_FACTOR must stay 1 in production');
  if (demo === 'on') faults.push('PADAN_DEMO cannot be on in production');
  if (config.webhooksToLoopback) faults.push('WEBHOOKS_TO_LOOPBACK cannot be on in production');
  if (config.auth.jwksUrl?.startsWith('http:')) {
    faults.push('AUTH_JWKS_URL must start with https:// in production');
  }
  return [...faults, ...developmentSecretFaults(config)];
}
