import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { entities, SnakeNamingStrategy } from '../entities';

/** Longest statement of a request (RELIABILITY, limits). */
export const STATEMENT_LIMIT_MS = 3_000;

/** Longest wait for a connection of the pool: as long as a request may take. */
const CONNECTION_LIMIT_MS = 5_000;

interface Options {
  poolSize?: number;
  /** 0 = none, for migrations and imports. */
  statementLimitMs?: number;
  /** Longest wait for a connection of the pool; 0 = for ever. */
  connectionLimitMs?: number;
  migrations?: readonly (new () => MigrationInterface)[];
  logging?: DataSourceOptions['logging'];
  logger?: DataSourceOptions['logger'];
}

/** The one way to a TypeORM data source; the caller initialises and destroys it. */
export function createDataSource(
  url: string,
  {
    poolSize = 10,
    statementLimitMs = STATEMENT_LIMIT_MS,
    connectionLimitMs = CONNECTION_LIMIT_MS,
    migrations = [],
    logging = false,
    logger,
  }: Options = {},
): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    synchronize: false,
    migrationsRun: false,
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNamingStrategy(),
    // gen_random_uuid() is PostgreSQL's own; the app's role may not create extensions.
    uuidExtension: 'pgcrypto',
    installExtensions: false,
    poolSize,
    logging,
    logger,
    applicationName: 'padan',
    extra: { statement_timeout: statementLimitMs, connectionTimeoutMillis: connectionLimitMs },
  });
}
