import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { readStreamState } from '../changes/stream-state';
import { type Clock, systemClock } from '../clock';
import type { Config } from '../config';
import { asActorRead } from '../database/as-actor';
import { requireGuardedRole } from '../database/check-role';
import { createDataSource } from '../database/data-source';
import type { Servers } from '../embedded/servers';
import { prepareErasureFile } from '../erasures/erasure-file';
import { repeatLogged } from '../erasures/repeat-logged';
import { exportEngineLosses } from '../http/metrics/engine-metrics';
import { exportNightly } from '../http/metrics/nightly-metrics';
import { exportStream } from '../http/metrics/stream-metrics';
import { exportWebhooks } from '../http/metrics/webhook-metrics';
import { forgetOnChange } from '../http/response-cache/forget-on-change';
import { ResponseCache } from '../http/response-cache/response-cache';
import { createIdentity } from '../identity/create-identity';
import { developmentSecret } from '../identity/development-keys';
import type { Identity } from '../identity/identity';
import { listRuns } from '../nightly/nightly-rows';
import { startNightly } from '../nightly/start-nightly';
import { webhookNames } from '../resolvers/webhooks/webhook-names';
import { SearchClient, type SearchOptions } from '../search/client';
import type { Services } from '../services';
import { setOfficeZone } from '../text/office-zone';
import { startWebhooks } from '../webhooks/start-webhooks';
import { readWebhookState } from '../webhooks/webhook-state';
import { startBackground } from './background';
import { composeNightly } from './compose-nightly';
import { composeServer } from './compose-server';
import { composeServices } from './compose-services';
import type { Parts } from './parts';

export interface AppDeps {
  config: Config;
  servers: Pick<Servers, 'database' | 'meilisearch'>;
  log: Logger;
  clock?: Clock;
  /** Instead of what the settings name. */
  identity?: Identity;
  /** How the search server is read. */
  search?: Pick<SearchOptions, 'indexPrefix' | 'readLimitMs'>;
  /** How long it takes requests of open connections after `stop`; default: a second. */
  noticeMs?: number;
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
  const parts = await makeParts(deps);
  const { dataSource, databaseUrl, background, clock, config, log } = parts;
  const services = await composeServices(parts);
  const stopCounting = startCounting(services, log);
  const stopForgetting = forgetOnChange(background.tail, parts.cache, (error) =>
    log.warn({ err: error }, 'Changes could not be followed; they are tried again'),
  );
  const server = await composeServer(parts, services, deps.noticeMs);
  const jobs = composeNightly(parts, services);
  const { nightly: schedule } = config;
  const stopNightly = startNightly({ dataSource, databaseUrl, schedule, jobs, clock, log });
  const webhooks = startWebhooks({
    ...{ dataSource, databaseUrl, clock, log },
    names: webhookNames(config.secret ?? (await developmentSecret(config.home))),
    isLoopbackAllowed: config.webhooksToLoopback,
  });
  const { registry } = server.metrics;
  exportEngineLosses(registry, background.facts.engineLosses);
  exportStream(registry, () => readStreamState(dataSource.manager));
  exportNightly(registry, jobs, () => listRuns(dataSource.manager));
  exportWebhooks(registry, webhooks.attempts, () =>
    asActorRead(dataSource, 'system', (manager) => readWebhookState(manager, clock.now())),
  );
  const stop = async () => {
    // Attempts end beside the last requests: either may take seconds.
    const deliveriesStopped = webhooks.stop();
    await server.close();
    await deliveriesStopped;
    await stopNightly();
    await stopForgetting();
    await stopCounting();
    await background.stop();
    parts.client?.close();
    await dataSource.destroy();
  };
  try {
    return { address: await server.listen(), services, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Connects, and starts what follows the changes. */
async function makeParts(deps: AppDeps): Promise<Parts> {
  const { config, servers, log, clock = systemClock } = deps;
  setOfficeZone(config.officeZone);
  const databaseUrl = servers.database.appUrl;
  const dataSource = createDataSource(databaseUrl, { poolSize: config.database.poolSize });
  await dataSource.initialize();
  await prepareData(dataSource, config.erasureLog, log);
  const cache = new ResponseCache({ now: () => clock.now().getTime() });
  const onOutage = () => cache.unsettle();
  const client =
    servers.meilisearch === null
      ? null
      : new SearchClient(servers.meilisearch, { ...deps.search, onOutage });
  const background = startBackground({ dataSource, databaseUrl, client, clock, log });
  const identity = deps.identity ?? (await createIdentity(config, log));
  return { config, log, clock, dataSource, databaseUrl, cache, client, background, identity };
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

/** What is counted in memory is written from time to time, and for the last time when the service stops. */
function startCounting({ terms, portals }: Services, log: Logger): () => Promise<void> {
  const { collector } = terms;
  const { counter } = portals;
  collector.start((error) => log.warn({ err: error }, 'Counted words could not be written'));
  counter.start((error) => log.warn({ err: error }, 'Counts of portals could not be written'));
  return async () => {
    collector.stop();
    counter.stop();
    await counter.flush().catch(() => undefined);
    await collector.flush().catch(() => undefined);
  };
}
