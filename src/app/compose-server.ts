import type { DataSource } from 'typeorm';
import { createHttpServer, type HttpServer } from '../http/server';
import { engineInUse } from '../matching/create-ranker';
import { createLoaders } from '../resolvers/loaders';
import { buildFullSchema } from '../resolvers/schema';
import type { Services } from '../services';
import { pageRoutes } from './page-routes';
import type { Parts } from './parts';

/** The HTTP side over the services; nothing listens yet. */
export function composeServer(
  parts: Parts,
  services: Services,
  noticeMs?: number,
): Promise<HttpServer> {
  const { config, log, dataSource, cache, client, background, identity } = parts;
  return createHttpServer({
    config,
    logger: log,
    schema: buildFullSchema(),
    services,
    cache,
    createLoaders,
    noticeMs,
    accounts: {
      findBySubject: async (issuer, subject) => {
        const account = await services.accounts.find({ issuer, subject });
        return account === null ? null : { accountId: account.id };
      },
    },
    sessions: {
      tokens: identity.tokens,
      live: services.sessions.live,
      findPortal: services.apiKeys.findPortal,
    },
    readiness: async () => ({
      database: await answers(dataSource),
      matching: background.facts.isReady(),
    }),
    engine: async () => {
      const { facts: source, isIndexReady } = background;
      if (!source.isReady()) return null;
      return await engineInUse({ engine: config.matchingEngine, source, client, isIndexReady });
    },
    routes: pageRoutes(parts, services),
  });
}

async function answers(dataSource: DataSource): Promise<boolean> {
  return await dataSource.query('SELECT 1').then(
    () => true,
    () => false,
  );
}
