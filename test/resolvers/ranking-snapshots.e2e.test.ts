import { asActor } from '../../src/database/as-actor';
import {
  type Account,
  Candidate,
  type Employer,
  RankingLogRow,
  RankingSnapshot,
  type Vacancy,
} from '../../src/entities';
import { ScanEngine } from '../../src/matching/scan-engine';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must, nice } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const PEOPLE = 130;
/** Printed in the title of the test that depends on it; put it here to replay. */
const seed = Date.now() % 100_000;

let world: GraphWorld;
let employer: Employer;
let account: Account;
let vacancy: Vacancy;
let time = NOW;

beforeAll(async () => {
  world = await startGraphWorld({ clock: { now: () => time } });
  let state = seed;
  const pick = (below: number) => {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % below;
  };
  await world.seed(async (manager) => {
    ({ employer, account } = await anEmployerWithOwner(manager));
    vacancy = await aVacancy(manager, {
      employerId: employer.id,
      requirements: [must('patroli'), nice('cctv', 4)],
    });
    for (let number = 0; number < PEOPLE; number++) {
      await aCandidate(manager, {
        education: pick(2) === 0 ? 'SMA' : 'S1',
        competencies: [holds('patroli', 1 + pick(5)), holds('cctv', 1 + pick(5))],
      });
    }
    await aCandidate(manager, { matchingConsentAt: null, competencies: [holds('patroli')] });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

beforeEach(() => {
  time = NOW;
});

interface Edge {
  cursor: string;
  rank: number;
  tiedWith: number;
  scoreBp: number;
  withheld: string | null;
  node: { handle: string } | null;
  match: { scoreBp: number; factors: { contributionBp: number }[] } | null;
}
interface Ranking {
  totalEligible: number;
  totalConsidered: number;
  excludedByConsent: number;
  snapshot: { id: string; isSealed: boolean; digest: string; dataAsOf: string };
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const QUERY = `query ($id: ID!, $first: Int, $after: String, $snapshot: ID) {
  vacancy(id: $id) { rankedCandidates(first: $first, after: $after, snapshot: $snapshot) {
    totalEligible totalConsidered excludedByConsent snapshot { id isSealed digest dataAsOf }
    pageInfo { hasNextPage endCursor }
    edges { cursor rank tiedWith scoreBp withheld node { handle } match { scoreBp factors { contributionBp } } }
  } } }`;
const SEAL = `mutation ($id: ID!) { sealRanking(vacancyId: $id) {
  snapshot { id isSealed digest expiresAt } userErrors { code path } } }`;

const idOf = (row: { id: string }) => encodeNodeId('Vacancy', row.id);
const asking = (variables: Record<string, unknown>, by = account) => ({
  accountId: by.id,
  variables: { id: idOf(vacancy), ...variables },
});
async function rank(variables: Record<string, unknown> = {}): Promise<Ranking> {
  type Data = { vacancy: { rankedCandidates: Ranking } };
  return (await world.data<Data>(QUERY, asking(variables))).vacancy.rankedCandidates;
}
async function refusal(variables: Record<string, unknown>, by = account) {
  const { errors } = await world.ask(QUERY, asking(variables, by));
  return errors?.[0]?.originalError;
}
async function seal(): Promise<string> {
  type Data = { sealRanking: { snapshot: { id: string } } };
  return (await world.data<Data>(SEAL, asking({}))).sealRanking.snapshot.id;
}
async function allPages(variables: Record<string, unknown>): Promise<Edge[]> {
  const edges: Edge[] = [];
  for (let after: string | null = null; ; ) {
    const page: Ranking = await rank({ first: 37, after, ...variables });
    edges.push(...page.edges);
    if (!page.pageInfo.hasNextPage) return edges;
    after = page.pageInfo.endCursor;
  }
}
/** Somebody better than all others comes. */
async function addBest(): Promise<Candidate> {
  const best = await world.seed((manager) =>
    aCandidate(manager, {
      education: 'SMA',
      competencies: [holds('patroli', 5), holds('cctv', 5)],
      experiences: [{ occupationId: 'satpam-security' }],
    }),
  );
  await world.refresh();
  return best;
}

describe('rankedCandidates', () => {
  it('does not shift its pages when somebody better comes in between', async () => {
    const whole = await rank({ first: 100 });
    const first = await rank({ first: 30 });
    await addBest();
    const rest = await rank({ first: 70, after: first.pageInfo.endCursor });
    const pages = [...first.edges, ...rest.edges];
    expect(pages.map((edge) => [edge.rank, edge.tiedWith, edge.scoreBp, edge.node])).toEqual(
      whole.edges.map((edge) => [edge.rank, edge.tiedWith, edge.scoreBp, edge.node]),
    );
    expect(rest.snapshot).toEqual(first.snapshot);
    expect(rest).toMatchObject({ totalConsidered: whole.totalConsidered, excludedByConsent: 1 });
    expect((await rank({ first: 1 })).totalEligible).toBe(whole.totalEligible + 1);
  });

  it('gives the same snapshot until something changes', async () => {
    const [first, again] = [await rank({ first: 3 }), await rank({ first: 50 })];
    expect(again.snapshot).toEqual(first.snapshot);
    await world.refresh();
    const later = await rank({ first: 3 });
    expect(later.snapshot.id).not.toBe(first.snapshot.id);
  });

  it('reads once where the order is known, and else freezes it by one more statement', async () => {
    const operation = `query ($id: ID!) { vacancy(id: $id) {
      rankedCandidates(first: 50) { excludedByConsent edges { rank scoreBp } } } }`;
    await world.refresh();
    const making = await world.statementsOf(operation, asking({}));
    const reading = await world.statementsOf(operation, asking({}));
    expect(making).toHaveLength(7);
    expect(reading).toHaveLength(2);
  });

  it('ends an ordinary snapshot at its first hundred places', async () => {
    const edges = await allPages({});
    expect(edges).toHaveLength(100);
    const last = edges.at(-1);
    const sealed = await rank({ first: 1, snapshot: await seal() });
    expect(sealed.totalEligible).toBeGreaterThan(100);
    expect(last?.tiedWith).toBe(
      (await allPages({ snapshot: sealed.snapshot.id })).filter(
        ({ scoreBp }) => scoreBp === last?.scoreBp,
      ).length - 1,
    );
  });

  it('keeps the place of somebody who left, without a card', async () => {
    const before = await rank({ first: 5 });
    const handle = before.edges[2]?.node?.handle;
    const [{ id }] = await world.seed((manager) =>
      manager.query('SELECT candidate_id AS id FROM candidate_handles WHERE handle = $1', [handle]),
    );
    await world.seed((manager) => manager.update(Candidate, id, { matchingConsentAt: null }));
    await world.refresh();
    const after = await rank({ first: 5, snapshot: before.snapshot.id });
    await world.seed((manager) => manager.update(Candidate, id, { matchingConsentAt: NOW }));
    await world.refresh();
    expect(after.edges.map((edge) => edge.scoreBp)).toEqual(before.edges.map((e) => e.scoreBp));
    expect(after.edges[2]).toMatchObject({
      node: null,
      match: null,
      withheld: 'CONSENT_ENDED',
    });
    expect(after.edges.filter((edge) => edge.withheld !== null)).toHaveLength(1);
  });

  it('is not found once a day has passed, and forgotten with the next snapshot', async () => {
    const { snapshot } = await rank({ first: 1 });
    time = new Date(NOW.getTime() + 25 * 3_600_000);
    expect(await refusal({ snapshot: snapshot.id })).toMatchObject({ code: 'NOT_FOUND' });
    await rank({ first: 1 });
    const kept = await world.seed((manager) =>
      manager.findBy(RankingSnapshot, { vacancyId: vacancy.id, isSealed: false }),
    );
    expect(kept.every(({ expiresAt }) => expiresAt !== null && expiresAt > time)).toBe(true);
  });

  it('takes no empty id for none', async () => {
    const fault = await refusal({ snapshot: '' });
    expect(fault).toMatchObject({ code: 'BAD_USER_INPUT', field: ['snapshot'] });
  });

  it('takes no cursor and no snapshot of another viewer or vacancy', async () => {
    const { snapshot, pageInfo } = await rank({ first: 3 });
    const other = await world.seed(async (manager) => {
      const owner = await anEmployerWithOwner(manager);
      const requirements = [must('patroli')];
      return {
        ...owner,
        vacancy: await aVacancy(manager, { employerId: owner.employer.id, requirements }),
      };
    });
    const foreign = { id: idOf(other.vacancy) };
    const fault = await refusal({ ...foreign, snapshot: snapshot.id }, other.account);
    expect(fault).toMatchObject({ code: 'NOT_FOUND' });
    const cursor = await refusal({ ...foreign, after: pageInfo.endCursor }, other.account);
    expect(cursor).toMatchObject({ code: 'BAD_CURSOR', field: ['after'] });
    const seen = await asActor(world.dataSource, `account:${other.account.id}`, (manager) =>
      manager.countBy(RankingSnapshot, {}),
    );
    expect(seen).toBe(0);
  });
});

describe('sealRanking', () => {
  it(`lists every eligible person once, ranks 1 to n, equal to a scan of everybody (seed ${seed})`, async () => {
    const snapshot = await seal();
    const edges = await allPages({ snapshot });
    const store = await world.facts();
    const open = store.vacancies.get(vacancy.id);
    if (!open) throw new Error('The vacancy is not open');
    const expected = await new ScanEngine({ current: async () => store }).rank(
      open.compiled.facts,
      { first: PEOPLE * 2 },
    );
    expect(edges.map(({ rank: place, tiedWith, scoreBp }) => [place, tiedWith, scoreBp])).toEqual(
      expected.rows.map((row) => [row.rank, row.tiedWith, row.match.scoreBp]),
    );
    const rows = await world.seed((manager) =>
      manager.query(
        'SELECT handle, candidate_id AS id FROM candidate_handles WHERE organisation_id = $1',
        [employer.id],
      ),
    );
    const idOfHandle = new Map(
      rows.map((row: { handle: string; id: string }) => [row.handle, row.id]),
    );
    const shown = edges.filter((edge) => edge.node !== null);
    expect(shown).toHaveLength(100);
    expect(shown.map(({ node }) => idOfHandle.get(node?.handle))).toEqual(
      expected.rows.slice(0, 100).map(({ candidateId }) => candidateId),
    );
  });

  it('explains the visible places and keeps only score and verdict of the others', async () => {
    const edges = await allPages({ snapshot: await seal() });
    for (const [index, { match, scoreBp, withheld }] of edges.entries()) {
      const sum = match?.factors.reduce((total, line) => total + line.contributionBp, 0);
      expect([sum, withheld]).toEqual(index < 100 ? [scoreBp, null] : [undefined, 'RANK_LIMIT']);
    }
  });

  it('gives the same snapshot again, and another one once something changed', async () => {
    const first = await seal();
    expect(await seal()).toBe(first);
    await world.refresh();
    expect(await seal()).not.toBe(first);
  });

  it('gives one snapshot and one entry of the log to six who ask at once', async () => {
    await world.refresh();
    const entries = () => world.seed((manager) => manager.count(RankingLogRow));
    const before = await entries();
    const ids = await Promise.all(Array.from({ length: 6 }, seal));
    expect(new Set(ids).size).toBe(1);
    expect(await entries()).toBe(before + 1);
  });

  it('stays when a day has passed, without the cards', async () => {
    const snapshot = await seal();
    time = new Date(NOW.getTime() + 25 * 3_600_000);
    await rank({ first: 1 });
    const later = await rank({ first: 100, snapshot });
    expect(later.edges.every((edge) => edge.withheld === 'EXPIRED' && edge.match === null)).toBe(
      true,
    );
    expect(later.edges.map((edge) => edge.scoreBp)).toEqual(
      [...later.edges.map((edge) => edge.scoreBp)].sort((a, b) => b - a),
    );
  });

  it('refuses what is not public', async () => {
    const draft = await world.seed((manager) =>
      aVacancy(manager, { employerId: employer.id, state: 'DRAFT' }),
    );
    type Data = { sealRanking: { userErrors: { code: string; path: string[] }[] } };
    const data = await world.data<Data>(SEAL, asking({ id: idOf(draft) }));
    expect(data.sealRanking).toMatchObject({
      snapshot: null,
      userErrors: [{ code: 'STATE_NOT_ALLOWED', path: ['vacancyId'] }],
    });
    const missing = encodeNodeId('Vacancy', employer.id);
    const { errors } = await world.ask(SEAL, asking({ id: missing }));
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND', field: ['vacancyId'] });
  });
});

describe('publishVacancy', () => {
  it('seals the order of that moment', async () => {
    const draft = await world.seed((manager) =>
      aVacancy(manager, {
        employerId: employer.id,
        state: 'DRAFT',
        // At most 90 days from the day on which the test plays.
        validThrough: new Date(NOW.getTime() + 30 * 86_400_000),
        wageMin: '3000000',
        requirements: [
          must('patroli'),
          { kind: 'EDUCATION', education: 'SMA', necessity: 'SHOULD' },
          { kind: 'EXPERIENCE', minMonths: 6, necessity: 'NICE' },
        ],
      }),
    );
    const publish = `mutation ($id: ID!) {
      publishVacancy(input: { clientMutationId: "seal-1", id: $id }) { vacancy { version } userErrors { code } } }`;
    const data = await world.data<{
      publishVacancy: { vacancy: { version: number } | null; userErrors: unknown[] };
    }>(publish, {
      accountId: account.id,
      variables: { id: idOf(draft) },
    });
    const [sealed] = await world.seed((manager) =>
      manager.findBy(RankingSnapshot, { vacancyId: draft.id }),
    );
    expect(data.publishVacancy.userErrors).toEqual([]);
    expect(sealed).toMatchObject({
      isSealed: true,
      vacancyVersion: data.publishVacancy.vacancy?.version,
      expiresAt: null,
    });
    expect(sealed?.eligible).toBeGreaterThan(100);
  });
});
