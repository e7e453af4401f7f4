import type { Account, Requirement, Vacancy } from '../../src/entities';
import { CandidateHandle, Requirement as RequirementRow } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { VISIBLE_DEPTH } from '../../src/services/matching/rank-candidates';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, nice } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

const PEOPLE = VISIBLE_DEPTH + 15;

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;
let asked: Requirement;

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    vacancy = await aVacancy(manager, {
      employerId: owner.employer.id,
      requirements: [nice('patroli')],
    });
    // All alike: one rank for everybody.
    for (let number = 0; number < PEOPLE; number++) {
      await aCandidate(manager, { competencies: [holds('patroli', 3)] });
    }
    asked = await manager.findOneByOrFail(RequirementRow, { vacancyId: vacancy.id });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const QUERY = `query ($id: ID!, $after: String, $without: [ID!]) {
  vacancy(id: $id) { rankedCandidates(first: 100, after: $after, without: $without) {
    totalEligible pageInfo { endCursor }
    edges { rank withheld node { handle } match { scoreBp } } } }
}`;

interface Page {
  totalEligible: number;
  pageInfo: { endCursor: string };
  edges: { rank: number; withheld: string | null; node: unknown; match: unknown }[];
}

async function page(without: readonly string[], after: string | null): Promise<Page> {
  const variables = { id: encodeNodeId('Vacancy', vacancy.id), without, after };
  const data = await world.data<{ vacancy: { rankedCandidates: Page } }>(QUERY, {
    accountId: account.id,
    variables,
  });
  return data.vacancy.rankedCandidates;
}

describe('rankedCandidates(without)', () => {
  it('shows the cards of the first places only, however many share the first rank', async () => {
    const without = [encodeNodeId('Requirement', asked.id)];
    const first = await page(without, null);
    const second = await page(without, first.pageInfo.endCursor);
    const edges = [...first.edges, ...second.edges];
    expect(edges).toHaveLength(PEOPLE);
    expect(new Set(edges.map(({ rank }) => rank))).toEqual(new Set([1]));
    expect(edges.filter(({ node }) => node !== null)).toHaveLength(VISIBLE_DEPTH);
    for (const { withheld, node, match } of edges.slice(VISIBLE_DEPTH)) {
      expect({ withheld, node, match }).toEqual({
        withheld: 'RANK_LIMIT',
        node: null,
        match: null,
      });
    }
    const shown = await world.seed((manager) => manager.count(CandidateHandle));
    expect(shown).toBe(VISIBLE_DEPTH);
  });

  it('refuses a requirement of another vacancy', async () => {
    const foreign = encodeNodeId('Requirement', '00000000-0000-4000-8000-000000000000');
    const { errors } = await world.ask(QUERY, {
      accountId: account.id,
      variables: { id: encodeNodeId('Vacancy', vacancy.id), without: [foreign] },
    });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });
});
