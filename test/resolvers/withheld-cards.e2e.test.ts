import { asActorRead } from '../../src/database/as-actor';
import type { Account, Vacancy } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { readStandingMatches } from '../../src/services/matching/standing-matches';
import {
  aCandidate,
  aCrowd,
  anEmployerWithOwner,
  aStanding,
  aVacancy,
  holds,
  must,
  should,
} from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;
let small: Vacancy;
let odd: string;

/** Seven people who patrol, six of them with secondary school; only one can also give first aid. */
beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    const employerId = owner.employer.id;
    vacancy = await aVacancy(manager, {
      employerId,
      requirements: [
        must('patroli'),
        should('p3k', 3),
        { kind: 'EDUCATION', education: 'SMA', necessity: 'SHOULD' },
      ],
    });
    small = await aVacancy(manager, { employerId, requirements: [must('barista')] });
    await aCrowd(manager, { competencies: [holds('patroli')] }, 6);
    const competencies = [holds('patroli'), holds('p3k')];
    odd = (await aCandidate(manager, { competencies, education: 'S2' })).id;
    await aCrowd(manager, { competencies: [holds('barista')] }, 4);
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const CARD = `handle education experience distance withheld withheldCompetencies { label(lang: EN) }
  competencies { band competency { label(lang: EN) } }`;
const MATCH = `scoreBp explanation(lang: EN) eligibility { check result } gaps { haveBand }
  factors { factor weightBp contributionBp } counterfactuals { requirement { kind } }`;

interface Place {
  scoreBp: number;
  node: {
    handle: string;
    education: string | null;
    experience: string | null;
    distance: string | null;
    withheld: string[];
    withheldCompetencies: { label: string }[];
    competencies: { band: string | null }[];
  };
  match: {
    scoreBp: number;
    explanation: string;
    eligibility: { check: string }[];
    gaps: object[];
    counterfactuals: object[];
    factors: { factor: string; weightBp: number; contributionBp: number }[];
  };
}

async function rank({ id }: Vacancy, first = 50, after: string | null = null) {
  const { vacancy: found } = await world.data<{
    vacancy: { rankedCandidates: { edges: Place[]; pageInfo: { endCursor: string } } };
  }>(
    `query ($id: ID!, $first: Int, $after: String) { vacancy(id: $id) {
       rankedCandidates(first: $first, after: $after) { pageInfo { endCursor }
         edges { scoreBp node { ${CARD} } match { ${MATCH} } } } } }`,
    { accountId: account.id, variables: { id: encodeNodeId('Vacancy', id), first, after } },
  );
  return found.rankedCandidates;
}

describe('a card before anybody agrees', () => {
  it('tells what at least five people of the list have in common', async () => {
    const { edges } = await rank(vacancy);
    expect(edges).toHaveLength(7);
    for (const { node, match } of edges) {
      expect(node).toMatchObject({
        ...{ education: null, experience: 'NONE', distance: 'KM_10' },
        competencies: [{ band: 'WORKING' }],
        withheldCompetencies: [{ label: expect.stringMatching(/first aid/i) }],
      });
      expect(match.explanation).toMatch(/covered 1\/1 \(.+\); not shown: 1\./);
    }
  });

  it('points at nobody by what is withheld: the only one who is different is told as the others', async () => {
    const { edges } = await rank(vacancy);
    const told = edges.map(({ node: { handle: _, ...card } }) => JSON.stringify(card));
    expect(new Set(told).size).toBe(1);
  });

  it('adds up, with the lines that are not told in one', async () => {
    for (const { scoreBp, match } of (await rank(vacancy)).edges) {
      const sum = (of: 'weightBp' | 'contributionBp') =>
        match.factors.reduce((all, line) => all + line[of], 0);
      expect([sum('weightBp'), sum('contributionBp')]).toEqual([10_000, scoreBp]);
      expect(match.factors.filter(({ factor }) => factor === 'WITHHELD')).toHaveLength(1);
      expect(match.factors.some(({ factor }) => factor === 'EDUCATION')).toBe(false);
      expect(match.eligibility.some(({ check }) => check === 'EDUCATION')).toBe(false);
      expect([match.gaps, match.counterfactuals]).toEqual([[], []]);
    }
  });

  it('tells nothing of fewer than five, but what everybody on the list has', async () => {
    const { edges } = await rank(small);
    expect(edges).toHaveLength(4);
    for (const { node, match } of edges) {
      expect(node).toMatchObject({
        ...{ education: null, experience: null, distance: null, competencies: [] },
        withheldCompetencies: [{}],
      });
      expect(node.withheld).toEqual(
        expect.arrayContaining(['COMPETENCY', 'EXPERIENCE', 'DISTANCE', 'EDUCATION']),
      );
      expect(match.explanation).toMatch(
        /^Score [\d,]+ of 10,000: [a-z ]+\. Competencies not shown: 1\.$/,
      );
    }
  });

  it('is the same on every page, side by side and in the stream', async () => {
    const { edges } = await rank(vacancy);
    const paged: Place[] = [];
    for (let after: string | null = null; paged.length < edges.length; ) {
      const page = await rank(vacancy, 2, after);
      paged.push(...page.edges);
      after = page.pageInfo.endCursor;
    }
    expect(paged).toEqual(edges);

    const { compareCandidates } = await world.data<{ compareCandidates: object[] }>(
      `query ($id: ID!, $handles: [ID!]!) { compareCandidates(vacancyId: $id, handles: $handles) {
         card { ${CARD} } match { ${MATCH} } } }`,
      {
        accountId: account.id,
        variables: {
          id: encodeNodeId('Vacancy', vacancy.id),
          handles: edges.map(({ node }) => node.handle),
        },
      },
    );
    expect(compareCandidates).toEqual(edges.map(({ node, match }) => ({ card: node, match })));

    const pair = { vacancyId: vacancy.id, candidateId: odd };
    await world.seed((manager) => aStanding(manager, pair));
    const [standing] = await readStandingMatches(
      {
        readAs: (actor, work) => asActorRead(world.dataSource, actor, work),
        facts: { current: world.facts },
      },
      [pair],
    );
    const told = standing?.toCard('');
    expect(told?.withheld.map(({ aspect }) => aspect)).toEqual(
      expect.arrayContaining(['COMPETENCY', 'EDUCATION']),
    );
    const [{ node }] = edges as [Place];
    expect([...new Set(told?.withheld.map(({ aspect }) => aspect))]).toEqual(node.withheld);
    expect(told).toMatchObject({ education: null, experience: 'NONE', distance: 'KM_10' });
  });
});
