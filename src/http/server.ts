import { randomUUID } from 'node:crypto';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { Config } from '../config';
import { developmentSecret } from '../identity/development-keys';
import { limits } from '../limits';
import type { Context, Loaders, Services, Viewer } from '../resolvers/context';
import { CursorSigner } from '../resolvers/lists/cursor';
import { Shown } from '../services/portals/shown';
import { addBodyParsers, jsonParser } from './body-parsers';
import { addBrowserPolicy } from './browser-policy';
import { Budget } from './budget/budget';
import {
  type AccountDirectory,
  createAuthenticator,
  type SessionDirectory,
} from './callers/authentication';
import { clientAddress } from './callers/client-address';
import { Drain } from './drain';
import { createEndpoints } from './graphql/endpoint';
import { addGraphqlRoutes } from './graphql/graphql-routes';
import type { Caller } from './graphql/run-operation';
import { addHealthRoutes, type Readiness } from './health';
import { createMetrics, type Metrics } from './metrics/metrics';
import { observeRequests } from './metrics/observe-requests';
import { loadOperations } from './persisted/persisted-operations';
import { registerOperations } from './persisted/register-operations';
import { publicAddress } from './public-address';
import { addErrorHandling, refuseAddress, refuseConnection } from './refusals/error-handler';
import { exportCacheSize } from './response-cache/cache-metrics';
import { ResponseCache } from './response-cache/response-cache';
import { addResumeRoute } from './resume-route';
import { acceptSockets } from './sockets/accept-sockets';

// A client that takes longer to send 100 KB is holding a connection, not making a request.
const REQUEST_TIMEOUT_MS = 10_000;
const DRAIN_MS = 7_000;
// Node's default of 11 takes ten times as long for a tenth of the size.
const BROTLI_QUALITY = 4;

export interface HttpDependencies {
  readonly config: Pick<
    Config,
    | 'host'
    | 'port'
    | 'home'
    | 'environment'
    | 'auth'
    | 'allowedOrigins'
    | 'trustedProxies'
    | 'budgetFactor'
    | 'secret'
    | 'publicUrl'
    | 'metricsToken'
  >;
  readonly logger: Logger;
  /** The full registry; each endpoint gets its projection. */
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly createLoaders: (
    services: Services,
    viewer: Viewer | null,
    signal: AbortSignal,
  ) => Loaders;
  readonly accounts: AccountDirectory;
  readonly sessions: SessionDirectory;
  readonly readiness: Readiness;
  /** Answers to public GETs; told by its maker when something changes. */
  readonly cache?: ResponseCache;
  /** Which engine would rank now; null while none can. */
  readonly engine: () => Promise<string | null>;
  /** How long a server that stops still takes requests of open connections; default: a second. */
  readonly noticeMs?: number;
  /** Pages, explorer and feeds, added to the same server. */
  readonly routes?: readonly ((app: FastifyInstance) => Promise<void> | void)[];
}

export interface HttpServer {
  readonly app: FastifyInstance;
  readonly metrics: Metrics;
  /** Starts to listen; the address, with the port that was chosen when it was 0. */
  listen(): Promise<string>;
  /** Refuses new work, lets what runs finish (at most 8 s in all), closes sockets with 1001. */
  close(): Promise<void>;
}

/** The HTTP side of the service, composed; nothing listens yet. */
export async function createHttpServer(dependencies: HttpDependencies): Promise<HttpServer> {
  const { config, logger, services } = dependencies;
  const app = createApp(logger, config.trustedProxies);
  const metrics = createMetrics();
  const endpoints = await createEndpoints(dependencies.schema, logger);
  const authenticator = await createAuthenticator({
    config,
    accounts: dependencies.accounts,
    sessions: dependencies.sessions,
    clock: services.clock,
  });
  const createContext = contextFactory(
    dependencies,
    config.secret ?? (await developmentSecret(config.home)),
  );
  const drain = new Drain(dependencies.noticeMs);

  drain.observe(app);
  observeRequests(app, metrics, logger);
  await addBrowserPolicy(app, config);
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    requestEncodings: ['gzip', 'br', 'deflate', 'identity'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  });
  addErrorHandling(app, logger);
  const budget = new Budget(services.clock, config.budgetFactor);
  const parseJson = jsonParser(app);
  const operations = loadOperations();
  const now = () => services.clock.now().getTime();
  const cache = dependencies.cache ?? new ResponseCache({ now });
  const graphql = {
    ...{ endpoints, authenticator, createContext, metrics, budget, parseJson },
    ...{ operations, cache, now },
    notePortal: (code: string, shown: Shown) => services.portals.counter.note(code, shown),
    originOf: publicAddress(config),
  };
  await app.register((scope, _options, done) => {
    addBodyParsers(scope);
    addGraphqlRoutes(scope, graphql);
    done();
  });
  await app.register((scope, _options, done) => {
    addResumeRoute(scope, graphql);
    done();
  });
  exportCacheSize(metrics.registry, cache);
  registerOperations(app, operations);
  const { readiness, engine } = dependencies;
  addHealthRoutes(app, { readiness, engine, metrics, drain, config });
  for (const add of dependencies.routes ?? []) await add(app);
  const sockets = acceptSockets(app.server, {
    ...{ ...graphql, config, logger },
    addressOf: clientAddress(config.trustedProxies),
  });

  return {
    app,
    metrics,
    listen: () => app.listen({ host: config.host, port: config.port }),
    close: async () => {
      await drain.announce(app.server);
      const closed = Promise.all([sockets.close(), app.close()]);
      await drain.settle(DRAIN_MS);
      // What is left never sent a request (browsers open such connections in advance) or waits too long.
      app.server.closeAllConnections();
      await closed;
      await Promise.all(endpoints.map(({ executor }) => executor.stop()));
    },
  };
}

function createApp(logger: Logger, trustedProxies: readonly string[]): FastifyInstance {
  return Fastify({
    logger: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    bodyLimit: limits.bodyBytes,
    requestTimeout: REQUEST_TIMEOUT_MS,
    genReqId: () => randomUUID(),
    // A request on a connection that is kept alive still gets its answer while the server drains.
    return503OnClosing: false,
    forceCloseConnections: false,
    clientErrorHandler: (error, socket) => refuseConnection(error, socket, logger),
    frameworkErrors: (_error, _request, reply) =>
      refuseAddress(reply as unknown as FastifyReply, logger),
  });
}

function contextFactory(
  { services, createLoaders }: HttpDependencies,
  secret: string,
): (caller: Caller) => Context {
  return (caller) => {
    let loaders: Loaders | null = null;
    return {
      ...caller,
      shown: new Shown(),
      cursors: new CursorSigner(secret, caller.viewer?.accountId ?? ''),
      services,
      // Made when somebody asks: an event of a subscription often needs none.
      get loaders() {
        loaders ??= createLoaders(services, caller.viewer, caller.signal);
        return loaders;
      },
    };
  };
}
