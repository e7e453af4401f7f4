import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { type Background, startBackground } from './background';
import { readStreamState } from './changes/stream-state';
import { type Clock, systemClock } from './clock';
import type { Config } from './config';
import { asActor, asActorRead } from './database/as-actor';
import { requireGuardedRole } from './database/check-role';
import { createDataSource } from './database/data-source';
import { isDemoLoaded } from './demo';
import type { Servers } from './embedded/servers';
import { erasureFile, prepareErasureFile } from './erasures/erasure-file';
import { repeatLogged } from './erasures/repeat-logged';
import { createIdentity } from './http/create-identity';

import { developmentIdentityKey, developmentSecret } from './http/development-keys';
import { exportEngineLosses } from './http/engine-metrics';
import { demoSignIn } from './http/explorer/demo-sign-in';
import { registerExplorer } from './http/explorer/register-explorer';
import { exportNightly } from './http/nightly-metrics';
import { demoEmployer } from './http/pages/demo-employer';
import { registerReceiptPage } from './http/pages/receipt/register-receipt-page';
import { registerPages } from './http/pages/register-pages';
import { createHttpServer } from './http/server';
import { exportStream } from './http/stream-metrics';
import { exportWebhooks } from './http/webhook-metrics';
import type { Identity } from './identity/identity';
import { publishedLimits } from './limits';
import { removeOldEvents } from './matches/remove-old-events';
import { refreshMatches } from './matches/run-matcher';
import { compareEngines } from './matching/compare-engines';
import { ALGORITHM_VERSION } from './matching/core/version';
import { createRanker, engineInUse } from './matching/create-ranker';
import { VacancyRecommender } from './matching/recommender';
import { dueNight } from './nightly/due-night';
import { nightlyJobs } from './nightly/nightly-jobs';
import { listRuns } from './nightly/nightly-rows';
import { startNightly } from './nightly/start-nightly';
import { createLoaders } from './resolvers/loaders';
import { buildFullSchema } from './resolvers/schema';
import { webhookNames } from './resolvers/webhook-names';
import { SearchClient } from './search/client';
import { conceptSearch } from './search/concept-search';
import { createConceptReader } from './search/resolve';
import { textReaders } from './search/term-catalogue';
import { vacancySearch } from './search/vacancy-search';
import { createServices, type Services } from './services';
import { stripRecentlyErased } from './services/erasure/strip-recent';
import { identityVault } from './services/identity-numbers/vault';
import { startWebhooks } from './webhooks/start-webhooks';
import { readWebhookState } from './webhooks/webhook-state';

export interface AppDeps {
  config: Config;
  servers: Pick<Servers, 'database' | 'meilisearch'>;
  log: Logger;
  clock?: Clock;
  /** Instead of what the settings name. */
  identity?: Identity;
  /** Before every index name, where installations share a search server. */
  indexPrefix?: string;
}

export interface App {
  /** Where it listens. */
  address: string;
  services: Services;
  /** Lets what runs finish, then closes every connection. */
  stop(): Promise<void>;
}

