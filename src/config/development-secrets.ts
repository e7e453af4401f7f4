import type { Config } from './config';

/** What a secret begins with that was made for one machine; production refuses it. */
export const DEVELOPMENT_PREFIX = 'development-';

/** Passwords and keys that stand in compose.yaml, for everybody to read. */
const PUBLISHED: ReadonlySet<string> = new Set([
  'padan-admin',
  'padan-migrator',
  'padan-app',
  'padan-development-key',
  'padan',
  'postgres',
  'password',
]);

/** A random text of 32 characters has more; a key of one letter or a word over and over has less. */
const LEAST_DIFFERENT_CHARACTERS = 10;

type Secrets = Pick<Config, 'secret' | 'identityKey' | 'metricsToken' | 'database' | 'meilisearch'>;

/** Secrets of development, published or guessable ones: production does not start with them. Never repeats one. */
export function developmentSecretFaults(config: Secrets): string[] {
  const { secret, identityKey, metricsToken, database, meilisearch } = config;
  const isShared = secret !== null && secret === identityKey;
  return [
    ...ownSecretFaults('PADAN_SECRET', secret),
    ...ownSecretFaults('PADAN_IDENTITY_KEY', identityKey),
    ...ownSecretFaults('METRICS_TOKEN', metricsToken),
    ...(isShared ? ['PADAN_SECRET and PADAN_IDENTITY_KEY must differ'] : []),
    ...passwordFaults('DATABASE_URL', database.url),
    ...passwordFaults('DATABASE_MIGRATOR_URL', database.migratorUrl),
    ...passwordFaults('DATABASE_ADMIN_URL', database.adminUrl),
    ...(meilisearch.key === null ? ['MEILI_KEY is required in production'] : []),
    ...publishedFaults('MEILI_KEY', meilisearch.key),
  ];
}

function ownSecretFaults(name: string, value: string | null): string[] {
  if (value === null) return [];
  if (value.startsWith(DEVELOPMENT_PREFIX)) return [`${name} was made for development`];
  const isGuessable = new Set(value).size < LEAST_DIFFERENT_CHARACTERS;
  return isGuessable ? [`${name} must be random`] : [];
}

const passwordFaults = (name: string, url: string | null): string[] =>
  url === null ? [] : publishedFaults(name, decodeURIComponent(new URL(url).password));

const publishedFaults = (name: string, value: string | null): string[] =>
  value !== null && PUBLISHED.has(value) ? [`${name} has a secret that was published`] : [];
