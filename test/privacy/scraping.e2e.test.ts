import type { EntityManager } from 'typeorm';
import type { Account, Vacancy } from '../../src/entities';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { NEW_PEOPLE_A_DAY } from '../../src/services/matching/show-people';
import {
  aCandidate,
  aMembership,
  anAccount,
  anEmployerWithOwner,
  anEvent,
  aStanding,
  aVacancy,
  holds,
  must,
} from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from '../resolvers/graph-world';

const GROUPS = 6;
const PEOPLE_A_GROUP = 75;
const HOUR_MS = 3_600_000;

let world: GraphWorld;
let nowMs = NOW.getTime();
let members: Account[];
let rival: Account;
let vacancies: Vacancy[];
let foreign: Vacancy;

/** Every pseudonym of somebody whom the scraper was shown, whatever it asked. */
const seen = new Set<string>();

beforeAll(async () => {
  world = await startGraphWorld({ clock: { now: () => new Date(nowMs) } });
  await world.seed(seed);
  await world.refresh();
}, 120_000);

afterAll(() => world.stop());

/** One verified employer with an open vacancy for each of several groups of people, and another one. */
async function seed(manager: EntityManager): Promise<void> {
  const { employer, account: owner } = await anEmployerWithOwner(manager);
  const staff = await anAccount(manager);
  await aMembership(manager, { accountId: staff.id, employerId: employer.id, role: 'STAFF' });
  members = [owner, staff];
  vacancies = [];
  const competencies = await manager.query<{ id: string }[]>(
    `SELECT id FROM competencies WHERE status = 'ACTIVE' AND kind = 'SKILL' ORDER BY id LIMIT $1`,
    [GROUPS],
  );
  for (const { id } of competencies) {
    const vacancy = await aVacancy(manager, { employerId: employer.id, requirements: [must(id)] });
    vacancies.push(vacancy);
    for (let at = 0; at < PEOPLE_A_GROUP; at += 1) {
      const person = await aCandidate(manager, { competencies: [holds(id)] });
      const pair = { vacancyId: vacancy.id, candidateId: person.id };
      await aStanding(manager, pair);
      await appendMatchEvents(manager, [anEvent({ employerId: employer.id, ...pair })]);
    }
  }
  const other = await anEmployerWithOwner(manager);
  rival = other.account;
  foreign = await aVacancy(manager, {
    employerId: other.employer.id,
    requirements: [must(competencies[0].id)],
  });
}

const CARD = 'node { handle education experience } match { verdict factors { contributionBp } }';
const RANKED = `rankedCandidates(first: 100) { edges { rank withheld ${CARD} } }`;
const idOf = ({ id }: Vacancy) => encodeNodeId('Vacancy', id);

