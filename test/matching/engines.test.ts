import { compileVacancy } from '../../src/matching/core/compile';
import { engineInUse } from '../../src/matching/create-ranker';
import { MeilisearchEngine, MOST_IDS, selectPeople } from '../../src/matching/meilisearch-engine';
import { ScanEngine } from '../../src/matching/scan-engine';
import type { CandidateQuery } from '../../src/search/candidate-search';
import { SearchClient } from '../../src/search/client';
import {
  asks,
  buildCandidate,
  buildVacancy,
  hold,
  SKILL,
  smallRows,
  smallTaxonomy,
  sulawesi,
} from './core/builders';
import { describeEngine, fillStore } from './engine-contract';
import { searchIn } from './index-double';

const clock = { now: () => new Date('2026-11-21T00:00:00Z') };
const dispose = async () => undefined;

describeEngine(
  'ScanEngine',
  async (_, store) => ({ ranker: new ScanEngine({ current: async () => store }), dispose }),
  150,
);

describeEngine(
  'MeilisearchEngine over an index in memory',
  async (world, store) => {
    const source = { current: async () => store };
    const ranker = new MeilisearchEngine({
      source,
      scan: new ScanEngine(source),
      findNumbers: searchIn(world.candidates),
      isIndexReady: () => true,
      isOutage: () => false,
      clock,
    });
    return { ranker, dispose };
  },
  150,
);

describe('MeilisearchEngine', () => {
  const barista = buildCandidate({ person: 7, competencies: [hold(SKILL.espresso)] });
  const world = { rows: smallRows, centroids: [], vacancies: [], candidates: [barista] };
  const vacancy = buildVacancy({ requirements: [asks(SKILL.espresso)] });

  function start(findNumbers: MeilisearchEngine['options']['findNumbers'], isReady = true) {
    const store = fillStore(world);
    const source = { current: () => store };
    const scan = new ScanEngine(source);
    const isOutage = (error: unknown) => error instanceof RangeError;
    const isIndexReady = () => isReady;
    return new MeilisearchEngine({ source, scan, findNumbers, isIndexReady, isOutage, clock });
  }

  const methodOf = async (engine: MeilisearchEngine, asked = vacancy) => {
    const ranking = await engine.rank(asked, { first: 10 });
    expect(ranking.rows.map(({ person }) => person)).toEqual([7]);
    return ranking.method;
  };

  test('scores exactly whom the index finds', async () => {
    expect(await methodOf(start(async () => ({ numbers: [7], total: 1 })))).toBe(
      'MEILISEARCH_EXACT',
    );
  });

  test('ignores people whom the store does not hold (any more)', async () => {
    expect(await methodOf(start(async () => ({ numbers: [7, 8], total: 2 })))).toBe(
      'MEILISEARCH_EXACT',
    );
  });

  test.each<[string, MeilisearchEngine]>([
    ['too many are found', start(async () => ({ numbers: [7], total: MOST_IDS + 1 }))],
    ['the index is not ready', start(async () => ({ numbers: [], total: 0 }), false)],
    ['the search server is down', start(() => Promise.reject(new RangeError('down')))],
  ])('hands over to the scan when %s', async (_, engine) => {
    expect(await methodOf(engine)).toBe('SCAN');
  });

  test('hands over to the scan when the vacancy asks for nothing that selects', async () => {
    const engine = start(async () => ({ numbers: [], total: 0 }));
    expect(await methodOf(engine, buildVacancy())).toBe('SCAN');
  });

  test('passes on errors that are our own', async () => {
    const engine = start(() => Promise.reject(new TypeError('our bug')));
    await expect(engine.rank(vacancy, { first: 1 })).rejects.toThrow('our bug');
  });
});

describe('selectPeople', () => {
  const select = (...requirements: ReturnType<typeof asks>[]): CandidateQuery | null =>
    selectPeople(compileVacancy(buildVacancy({ requirements }), smallTaxonomy, sulawesi));

  test('asks for whatever earns credit on anything but attitudes', () => {
    expect(select(asks(SKILL.espresso, { minLevel: 3 }), asks(SKILL.sopan))).toEqual({
      competencies: [SKILL.espresso, SKILL.latteArt, SKILL.teh].map((number) => ({
        number,
        minLevel: 1,
      })),
      occupations: [],
      kbjiGroups: [],
      scopeCodes: ['72.71'],
    });
  });

  test('asks for the narrowest must at its level', () => {
    const must = { necessity: 'MUST', minLevel: 2 } as const;
    expect(select(asks(SKILL.espresso, must), asks(SKILL.kasir, must))?.competencies).toEqual([
      { number: SKILL.kasir, minLevel: 2 },
    ]);
  });

  test('cannot select by attitudes', () => {
    expect(select(asks(SKILL.sopan))).toBeNull();
  });
});

describe('engineInUse', () => {
  const sourceWith = (count: number) => {
    const candidates = Array.from({ length: count }, (_, at) => buildCandidate({ person: at + 1 }));
    const store = fillStore({ rows: smallRows, centroids: [], vacancies: [], candidates });
    return { current: () => store };
  };
  const client = new SearchClient({ url: 'http://127.0.0.1:1', key: '' });
  const parts = { engine: 'auto', client, isIndexReady: () => true } as const;
  afterAll(() => client.close());

  test('is the scan where the settings, the index or the number of people want it', async () => {
    const source = sourceWith(0);
    expect(await engineInUse({ ...parts, source })).toBe('MEILISEARCH_EXACT');
    expect(await engineInUse({ ...parts, source, engine: 'scan' })).toBe('SCAN');
    expect(await engineInUse({ ...parts, source, client: null })).toBe('SCAN');
    expect(await engineInUse({ ...parts, source, isIndexReady: () => false })).toBe('SCAN');
    expect(await engineInUse({ ...parts, source: sourceWith(50_001) })).toBe('SCAN');
  });
});
