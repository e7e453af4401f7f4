import type { Clock } from '../clock';
import type { RemovedEvents } from '../matches/remove-old-events';
import type { RankingVerification } from '../matching/verify-ranking';
import type { NightlySeals } from '../services/rankings/seal-every-ranking';
import type { NightlyDigests } from '../services/saved-searches/digest-searches';
import type { NightlyJob } from './run-nightly';

/** What the jobs call; each is awaited before the next begins. */
export interface NightlyWork {
  /** How many searches for work were paused. */
  pauseUnconfirmed(signal: AbortSignal): Promise<number>;
  /** How many records were erased that rest since a merge. */
  finishMerges(signal: AbortSignal): Promise<number>;
  sealEveryRanking(signal: AbortSignal): Promise<NightlySeals>;
  /** How many standing lists were read anew. */
  refreshMatches(signal: AbortSignal): Promise<number>;
  /** For the night that has begun. */
  digestSearches(signal: AbortSignal): Promise<NightlyDigests>;
  removeOldEvents(signal: AbortSignal): Promise<RemovedEvents>;
  /** Null where there is no second engine to compare with. */
  compareEngines:
    | ((options: { sample: number; seed: number }) => Promise<RankingVerification>)
    | null;
  clock: Clock;
}

/** Vacancies that both engines rank. Source: the issue of the second stage. */
const SAMPLE = 200;
const DAY_MS = 86_400_000;

/** What is done each night, one after the other. */
export const nightlyJobs = (work: NightlyWork): NightlyJob[] => [
  pauseJob(work),
  mergesJob(work),
  sealsJob(work),
  matchesJob(work),
  digestsJob(work),
  removalJob(work),
  ...(work.compareEngines === null ? [] : [verificationJob(work.compareEngines, work.clock)]),
];

const pauseJob = ({ pauseUnconfirmed }: NightlyWork): NightlyJob => ({
  name: 'pause_unconfirmed',
  figures: { people: 'People whose search was paused, since they had not confirmed it.' },
  run: async (signal) => ({ people: await pauseUnconfirmed(signal) }),
});

const mergesJob = ({ finishMerges }: NightlyWork): NightlyJob => ({
  name: 'finish_merges',
  figures: { people: 'Records erased that stood for one person twice, since the merge is final.' },
  run: async (signal) => ({ people: await finishMerges(signal) }),
});

const sealsJob = ({ sealEveryRanking }: NightlyWork): NightlyJob => ({
  name: 'seal_rankings',
  figures: {
    vacancies: 'Vacancies that were open.',
    sealed: 'Of these, sealed in the night; nothing had changed for the others.',
  },
  run: async (signal) => ({ ...(await sealEveryRanking(signal)) }),
});

const matchesJob = ({ refreshMatches }: NightlyWork): NightlyJob => ({
  name: 'refresh_matches',
  figures: { lists: 'Standing lists read anew, for what time has moved.' },
  run: async (signal) => ({ lists: await refreshMatches(signal) }),
});

const digestsJob = ({ digestSearches }: NightlyWork): NightlyJob => ({
  name: 'digest_searches',
  figures: {
    searches: 'Saved searches that ask for a daily digest.',
    digests: 'Of these, those for which something had happened.',
  },
  run: async (signal) => ({ ...(await digestSearches(signal)) }),
});

const removalJob = ({ removeOldEvents }: NightlyWork): NightlyJob => ({
  name: 'remove_old_events',
  figures: {
    changes: 'Changes removed since they were old and every consumer had seen them.',
    vacancy_changes:
      'Changes of vacancies removed after the longer time for which copies are served.',
    match_events: 'Match events removed since they were old.',
  },
  run: async (signal) => {
    const { changes, vacancyChanges, matchEvents } = await removeOldEvents(signal);
    return { changes, vacancy_changes: vacancyChanges, match_events: matchEvents };
  },
});

const verificationJob = (
  compareEngines: NonNullable<NightlyWork['compareEngines']>,
  clock: Clock,
): NightlyJob => ({
  name: 'verify_ranking',
  figures: {
    differences: 'Vacancies whose rankings differ between the engines.',
    vacancies: 'Vacancies ranked with both engines.',
    handed_over: 'Of these, ranked by the scan twice.',
    seq: 'Place in the order of changes at which both engines stood.',
  },
  run: async () => {
    // Another day, other vacancies: in time all are compared.
    const seed = Math.floor(clock.now().getTime() / DAY_MS);
    const found = await compareEngines({ sample: SAMPLE, seed });
    return {
      differences: found.differing.length,
      vacancies: found.vacancies,
      handed_over: found.handedOver,
      seq: found.seq,
    };
  },
});
