import type { Account } from '../../src/entities';
import { AppError } from '../../src/errors';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anAccount, aVacancy, holds, must, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let person: Account;
let others: Record<'nobody' | 'dormant' | 'unwilling', Account>;

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const account = async (values: object | null): Promise<Account> => {
      const own = await anAccount(manager);
      if (values !== null) await aCandidate(manager, { accountId: own.id, ...values });
      return own;
    };
    person = await account({ competencies: [holds('patroli', 3)] });
    others = {
      nobody: await account(null),
      dormant: await account({ status: 'DORMANT' }),
      unwilling: await account({ matchingConsentAt: null }),
    };
    const open: [string, object][] = [
      ['Patroli', { requirements: [must('patroli')] }],
      ['Patroli dan P3K', { requirements: [must('patroli'), should('p3k', 4)] }],
      ['Patroli dan CCTV', { requirements: [must('patroli'), must('cctv', 4)] }],
      ['CCTV', { requirements: [must('cctv', 2)] }],
      ['Las', { occupationId: 'tukang-las', requirements: [must('las-smaw')] }],
      ['Las dan CCTV', { requirements: [must('las-smaw'), must('cctv')] }],
      ['Jauh', { regionCodes: ['31'], requirements: [must('cctv')] }],
      [
        'Sarjana',
        {
          requirements: [must('cctv'), { kind: 'EDUCATION', education: 'S1', necessity: 'MUST' }],
        },
      ],
    ];
    for (const [title, values] of open) await aVacancy(manager, { title, ...values });
    const wanted = { requirements: [must('patroli')] };
    await aVacancy(manager, { title: 'Konsep', state: 'DRAFT', publishedAt: null, ...wanted });
    await aVacancy(manager, { title: 'Tutup', state: 'CLOSED', ...wanted });
    const past = new Date('2026-11-20T00:00:00Z');
    await aVacancy(manager, { title: 'Lewat', validThrough: past, ...wanted });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const as = ({ id }: Account, variables: Record<string, unknown> = {}) => ({
  audience: 'candidate' as const,
  accountId: id,
  variables,
});

async function refusalOf(query: string, asking: object): Promise<AppError> {
  const { errors } = await world.ask(query, asking);
  const thrown = errors?.[0]?.originalError;
  const error = thrown instanceof AggregateError ? thrown.errors[0] : thrown;
  if (error instanceof AppError) return error;
  throw error ?? errors?.[0] ?? new Error('Nothing was refused');
}

