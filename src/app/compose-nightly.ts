import { asActor } from '../database/as-actor';
import { removeOldEvents } from '../matches/remove-old-events';
import { refreshMatches } from '../matches/run-matcher';
import { compareEngines } from '../matching/compare-engines';
import { createRanker } from '../matching/create-ranker';
import { dueNight } from '../nightly/due-night';
import { nightlyJobs } from '../nightly/nightly-jobs';
import type { NightlyJob } from '../nightly/run-nightly';
import type { SearchClient } from '../search/client';
import type { Services } from '../services';
import { stripRecentlyErased } from '../services/erasure/strip-recent';
import type { Parts } from './parts';

/** What this process does each night, from its services. */
export function composeNightly(parts: Parts, services: Services): NightlyJob[] {
  const { config, dataSource, client, background, clock } = parts;
  return nightlyJobs({
    pauseUnconfirmed: services.candidates.pauseUnconfirmed,
    finishMerges: services.duplicates.finish,
    sealEveryRanking: services.matching.sealEveryRanking,
    refreshMatches: (signal) =>
      refreshMatches({ dataSource, facts: background.facts, clock, signal }),
    digestSearches: (signal) =>
      services.savedSearches.digest(dueNight(clock.now(), config.nightly), signal),
    removeOldEvents: async (signal) => {
      await services.portals.removeOldCounts();
      await services.fraud.removeOld();
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
}

/** The engine of the index beside the scan, over the facts of this process. */
function compareBoth(parts: Pick<Parts, 'background' | 'clock'> & { client: SearchClient }) {
  const { client, background, clock } = parts;
  const { facts: source, isIndexReady } = background;
  const engines = { source, isIndexReady, clock };
  const scan = createRanker({ ...engines, engine: 'scan', client: null });
  const index = createRanker({ ...engines, engine: 'meilisearch', client });
  return (options: { sample: number; seed: number }) =>
    compareEngines({ source, scan, index, ...options });
}
