import { isIP } from 'node:net';
import type { Config } from './config';
import { developmentSecretFaults } from './development-secrets';
import { signInFaults } from './sign-in-settings';

// 32 characters of base64 carry 192 bits, more than the 128 of a signature.
const MIN_SECRET_LENGTH = 32;

// What RFC 6750 lets a bearer token be made of.
const METRICS_TOKEN = /^[\w.~+/-]{32,}=*$/;

/** What is wrong with settings that are valid each for itself. `given`: what the environment itself says. */
export function configFaults(
  config: Config,
  given: { hasErasureLog: boolean; demo: string | null },
): string[] {
  const isProduction = config.environment === 'production';
  return [
    ...secretFaults(config),
    ...signInFaults(config, isProduction),
    ...proxyFaults(config),
    ...publicUrlFaults(config),
    ...(isProduction ? productionFaults(config, given.demo) : []),
    ...keepingFaults(config, given.hasErasureLog),
  ];
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

/** Links in feeds and on shared pictures outlive the request that made them, so production says where it stands. */
function publicUrlFaults({ environment, publicUrl }: Config): string[] {
  const isProduction = environment === 'production';
  if (publicUrl === null) return isProduction ? ['PUBLIC_URL is required in production'] : [];
  const faults: string[] = [];
  if (new URL(publicUrl).origin !== publicUrl) {
    faults.push('PUBLIC_URL must be an origin without a path, such as https://kerja.example.go.id');
  }
  if (isProduction && !publicUrl.startsWith('https:')) {
    faults.push('PUBLIC_URL must start with https:// in production');
  }
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
