import { areaRange } from '../../src/matching/core/area';
import type { Ranker } from '../../src/matching/ranker';
import { ScanEngine } from '../../src/matching/scan-engine';
import { printMetrics, verifyRanking } from '../../src/matching/verify-ranking';
import { asks, buildCandidate, buildVacancy, hold, PALU, SKILL, smallRows } from './core/builders';
import { fillStore } from './engine-contract';

const candidates = [1, 2, 3].map((person) =>
  buildCandidate({ person, competencies: [hold(SKILL.espresso, person)] }),
);

async function fill() {
  const store = await fillStore({ rows: smallRows, centroids: [], vacancies: [], candidates });
  for (const vacancy of [1, 2, 3]) {
    const requirements = [asks(SKILL.espresso, { minLevel: vacancy })];
    const facts = buildVacancy({ vacancy, requirements, scope: [areaRange(PALU)] });
    const validThrough = new Date('2027-01-01T00:00:00Z');
    store.putVacancy({ id: `v${vacancy}`, facts, validThrough, isPublished: true });
  }
  return { store, scan: new ScanEngine({ current: async () => store }) };
}

const asIndex = (scan: Ranker): Ranker => ({
  rank: async (vacancy, options) => ({
    ...(await scan.rank(vacancy, options)),
    method: 'MEILISEARCH_EXACT',
  }),
});

describe('verifyRanking', () => {
  test('finds nothing where both engines agree, and counts what was handed over', async () => {
    const { store, scan } = await fill();
    const sample = { sample: 2, seed: 1 };
    expect(await verifyRanking(store, { scan, index: asIndex(scan), ...sample })).toEqual({
      ...{ seq: 0, people: 3, vacancies: 2 },
      ...{ handedOver: 0, differing: [] },
    });
    expect(await verifyRanking(store, { scan, index: scan, ...sample })).toMatchObject({
      handedOver: 2,
    });
  });

  test('names each vacancy for which an engine misses somebody', async () => {
    const { store, scan } = await fill();
    const pool = new Set([1, 2]);
    const index: Ranker = { rank: (facts, options) => scan.rank(facts, { ...options, pool }) };
    const found = await verifyRanking(store, { scan, index, sample: 200, seed: 1 });
    expect([...found.differing].sort()).toEqual(['v1', 'v2', 'v3']);
    expect(printMetrics(found)).toContain('\npadan_verify_ranking_differences 3\n');
  });
});
