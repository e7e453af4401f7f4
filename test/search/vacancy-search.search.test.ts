import fc from 'fast-check';
import type { Vacancy } from '../../src/entities';
import { educationLevels, employmentTypes, wageUnits } from '../../src/entities/vocabulary';
import { SearchClient } from '../../src/search/client';
import {
  type VacancyPageRequest,
  type VacancyQuery,
  vacancyFacets,
  vacancyOrders,
} from '../../src/search/vacancy-query';
import { type VacancySearch, vacancySearch } from '../../src/search/vacancy-search';
import { anEmployer, aVacancy, must } from '../builders';
import { startSearch, type TestSearch } from './world';

const NOW = new Date('2026-11-21T00:00:00Z');
const PALU = { latitude: -0.8917, longitude: 119.8707 };
const clock = { now: () => NOW };
const regions = ['72.71', '72.71.01', '72.71.01.1004', '72.10', '72.02', '31.71', '72', 'ID'];
const occupations = ['tukang-las', 'satpam-security', 'barista', null];
const competencies = ['patroli', 'cctv', 'barista', 'excel'];

const down = new SearchClient({ url: 'http://127.0.0.1:9', key: null });
let search: TestSearch;
let welder: Vacancy;
let closed: Vacancy;
let expired: Vacancy;

beforeAll(async () => {
  search = await startSearch();
  const random = fc.sample(vacancyValues, { numRuns: 80, seed: 20_261_121 });
  await search.change(async (manager) => {
    const employers = [
      await anEmployer(manager, { name: 'PT Baja Kaili (contoh)' }),
      await anEmployer(manager, { name: 'Kopi Teluk (contoh)', sector: 'BUMD' }),
    ];
    for (const { employer, ...values } of random) {
      await aVacancy(manager, { ...values, employerId: employers[employer]?.id });
    }
    const title = 'Tukang las listrik';
    welder = await aVacancy(manager, { title, occupationId: 'tukang-las' });
    closed = await aVacancy(manager, { title, occupationId: 'tukang-las', state: 'CLOSED' });
    expired = await aVacancy(manager, { title, validThrough: new Date('2026-11-20T00:00:00Z') });
    return [];
  });
  await search.startFeeder();
});

afterAll(async () => {
  down.close();
  await search.stop();
});

/** Half an hour apart, so that no order has ties. */
const momentAfter = (start: string) =>
  fc
    .uniqueArray(fc.nat(4_000), { minLength: 80, maxLength: 80 })
    .map((steps) => steps.map((step) => new Date(Date.parse(start) + step * 1_800_000)));
const [published] = fc.sample(momentAfter('2026-06-01T00:00:00Z'), { numRuns: 1, seed: 1 });
let made = 0;
const vacancyValues = fc
  .record({
    employer: fc.nat(1),
    title: fc.constantFrom('Staf gudang', 'Pramuniaga', 'Penjaga malam'),
    occupationId: fc.constantFrom(...occupations),
    regionCodes: fc.uniqueArray(fc.constantFrom(...regions), { minLength: 1, maxLength: 2 }),
    employmentType: fc.option(fc.constantFrom(...employmentTypes)),
    isRemote: fc.boolean(),
    wageMin: fc.option(fc.integer({ min: 1, max: 90 }).map((tens) => `${tens * 10_000}`)),
    wageUnit: fc.option(fc.constantFrom(...wageUnits)),
    requirements: fc
      .tuple(
        fc.subarray(competencies).map((ids) => ids.map((id) => must(id))),
        fc.option(fc.constantFrom(...educationLevels)),
        fc.option(fc.integer({ min: 1, max: 60 })),
      )
      .map(([held, education, minMonths]) => [
        ...held,
        ...(education ? [{ kind: 'EDUCATION', necessity: 'MUST', education } as const] : []),
        ...(minMonths ? [{ kind: 'EXPERIENCE', necessity: 'SHOULD', minMonths } as const] : []),
      ]),
  })
  .map((values) => {
    made += 1;
    return { ...values, publishedAt: published?.[made % 80] as Date };
  });

const engines: [string, () => VacancySearch][] = [
  ['Meilisearch', () => vacancySearch(search.client, search.dataSource, clock)],
  ['PostgreSQL', () => vacancySearch(down, search.dataSource, clock)],
];

