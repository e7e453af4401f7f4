import type { SignInSettings } from './sign-in-settings';

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
  /** The time zone in which the office's days begin and end. */
  officeZone: string;
  /** When nightly work begins: an hour of the day in the office's time zone. */
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
  /** Origin under which everybody reaches the service, such as https://kerja.palukota.go.id; null = that of each request. */
  publicUrl: string | null;
  /** How old the file with all public vacancies may be before it is made anew. */
  snapshotMinutes: number;
  /** Origins that may open a websocket or send credentials; empty = same host only. */
  allowedOrigins: readonly string[];
}
