import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { systemClock } from '../../src/clock';
import { createHttpServer, type HttpDependencies, type HttpServer } from '../../src/http/server';
import { issueDevelopmentToken } from '../../src/identity/development-keys';
import { createLogger } from '../../src/logging/logger';
import type { Loaders, Services } from '../../src/resolvers/context';
import { sampleSchema } from './sample-schema';

export interface SampleServer {
  readonly server: HttpServer;
  readonly url: string;
  readonly home: string;
  token(subject?: string, lifetimeSeconds?: number): Promise<string>;
  stop(): Promise<void>;
}

const auth = { issuer: 'padan-test', audience: 'padan', jwksUrl: null };

/** The HTTP side alone over the sample schema, on a free port; `ani` is its only account. */
export async function startSampleServer(
  changes: Partial<HttpDependencies> = {},
  settings: Partial<HttpDependencies['config']> = {},
): Promise<SampleServer> {
  const home = mkdtempSync(path.join(tmpdir(), 'padan-http-'));
  const server = await createHttpServer({
    config: {
      host: '127.0.0.1',
      port: 0,
      home,
      environment: 'test',
      auth,
      allowedOrigins: ['https://portal.example'],
      trustedProxies: [],
      budgetFactor: 1,
      secret: null,
      publicUrl: null,
      metricsToken: null,
      ...settings,
    },
    logger: createLogger('silent'),
    schema: sampleSchema(),
    services: { clock: systemClock } as Services,
    createLoaders: () => ({}) as Loaders,
    accounts: {
      findBySubject: async (_issuer, subject) =>
        subject === 'ani' ? { accountId: 'account-of-ani' } : null,
    },
    sessions: { tokens: null, live: async () => null, findPortal: async () => null },
    readiness: async () => ({ database: true }),
    engine: async () => 'SCAN',
    // Who asks has its answer when it stops.
    noticeMs: 0,
    ...changes,
  });
  const url = await server.listen();
  return {
    server,
    url,
    home,
    token: (subject = 'ani', lifetimeSeconds = 60) =>
      issueDevelopmentToken({ home, ...auth, subject, lifetimeSeconds }),
    stop: async () => {
      await server.close();
      rmSync(home, { recursive: true });
    },
  };
}