describe.each(engines)('search by %s', (engine, build) => {
  const find = (query: VacancyQuery, page: Partial<VacancyPageRequest> = {}) =>
    build().search(query, { first: 10, ...page });

  it('says whether it is degraded', async () => {
    expect((await find({})).isDegraded).toBe(engine === 'PostgreSQL');
  });

  it.each(['tukang las', 'tukng las', 'TUKANG LAS LISTRIK', 'welder'])(
    'finds the welder by "%s" first',
    async (q) => {
      expect((await find({ q })).ids[0]).toBe(welder.id);
    },
  );

  it('finds neither a closed nor an expired vacancy', async () => {
    const { ids } = await find({ q: 'tukang las' }, { first: 100 });
    expect(ids).not.toContain(closed.id);
    expect(ids).not.toContain(expired.id);
  });

  it('finds by employer', async () => {
    const { totalCount } = await find({ q: 'kopi teluk' });
    expect(totalCount).toBeGreaterThan(20);
  });

  it('keeps what is near, nearest first', async () => {
    const near = await find({ near: PALU, withinKm: 20 }, { order: 'DISTANCE', first: 100 });
    const all = await find({ near: PALU }, { order: 'DISTANCE', first: 100 });
    expect(near.totalCount).toBeGreaterThan(10);
    expect(all.totalCount).toBe(81);
    expect(all.ids.slice(0, near.totalCount).sort()).toEqual([...near.ids].sort());
  });

  it('gives each vacancy once over pages of uneven size', async () => {
    const whole = await find({}, { first: 100, order: 'NEWEST' });
    const parts = [
      await find({}, { first: 7, order: 'NEWEST' }),
      await find({}, { first: 20, offset: 7, order: 'NEWEST' }),
      await find({}, { first: 100, offset: 27, order: 'NEWEST' }),
    ];
    expect(parts.flatMap(({ ids }) => ids)).toEqual(whole.ids);
  });

  it.each(['"', '\\', "' OR true --", '-', '(', '%', '\u0000 x', '\ud800', '🎉'])(
    'answers the words %j',
    async (q) => {
      expect((await find({ q })).totalCount).toBeGreaterThanOrEqual(0);
    },
  );

  it('refuses an empty list', async () => {
    await expect(find({ regionCodes: [] })).rejects.toThrow(RangeError);
  });

  it.each(['tukang las', 'kopi teluk', 'staf', 'gudang baja', 'barista palu'])(
    'counts "%s" exactly',
    async (q) => {
      const { ids, totalCount } = await find({ q }, { first: 100 });
      expect(totalCount).toBe(ids.length);
    },
  );
});

describe('both searches', () => {
  const some = <T>(values: readonly T[]) =>
    fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
  const queries = fc.record({
    regionCodes: some(regions),
    occupationIds: some(['tukang-las', 'barista']),
    competencyIds: some(competencies),
    employmentTypes: some(employmentTypes),
    wageMin: fc.option(fc.integer({ min: 1, max: 20_000_000 }), { nil: undefined }),
    wageStated: fc.option(fc.boolean(), { nil: undefined }),
    maxEducation: fc.option(fc.constantFrom(...educationLevels), { nil: undefined }),
    maxMonths: fc.option(fc.nat(60), { nil: undefined }),
    sectors: some(['PRIVATE', 'BUMD'] as const),
    isRemote: fc.option(fc.boolean(), { nil: undefined }),
    near: fc.option(fc.constant(PALU), { nil: undefined }),
    withinKm: fc.option(fc.constantFrom(5, 50, 500), { nil: undefined }),
    publishedAfter: fc.option(fc.constant(new Date('2026-07-15T00:00:00Z')), { nil: undefined }),
  });

  it('find, count and order the same for any conditions', async () => {
    const meilisearch = vacancySearch(search.client, search.dataSource, clock);
    const postgres = vacancySearch(null, search.dataSource, clock);
    await fc.assert(
      fc.asyncProperty(
        queries,
        fc.constantFrom(...vacancyOrders.filter((order) => order === 'NEWEST')),
        async (query, order) => {
          const page = { first: 20, offset: 3, order, facets: vacancyFacets };
          const [fast, slow] = await Promise.all([
            meilisearch.search(query, page),
            postgres.search(query, page),
          ]);
          expect({ ...fast, isDegraded: true }).toEqual(slow);
        },
      ),
      { numRuns: 150 },
    );
  });
});
