import path from 'node:path';
import { FIRST_OFFICE_ZONE } from '../text/office-zone';
import type { Config } from './config';
import { configFaults } from './config-faults';
import { environmentReader } from './environment-reader';
import { readSignInSettings } from './sign-in-settings';

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
  const reader = environmentReader(env, faults);
  const { text, oneOf, integer, url, list, zone } = reader;
  const signIn = readSignInSettings(reader);
  faults.push(...signIn.faults);
  const environment = oneOf('NODE_ENV', ['development', 'test', 'production'], 'development');
  const isProduction = environment === 'production';
  const home = path.resolve(text('PADAN_HOME') ?? '.padan');
  // The second name is from when only nightly work had days.
  const officeZone = zone('OFFICE_ZONE', zone('NIGHTLY_ZONE', FIRST_OFFICE_ZONE));
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
    officeZone,
    nightly: { hour: integer('NIGHTLY_HOUR', 2, 0, 23), zone: officeZone },
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
    snapshotMinutes: integer('SNAPSHOT_MINUTES', 60, 0, 1_440),
    publicUrl: url('PUBLIC_URL', ['https:', 'http:']),
    identityKey: text('PADAN_IDENTITY_KEY'),
    erasureLog: path.resolve(text('PADAN_ERASURE_LOG') ?? path.join(home, 'erasures.log')),
  };

  faults.push(
    ...configFaults(config, {
      hasErasureLog: text('PADAN_ERASURE_LOG') !== null,
      demo: text('PADAN_DEMO'),
    }),
  );
  if (config.database.url !== null && config.database.migratorUrl === null) {
    config.database.migratorUrl = config.database.url;
  }
  if (faults.length > 0) throw new ConfigError(faults);
  return config;
}