describe('recommendedVacancies', () => {
  const QUERY = `query ($first: Int, $after: String) { recommendedVacancies(first: $first, after: $after) {
    totalCount countIsExact totalConsidered totalEligible totalStrong totalPossible totalStretch taxonomyVersion
    pageInfo { hasNextPage hasPreviousPage endCursor }
    edges { cursor rank tiedWith node { title myMatch { scoreBp } }
      match { scoreBp verdict factors { contributionBp } gaps { missing { label } } receipt { rank } } } } }`;
  interface Data {
    recommendedVacancies: {
      totalCount: number;
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      edges: {
        rank: number;
        node: { title: string; myMatch: { scoreBp: number } };
        match: { scoreBp: number; factors: { contributionBp: number }[]; receipt: null };
      }[];
    };
  }

  it('lists open vacancies that the person is eligible for, with exact totals', async () => {
    const { recommendedVacancies: found } = await world.data<Data>(QUERY, as(person));
    expect(found).toMatchObject({
      totalCount: 2,
      countIsExact: true,
      totalConsidered: 8,
      totalEligible: 2,
    });
    expect(found.edges.map(({ node }) => node.title).sort()).toEqual([
      'Patroli',
      'Patroli dan P3K',
    ]);
    for (const { node, match } of found.edges) {
      expect(node.myMatch.scoreBp).toBe(match.scoreBp);
      expect(match.factors.reduce((sum, one) => sum + one.contributionBp, 0)).toBe(match.scoreBp);
    }
    expect(found.edges[0].match.scoreBp).toBeGreaterThanOrEqual(found.edges[1].match.scoreBp);
  });

  it('goes on after a cursor of the same person only', async () => {
    const all = await world.data<Data>(QUERY, as(person));
    const first = await world.data<Data>(QUERY, as(person, { first: 1 }));
    const { endCursor, hasNextPage } = first.recommendedVacancies.pageInfo;
    expect(hasNextPage).toBe(true);
    const rest = await world.data<Data>(QUERY, as(person, { first: 1, after: endCursor }));
    expect(rest.recommendedVacancies.pageInfo).toMatchObject({
      hasNextPage: false,
      hasPreviousPage: true,
    });
    expect([...first.recommendedVacancies.edges, ...rest.recommendedVacancies.edges]).toEqual(
      all.recommendedVacancies.edges,
    );
    const foreign = await refusalOf(QUERY, as(others.nobody, { after: endCursor }));
    expect(foreign.code).toBe('BAD_CURSOR');
    expect((await refusalOf(QUERY, as(person, { first: 101 }))).field).toEqual(['first']);
  });

  it.each([
    ['nobody', 'this account belongs to nobody who looks for work'],
    ['dormant', 'your job search is not active'],
    ['unwilling', 'you have not agreed to be matched'],
  ] as const)('says why there are none: %s', async (who, reason) => {
    const refusal = await refusalOf(QUERY, as(others[who]));
    expect(refusal.code).toBe('NOT_MATCHED');
    expect(refusal.message).toContain(reason);
  });

  it('is for whoever is signed in', async () => {
    const refusal = await refusalOf(QUERY, { audience: 'candidate' });
    expect(refusal.code).toBe('UNAUTHENTICATED');
  });

  it('makes as many statements for two vacancies as for one', async () => {
    const query = QUERY.replace('receipt { rank }', '');
    const one = await world.statementsOf(query, as(person, { first: 1 }));
    expect(await world.statementsOf(query, as(person, { first: 2 }))).toHaveLength(one.length);
  });
});

const SIMULATION = `
    considered before { eligible strong possible stretch } after { eligible }
    newVacancies upgradedVacancies
    bestNew { vacancy { title } verdictBefore scoreBeforeBp match { scoreBp verdict } }
    bestUpgraded { vacancy { title } verdictBefore match { verdict } }
    nextCompetencies { competency { id } level opens vacancies { title } }`;
const claim = (competency: string, level = 'INDEPENDENT') => ({
  competencyId: encodeNodeId('Competency', competency),
  level,
});