/** Builds the whole service by hand, once, on a migrated database, and starts to listen. */
export async function startApp(deps: AppDeps): Promise<App> {
  const { config, servers, log, clock = systemClock, indexPrefix } = deps;
  const databaseUrl = servers.database.appUrl;
  const dataSource = createDataSource(databaseUrl, { poolSize: config.database.poolSize });
  await dataSource.initialize();
  await prepareData(dataSource, config.erasureLog, log);
  const client =
    servers.meilisearch === null ? null : new SearchClient(servers.meilisearch, { indexPrefix });
  const background = startBackground({ dataSource, databaseUrl, client, clock, log });
  const identity = deps.identity ?? (await createIdentity(config, log));
  const services = await composeServices({
    config,
    dataSource,
    client,
    background,
    clock,
    identity,
  });
  const { collector } = services.terms;
  collector.start((error) => log.warn({ err: error }, 'Counted words could not be written'));
  const signIn = demoSignIn(config, dataSource);
  const server = await createHttpServer({
    config,
    logger: log,
    schema: buildFullSchema(),
    services,
    createLoaders,
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
    routes: [
      (app) => registerExplorer(app, { signIn }),
      (app) => registerReceiptPage(app),
      (app) => registerPages(app, { demoEmployer: demoEmployer(signIn, dataSource) }),
    ],
  });
  const jobs = nightlyJobs({
    pauseUnconfirmed: services.candidates.pauseUnconfirmed,
    finishMerges: services.duplicates.finish,
    sealEveryRanking: services.matching.sealEveryRanking,
    refreshMatches: (signal) =>
      refreshMatches({ dataSource, facts: background.facts, clock, signal }),
    digestSearches: (signal) =>
      services.savedSearches.digest(dueNight(clock.now(), config.nightly), signal),
    removeOldEvents: async (signal) => {
      await stripRecentlyErased({ runAs: (...args) => asActor(dataSource, ...args), clock });
      return removeOldEvents((work) => asActor(dataSource, 'system', work), {
        now: clock.now(),
        consumers: background.consumers,
        signal,
      });
    },
    compareEngines: client && compareBoth({ client, background, clock }),
    clock,
  });
  exportEngineLosses(server.metrics.registry, background.facts.engineLosses);
  exportStream(server.metrics.registry, () => readStreamState(dataSource.manager));
  exportNightly(server.metrics.registry, jobs, () => listRuns(dataSource.manager));
  const { nightly: schedule } = config;
  const stopNightly = startNightly({ dataSource, databaseUrl, schedule, jobs, clock, log });
  const webhooks = startWebhooks({
    ...{ dataSource, databaseUrl, clock, log },
    names: webhookNames(config.secret ?? (await developmentSecret(config.home))),
    isLoopbackAllowed: config.webhooksToLoopback,
  });
  exportWebhooks(server.metrics.registry, webhooks.attempts, () =>
    asActorRead(dataSource, 'system', (manager) => readWebhookState(manager, clock.now())),
  );
  const stop = async () => {
    // Attempts end beside the last requests: either may take seconds.
    const deliveriesStopped = webhooks.stop();
    await server.close();
    await deliveriesStopped;
    await stopNightly();
    collector.stop();
    await collector.flush().catch(() => undefined);
    await background.stop();
    client?.close();
    await dataSource.destroy();
  };
  try {
    return { address: await server.listen(), services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Whoever was erased is gone before anything reads people.
 *
 * Errors: one that says why the log cannot be used, or that the role of the connection would pass row level security.
 */
async function prepareData(dataSource: DataSource, file: string, log: Logger) {
  try {
    await requireGuardedRole(dataSource);
    await prepareErasureFile(file);
    const people = await repeatLogged(dataSource, file);
    if (people > 0) log.warn({ people }, 'Erased again: the database had them back');
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

interface ServiceParts {
  config: Config;
  dataSource: DataSource;
  client: SearchClient | null;
  background: Background;
  clock: Clock;
  identity: Identity;
}

async function composeServices(parts: ServiceParts): Promise<Services> {
  const { config, dataSource, client, background, clock, identity } = parts;
  const { facts, tail: changeTail, matchTail, isIndexReady } = background;
  const readers = textReaders(dataSource, clock);
  const search = conceptSearch(client, dataSource);
  return createServices({
    clock,
    manager: dataSource.manager,
    runAs: (actor, work) => asActor(dataSource, actor, work),
    readAs: (actor, work) => asActorRead(dataSource, actor, work),
    readers,
    reader: createConceptReader({ readers, search }),
    search: vacancySearch(client, dataSource, clock),
    ranker: createRanker({
      engine: config.matchingEngine,
      source: facts,
      client,
      isIndexReady,
      clock,
    }),
    recommender: new VacancyRecommender(facts),
    facts,
    changeTail,
    matchTail,
    identity,
    webhookTargets: { isLoopbackAllowed: config.webhooksToLoopback },
    erasureLog: erasureFile(config.erasureLog),
    identityVault: identityVault(config.identityKey ?? (await developmentIdentityKey(config.home))),
    about: {
      version: packageVersion(),
      algorithmVersion: ALGORITHM_VERSION,
      limits: publishedLimits,
      isDemo: await isDemoLoaded(dataSource),
      isDegraded: () => client === null || client.breaker.isOpen,
    },
  });
}

/** The engine of the index beside the scan, over the facts of this process. */
function compareBoth(parts: Pick<ServiceParts, 'background' | 'clock'> & { client: SearchClient }) {
  const { client, background, clock } = parts;
  const { facts: source, isIndexReady } = background;
  const engines = { source, isIndexReady, clock };
  const scan = createRanker({ ...engines, engine: 'scan', client: null });
  const index = createRanker({ ...engines, engine: 'meilisearch', client });
  return (options: { sample: number; seed: number }) =>
    compareEngines({ source, scan, index, ...options });
}

async function answers(dataSource: DataSource): Promise<boolean> {
  return await dataSource.query('SELECT 1').then(
    () => true,
    () => false,
  );
}

function packageVersion(): string {
  let folder = __dirname;
  while (path.basename(folder) === 'src' || path.basename(folder) === 'dist')
    folder = path.dirname(folder);
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return manifest.version;
}
