import { compareEngines } from '../../src/matching/compare-engines';
import { areaRange } from '../../src/matching/core/area';
import type { FactsStore } from '../../src/matching/facts-store';
import type { Ranker } from '../../src/matching/ranker';
import { ScanEngine } from '../../src/matching/scan-engine';
import { nightlyJobs } from '../../src/nightly/nightly-jobs';
import { asks, buildCandidate, buildVacancy, hold, PALU, SKILL, smallRows } from './core/builders';
import { fillStore } from './engine-contract';

const barista = buildCandidate({ person: 1, competencies: [hold(SKILL.espresso)] });

/** One vacancy, one person, the scan, and an engine that finds nobody. */
async function fill() {
  const world = { rows: smallRows, centroids: [], vacancies: [], candidates: [barista] };
  const store = await fillStore(world);
  const facts = buildVacancy({ requirements: [asks(SKILL.espresso)], scope: [areaRange(PALU)] });
  const validThrough = new Date('2027-01-01T00:00:00Z');
  store.putVacancy({ id: 'v1', facts, validThrough, isPublished: true });
  const scan = new ScanEngine({ current: async () => store });
  const blind: Ranker = {
    rank: (asked, options) => scan.rank(asked, { ...options, pool: new Set() }),
  };
  return { store, scan, blind };
}

const options = { sample: 10, seed: 1, pauseMs: 0 };

/** Something changes whenever it is asked. */
const restless = (store: FactsStore) => {
  let seq = 0;
  const current = async () => {
    seq += 1;
    return Object.create(store, { seq: { value: seq } }) as FactsStore;
  };
  return { current };
};

describe('compareEngines', () => {
  test('counts a difference when nothing changed in between', async () => {
    const { store, scan, blind } = await fill();
    const source = { current: async () => store };
    const found = await compareEngines({ source, scan, index: blind, ...options });
    expect(found.differing).toEqual(['v1']);
  });

  test('compares again when something changed, and believes an agreement', async () => {
    const { store, scan, blind } = await fill();
    let left = 2;
    const index: Ranker = {
      rank: (asked, wanted) => {
        left -= 1;
        return (left >= 0 ? blind : scan).rank(asked, wanted);
      },
    };
    const found = await compareEngines({ source: restless(store), scan, index, ...options });
    expect(found.differing).toEqual([]);
    expect(left).toBe(-1);
  });

  test('knows nothing when something changed each time', async () => {
    const { store, scan, blind } = await fill();
    const comparison = { source: restless(store), scan, index: blind, ...options };
    await expect(compareEngines(comparison)).rejects.toThrow('Changes came in between');
  });
});

describe('nightlyJobs', () => {
  const clock = { now: () => new Date('2026-11-21T18:00:00Z') };
  const pauseUnconfirmed = async () => 1;
  const finishMerges = async () => 1;
  const sealEveryRanking = async () => ({ vacancies: 3, sealed: 2 });
  const refreshMatches = async () => 4;
  const digestSearches = async () => ({ searches: 2, digests: 1 });
  const removeOldEvents = async () => ({ changes: 5, vacancyChanges: 3, matchEvents: 4 });
  const { signal } = new AbortController();

  test('return exactly the figures that they declare', async () => {
    const { store, scan } = await fill();
    const source = { current: async () => store };
    const jobs = nightlyJobs({
      pauseUnconfirmed,
      finishMerges,
      sealEveryRanking,
      refreshMatches,
      digestSearches,
      removeOldEvents,
      compareEngines: (asked) => compareEngines({ source, scan, index: scan, ...asked }),
      clock,
    });
    expect(jobs.map(({ name }) => name)).toEqual([
      'pause_unconfirmed',
      'finish_merges',
      'seal_rankings',
      'refresh_matches',
      'digest_searches',
      'remove_old_events',
      'verify_ranking',
    ]);
    for (const { run, figures } of jobs) {
      expect(Object.keys(await run(signal)).sort()).toEqual(Object.keys(figures).sort());
    }
  });

  test('compare nothing without a second engine', () => {
    const work = {
      pauseUnconfirmed,
      finishMerges,
      sealEveryRanking,
      refreshMatches,
      digestSearches,
      removeOldEvents,
    };
    const jobs = nightlyJobs({ ...work, compareEngines: null, clock });
    expect(jobs.map(({ name }) => name)).toEqual([
      'pause_unconfirmed',
      'finish_merges',
      'seal_rankings',
      'refresh_matches',
      'digest_searches',
      'remove_old_events',
    ]);
  });
});
