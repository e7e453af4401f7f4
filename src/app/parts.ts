import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import type { Config } from '../config';
import type { ResponseCache } from '../http/response-cache/response-cache';
import type { Identity } from '../identity/identity';
import type { SearchClient } from '../search/client';
import type { Background } from './background';

/** What one process is made of below its services. */
export interface Parts {
  config: Config;
  log: Logger;
  clock: Clock;
  dataSource: DataSource;
  /** Connection of the service's role, for those that hold one of their own. */
  databaseUrl: string;
  /** Public answers of the last moments. */
  cache: ResponseCache;
  /** Null = no search server. */
  client: SearchClient | null;
  background: Background;
  identity: Identity;
}
