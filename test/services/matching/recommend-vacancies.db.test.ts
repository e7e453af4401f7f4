import { readReference, WorldDraws } from '../../../bench/worlds/reference';
import { drawVacancy } from '../../../bench/worlds/vacancies';
import { insertVacancies, writePeople } from '../../../bench/worlds/write';
import { withClient } from '../../../src/database/bootstrap';
import { Candidate } from '../../../src/entities';
import type { Match } from '../../../src/matching/core/explain';
import { type ToldMatch, withhold } from '../../../src/matching/core/withhold';
import { anAccount, anEmployerWithOwner } from '../../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../../resolvers/graph-world';

/** Stands in every title; put it here to replay. */
const seed = Date.now() % 1_000_000;
const PEOPLE = 60;
const VACANCIES = 90;
const FIRST = 100;

let world: GraphWorld;
let ownerId: string;
let vacancyIds: string[];
/** Of everybody, whoever may be matched or not. */
let accountOf: Map<string, string>;

beforeAll(async () => {
  world = await startGraphWorld();
  const draws = new WorldDraws(seed, await withClient(world.ownerUrl, readReference));
  await writePeople(world.dataSource, draws, PEOPLE, NOW);
  await world.seed(async (manager) => {
    const { employer, account } = await anEmployerWithOwner(manager);
    ownerId = account.id;
    const rows = Array.from({ length: VACANCIES }, () => drawVacancy(draws, employer.id, NOW));
    await insertVacancies(manager, rows);
    vacancyIds = rows.map(({ vacancy }) => vacancy.id);
    accountOf = new Map();
    for (const { id } of await manager.find(Candidate)) {
      const own = await anAccount(manager);
      await manager.update(Candidate, id, { accountId: own.id });
      accountOf.set(id, own.id);
    }
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

/** Every eligible pair as the employer is told it. */
async function fromEmployers(): Promise<Map<string, ToldMatch | null>> {
  const viewer = { accountId: ownerId };
  const pages = await world.services.matching.rankCandidates(viewer, vacancyIds, {
    first: FIRST,
    after: null,
  });
  return new Map(
    [...pages].flatMap(([vacancyId, { rows }]) =>
      rows.map(
        ({ item: { match, showing } }) =>
          [`${showing?.candidateId} ${vacancyId}`, match?.() ?? null] as const,
      ),
    ),
  );
}

/** Every eligible pair as the person sees it, in pages. */
async function fromPeople(): Promise<Map<string, Match | null>> {
  const pairs = new Map<string, Match | null>();
  for (const [candidateId, accountId] of accountOf) {
    for (let after: number | null = null; ; ) {
      const request = { first: 7, after };
      const page = await recommend(accountId, request);
      if (page === null) break;
      for (const { item, place } of page.rows) {
        pairs.set(`${candidateId} ${item.vacancy.id}`, item.match);
        after = Number(place);
      }
      if (!page.hasNext) break;
    }
  }
  return pairs;
}

const recommend = (accountId: string, request: { first: number; after: number | null }) =>
  world.services.matching.recommendVacancies({ accountId }, request).catch((error) => {
    if (error.code === 'NOT_MATCHED') return null;
    throw error;
  });

describe(`a pair of a random world (seed ${seed})`, () => {
  test('has one score, verdict and sum of contributions from both sides (I8)', async () => {
    const [employers, people] = [await fromEmployers(), await fromPeople()];
    expect(people.size).toBeGreaterThan(30);
    expect([...people.keys()].sort()).toEqual([...employers.keys()].sort());
    for (const [pair, match] of people) {
      const told = employers.get(pair);
      expect(match && withhold(match, told?.withheld ?? [])).toEqual(told);
      const sum = match?.factors.reduce((all, { contributionBp }) => all + contributionBp, 0);
      expect(sum).toBe(match?.scoreBp);
    }
  });

  test('has its rank by that score, with exact totals, in each person’s order', async () => {
    for (const accountId of accountOf.values()) {
      const page = await recommend(accountId, { first: FIRST, after: null });
      if (page === null) continue;
      const scores = page.rows.map(({ item }) => item.match.scoreBp);
      expect(page).toMatchObject({ considered: VACANCIES, total: scores.length, hasNext: false });
      expect(page.strong + page.possible + page.stretch).toBe(scores.length);
      for (const { item } of page.rows) {
        const { scoreBp } = item.match;
        expect(item.rank).toBe(1 + scores.filter((other) => other > scoreBp).length);
        expect(item.tiedWith).toBe(scores.filter((other) => other === scoreBp).length - 1);
      }
    }
  });

  test('exists for nobody whom employers do not rank, and says why', async () => {
    const people = await world.seed((manager) => manager.find(Candidate));
    const outside = people.filter((one) => one.status !== 'ACTIVE' || !one.matchingConsentAt);
    expect(outside.length).toBeGreaterThan(0);
    for (const { id } of people) {
      const isMatched = !outside.some((one) => one.id === id);
      const page = await recommend(accountOf.get(id) ?? '', { first: 1, after: null });
      expect(page !== null).toBe(isMatched);
    }
  });
});