describe('simulateProfile', () => {
  const QUERY = `query ($add: [CompetencyClaimInput!]!) { simulateProfile(addCompetencies: $add) { ${SIMULATION} } }`;
  interface Data {
    simulateProfile: {
      bestNew: { vacancy: { title: string }; scoreBeforeBp: number; match: { scoreBp: number } }[];
      nextCompetencies: {
        competency: { id: string };
        level: string;
        opens: number;
        vacancies: { title: string }[];
      }[];
    };
  }
  const simulate = async (...add: object[]) =>
    (await world.data<Data>(QUERY, as(person, { add }))).simulateProfile;
  const titles = (rows: readonly { vacancy: { title: string } }[]) =>
    rows.map(({ vacancy }) => vacancy.title).sort();

  it('counts what a competency opens, and names it', async () => {
    const found = await simulate(claim('cctv', 'BASIC'));
    expect(found).toMatchObject({
      considered: 8,
      before: { eligible: 2 },
      after: { eligible: 3 },
      newVacancies: 1,
    });
    expect(titles(found.bestNew)).toEqual(['CCTV']);
    expect(found.bestNew[0]).toMatchObject({ verdictBefore: 'NOT_ELIGIBLE' });
    expect(found.bestNew[0].match.scoreBp).toBeGreaterThan(found.bestNew[0].scoreBeforeBp);
    const better = await simulate(claim('cctv', 'EXPERT'));
    expect(titles(better.bestNew)).toEqual(['CCTV', 'Patroli dan CCTV']);
  });

  it('suggests what opens most, at the level that suffices, where nothing is added', async () => {
    const { nextCompetencies: next, ...rest } = await simulate();
    expect(rest).toMatchObject({ newVacancies: 0, upgradedVacancies: 0, bestNew: [] });
    const of = (competency: string) =>
      next.filter(({ competency: { id } }) => id === encodeNodeId('Competency', competency));
    expect(of('cctv').map(({ level, opens }) => [level, opens])).toEqual([
      ['ADVANCED', 2],
      ['BASIC', 1],
    ]);
    expect(of('cctv')[1].vacancies).toEqual([{ title: 'CCTV' }]);
    expect(of('las-smaw')).toMatchObject([{ opens: 1, vacancies: [{ title: 'Las' }] }]);
    expect(next[0].opens).toBe(Math.max(...next.map(({ opens }) => opens)));
  });

  it('keeps each promise: adding what is suggested opens so many', async () => {
    const { nextCompetencies } = await simulate();
    for (const { competency, level, opens, vacancies } of nextCompetencies) {
      const found = await simulate({ competencyId: competency.id, level });
      expect(found).toMatchObject({ newVacancies: opens });
      expect(found.bestNew.slice(0, 3).map(({ vacancy }) => vacancy)).toEqual(vacancies);
    }
  });

  it('suggests beyond what is added: two that open a vacancy together', async () => {
    const found = await simulate(claim('las-smaw'));
    const cctv = found.nextCompetencies.filter(
      ({ competency }) => competency.id === encodeNodeId('Competency', 'cctv'),
    );
    expect(cctv.map(({ opens }) => opens)).toEqual([3, 2]);
  });

  it('stores nothing', async () => {
    const before = await simulate();
    await simulate(claim('cctv'), claim('las-smaw'));
    expect(await simulate()).toEqual(before);
  });

  it('names the field that is wrong', async () => {
    const ask = (add: object[], who = person) => refusalOf(QUERY, as(who, { add }));
    const twice = await ask([claim('cctv'), claim('cctv', 'BASIC')]);
    expect([twice.code, twice.field]).toEqual([
      'BAD_USER_INPUT',
      ['addCompetencies', '1', 'competencyId'],
    ]);
    const unknown = await ask([claim('tidak-ada')]);
    expect([unknown.code, unknown.field]).toEqual([
      'NOT_FOUND',
      ['addCompetencies.0.competencyId'],
    ]);
    const many = await ask(Array.from({ length: 21 }, (_, at) => claim(`k${at}`)));
    expect([many.code, many.field]).toEqual(['BAD_USER_INPUT', ['addCompetencies']]);
    expect((await ask([], others.unwilling)).code).toBe('NOT_MATCHED');
  });
});

describe('matchMe', () => {
  const QUERY = `query ($add: [CompetencyClaimInput!]!, $held: [ID!]) {
    matchMe(competencyIds: $held, regionCode: "72.71", education: SMA) { considered eligible
      simulate(addCompetencies: $add) { ${SIMULATION} } } }`;
  const as = (held: string[], ...add: object[]) => ({
    variables: { add, held: held.map((id) => encodeNodeId('Competency', id)) },
  });
  interface Data {
    matchMe: { eligible: number; simulate: { after: { eligible: number } } };
  }

  it('simulates for somebody without an account what naming the competency says', async () => {
    const { matchMe } = await world.data<Data>(QUERY, as(['patroli'], claim('cctv')));
    const { matchMe: named } = await world.data<Data>(QUERY, as(['patroli', 'cctv']));
    expect(matchMe.simulate).toMatchObject({ before: { eligible: matchMe.eligible } });
    expect(matchMe.simulate.after.eligible).toBe(named.eligible);
    expect(named.eligible).toBeGreaterThan(matchMe.eligible);
  });

  it('names the field that is wrong', async () => {
    const refusal = await refusalOf(QUERY, as(['patroli'], claim('tidak-ada')));
    expect(refusal.code).toBe('NOT_FOUND');
  });
});