/** Asks and notes whom the answer shows; what is refused shows nobody. */
async function scrape(
  query: string,
  variables: Record<string, unknown> = {},
  who: Account = members[0],
): Promise<string> {
  const { data, errors } = await world.ask(query, { accountId: who.id, variables });
  // A refusal of the service shows nobody; a query that cannot run would prove nothing.
  for (const { originalError, message } of errors ?? [])
    if (!originalError) throw new Error(message);
  const text = JSON.stringify(data ?? null);
  for (const [, handle] of text.matchAll(/"handle":"(\w+)"/g)) seen.add(handle);
  // Whoever has no pseudonym has no card and no explanation either.
  expect(text).not.toMatch(/"node":null,"match":\{/);
  return text;
}

const rankOne = (vacancy: Vacancy, who?: Account) =>
  scrape(`query ($id: ID!) { vacancy(id: $id) { ${RANKED} } }`, { id: idOf(vacancy) }, who);

/** Everything by which an employer is shown people, one trick after another. */
const tricks: Readonly<Record<string, () => Promise<unknown>>> = {
  'two members at once, all vacancies': () =>
    Promise.all(members.flatMap((who) => vacancies.map((vacancy) => rankOne(vacancy, who)))),
  'many vacancies under aliases of one request': () =>
    scrape(
      `{ ${vacancies.map((vacancy, at) => `v${at}: vacancy(id: "${idOf(vacancy)}") { ${RANKED} }`).join(' ')} }`,
    ),
  'small pages, one behind the other': async () => {
    for (const vacancy of vacancies) {
      let after: string | null = null;
      for (let page = 0; page < 4; page += 1) {
        const text = await scrape(
          `query ($id: ID!, $after: String) { vacancy(id: $id) { rankedCandidates(first: 20, after: $after) {
             pageInfo { endCursor } edges { ${CARD} } } } }`,
          { id: idOf(vacancy), after },
        );
        after = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? null;
      }
    }
  },
  'orders without a requirement': async () => {
    for (const vacancy of vacancies) {
      const text = await scrape('query ($id: ID!) { vacancy(id: $id) { requirements { id } } }', {
        id: idOf(vacancy),
      });
      const without = [...text.matchAll(/"id":"([^"]+)"/g)].map(([, id]) => id);
      await scrape(
        `query ($id: ID!, $without: [ID!]) { vacancy(id: $id) { rankedCandidates(first: 100, without: $without) {
           edges { ${CARD} } } } }`,
        { id: idOf(vacancy), without },
      );
    }
  },
  'orders that were frozen': async () => {
    for (const vacancy of vacancies) {
      const text = await scrape(
        'query ($id: ID!) { vacancy(id: $id) { rankedCandidates(first: 1) { snapshot { id } } } }',
        { id: idOf(vacancy) },
      );
      await scrape(
        `query ($id: ID!, $snapshot: ID) { vacancy(id: $id) { rankedCandidates(first: 100, snapshot: $snapshot) {
           edges { ${CARD} } } } }`,
        { id: idOf(vacancy), snapshot: /"snapshot":\{"id":"([^"]+)"/.exec(text)?.[1] },
      );
    }
  },
  'match events from the beginning, as after a webhook': async () => {
    let after: string | null = null;
    for (let page = 0; page < 6; page += 1) {
      const text = await scrape(
        `query ($after: String) { matchEvents(first: 100, after: $after, minVerdict: STRETCH) {
           pageInfo { endCursor } edges { node { handle card { handle education } match { verdict } } } } }`,
        { after },
        members[page % 2],
      );
      after = /"endCursor":"([^"]+)"/.exec(text)?.[1] ?? after;
    }
  },
  'comparing whom one knows, and whom one guesses': async () => {
    const handles = [...[...seen].slice(0, 8), '0123456789abcdef0123', 'ffffffffffffffffffff'];
    await scrape(
      `query ($id: ID!, $handles: [ID!]!) { compareCandidates(vacancyId: $id, handles: $handles) {
         card { handle } match { verdict } } }`,
      { id: idOf(vacancies[0]), handles },
    );
  },
  "another employer's vacancy": () => rankOne(foreign),
  'a simulated vacancy': () =>
    scrape(`query ($id: ID!) { simulateVacancy(vacancyId: $id, changes: []) { __typename } }`, {
      id: idOf(vacancies[0]),
    }),
};

describe('a verified employer who collects people', () => {
  it.each(Object.keys(tricks))(
    'is shown no more than a day allows: %s',
    async (name) => {
      await tricks[name]();
      expect(seen.size).toBeLessThanOrEqual(NEW_PEOPLE_A_DAY);
    },
    60_000,
  );

  it('is shown exactly as many, and still those a day long', async () => {
    expect(seen.size).toBe(NEW_PEOPLE_A_DAY);
    nowMs += 23 * HOUR_MS;
    for (const trick of Object.values(tricks)) await trick();
    expect(seen.size).toBe(NEW_PEOPLE_A_DAY);
  }, 120_000);

  it('takes nothing from what another employer may see', async () => {
    const before = seen.size;
    const text = await scrape(
      `query ($id: ID!) { vacancy(id: $id) { ${RANKED} } }`,
      { id: idOf(foreign) },
      rival,
    );
    const handles = new Set([...text.matchAll(/"handle":"(\w+)"/g)].map(([, handle]) => handle));
    expect(handles.size).toBe(PEOPLE_A_GROUP);
    // Not one pseudonym is the same for both.
    expect(seen.size).toBe(before + PEOPLE_A_GROUP);
    for (const handle of handles) seen.delete(handle);
  });

  it('gets to know new ones on the next day, again as many at most', async () => {
    nowMs += 2 * HOUR_MS;
    for (const trick of Object.values(tricks)) await trick();
    expect(seen.size).toBe(2 * NEW_PEOPLE_A_DAY);
  }, 120_000);
});
