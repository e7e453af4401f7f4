import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../config/package-folder';
import { asActor, asActorFrozen, asActorRead } from '../database/as-actor';
import { isDemoLoaded } from '../demo';
import { erasureFile } from '../erasures/erasure-file';
import { developmentIdentityKey, developmentSecret } from '../identity/development-keys';
import { publishedLimits } from '../limits';
import { ALGORITHM_VERSION } from '../matching/core/version';
import { createRanker } from '../matching/create-ranker';
import { VacancyRecommender } from '../matching/recommender';
import { conceptSearch } from '../search/concept-search';
import { createConceptReader } from '../search/resolve';
import { textReaders } from '../search/term-catalogue';
import { vacancySearch } from '../search/vacancy-search';
import { createServices, type Services } from '../services';
import { identityVault } from '../services/identity-numbers/vault';
import type { Parts } from './parts';

/** The use cases over this process's database, search and engine. */
export async function composeServices(parts: Parts): Promise<Services> {
  const { config, dataSource, client, background, clock, identity } = parts;
  const { facts, tail: changeTail, matchTail, isIndexReady } = background;
  const readers = textReaders(dataSource, clock);
  const search = conceptSearch(client, dataSource);
  return createServices({
    clock,
    manager: dataSource.manager,
    runAs: (actor, work) => asActor(dataSource, actor, work),
    readAs: (actor, work) => asActorRead(dataSource, actor, work),
    readFrozen: (actor, work) => asActorFrozen(dataSource, actor, work),
    snapshotMinutes: config.snapshotMinutes,
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
    portalSecret: config.secret ?? (await developmentSecret(config.home)),
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

function packageVersion(): string {
  const manifest = readFileSync(path.join(packageFolder(), 'package.json'), 'utf8');
  return JSON.parse(manifest).version;
}
