import type { Account, Candidate, Employer, Vacancy } from '../../src/entities';
import { CandidateHandle, Candidate as CandidateRow } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must, nice, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let employer: Employer;
let account: Account;
let vacancy: Vacancy;
let people: Candidate[];

/** One of two sixes, who are each alike in the bands of a card. */
function drawOne(number: number) {
  const fullName = `Rahasia Sekali ${number}`;
  const other = number % 3 === 0 ? 1 : 0;
  return number % 2 === 0
    ? {
        ...{ fullName, education: 'SMA' as const },
        competencies: [holds('patroli', 3), holds('cctv', 1 + other)],
        experiences: [{ occupationId: 'satpam-security' }],
      }
    : {
        ...{ fullName, education: 'S1' as const },
        competencies: [holds('patroli', 4 + other), holds('cctv', 4)],
      };
}

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    ({ employer, account } = await anEmployerWithOwner(manager));
    vacancy = await aVacancy(manager, {
      employerId: employer.id,
      requirements: [
        must('patroli', 3),
        should('cctv', 4),
        nice('p3k'),
        { kind: 'EDUCATION', education: 'SMA', necessity: 'MUST' },
        { kind: 'EXPERIENCE', minMonths: 12, necessity: 'SHOULD' },
      ],
    });
    people = [];
    for (let number = 0; number < 12; number++) {
      people.push(await aCandidate(manager, drawOne(number)));
    }
    await aCandidate(manager, { matchingConsentAt: null, competencies: [holds('patroli')] });
    await aCandidate(manager, { status: 'DORMANT', competencies: [holds('patroli')] });
    await aCandidate(manager, { education: 'SMP', competencies: [holds('patroli')] });
    await aCandidate(manager, { competencies: [holds('las-smaw')] });
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

interface Edge {
  rank: number;
  tiedWith: number;
  cursor: string;
  withheld: string | null;
  node: { handle: string; competencies: { band: string; competency: { label: string } }[] } | null;
  match: {
    scoreBp: number;
    verdict: string;
    explanation: string;
    factors: { contributionBp: number; note: string }[];
    gaps: { missing: { label: string }; needLevel: string; haveBand: string | null }[];
  };
}
interface Ranking {
  totalConsidered: number;
  totalEligible: number;
  excludedByConsent: number;
  edges: Edge[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

const FULL = `totalConsidered totalEligible totalStrong totalPossible totalStretch excludedByConsent
  method algorithmVersion taxonomyVersion totalCount pageInfo { hasNextPage endCursor }
  edges { cursor rank tiedWith withheld
    node { handle education experience distance competencies { band competency { label } } }
    match { scoreBp verdict algorithmVersion explanation(lang: EN)
      eligibility { check result necessity reason requirement { kind competency { label } } }
      factors { factor weightBp fulfilmentBp contributionBp via isUnstated note requirement { id } }
      gaps { missing { label(lang: EN) } needLevel haveBand requirement { necessity } } } }`;
const QUERY = `query ($id: ID!, $first: Int, $after: String) {
  vacancy(id: $id) { rankedCandidates(first: $first, after: $after) { ${FULL} } }
}`;

const idOf = (row: { id: string }) => encodeNodeId('Vacancy', row.id);
async function rank(variables: Record<string, unknown> = {}): Promise<Ranking> {
  const asking = { accountId: account.id, variables: { id: idOf(vacancy), ...variables } };
  const data = await world.data<{ vacancy: { rankedCandidates: Ranking } }>(QUERY, asking);
  return data.vacancy.rankedCandidates;
}

describe('rankedCandidates', () => {
  it('lists every eligible person once, the best first, with exact totals', async () => {
    const ranking = await rank({ first: 100 });
    expect(ranking).toMatchObject({ totalConsidered: 14, totalEligible: 12, excludedByConsent: 1 });
    const scores = ranking.edges.map((edge) => edge.match.scoreBp);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    for (const edge of ranking.edges) {
      expect(edge.rank).toBe(scores.filter((score) => score > edge.match.scoreBp).length + 1);
    }
  });

  it('adds up: the contributions are the score', async () => {
    for (const { match } of (await rank()).edges) {
      const sum = match.factors.reduce((total, factor) => total + factor.contributionBp, 0);
      expect(sum).toBe(match.scoreBp);
    }
  });

  it('pages through the order without a gap or a repetition', async () => {
    const whole = await rank({ first: 100 });
    const handles: (string | undefined)[] = [];
    let after: string | null = null;
    for (let page = 0; page < 3; page++) {
      const part: Ranking = await rank({ first: 5, after });
      handles.push(...part.edges.map((edge) => edge.node?.handle));
      after = part.pageInfo.endCursor;
      expect(part.pageInfo.hasNextPage).toBe(page < 2);
    }
    expect(handles).toEqual(whole.edges.map((edge) => edge.node?.handle));
  });

  it('shows bands and a pseudonym, nothing that identifies', async () => {
    const ranking = await rank({ first: 100 });
    const text = JSON.stringify(ranking);
    expect(text).not.toContain('Rahasia');
    for (const person of people) expect(text).not.toContain(person.id);
    expect(ranking.edges[0]?.node).toMatchObject({
      handle: expect.stringMatching(/^[0-9a-f]{20}$/),
      education: expect.stringMatching(/SECONDARY|DEGREE/),
      competencies: expect.arrayContaining([
        { band: expect.any(String), competency: { label: expect.any(String) } },
      ]),
    });
  });

  it('keeps a handle for one employer and gives another one to the next', async () => {
    const [first, again] = [await rank({ first: 100 }), await rank({ first: 100 })];
    const handlesOf = (ranking: Ranking) => ranking.edges.map((edge) => edge.node?.handle);
    expect(handlesOf(again)).toEqual(handlesOf(first));
    const rows = await world.seed((manager) =>
      manager.countBy(CandidateHandle, { organisationId: employer.id }),
    );
    expect(rows).toBe(12);
    const other = await world.seed(async (manager) => {
      const owner = await anEmployerWithOwner(manager);
      const same = await aVacancy(manager, {
        employerId: owner.employer.id,
        requirements: [must('patroli')],
      });
      return { ...owner, same };
    });
    const data = await world.data<{ vacancy: { rankedCandidates: Ranking } }>(QUERY, {
      accountId: other.account.id,
      variables: { id: idOf(other.same), first: 100 },
    });
    const known = new Set(handlesOf(first));
    const foreign = handlesOf(data.vacancy.rankedCandidates);
    expect(foreign.some((handle) => known.has(handle))).toBe(false);
  });

  it('says in words what the numbers say', async () => {
    const edge = (await rank({ first: 100 })).edges.at(-1);
    expect(edge?.match.explanation).toMatch(/^Score [\d,]+ of 10,000: /);
    expect(edge?.match.explanation).toContain('Too little experience (12 months asked)');
    expect(edge?.match.gaps[0]).toMatchObject({ needLevel: expect.any(String) });
  });

  it('suggests to the employer only what it could do without', async () => {
    const query = `query ($id: ID!) { vacancy(id: $id) { rankedCandidates(first: 100) { edges {
      scoreBp match { scoreBp counterfactuals { kind newScoreBp newRank newVerdict level education months text(lang: EN) } } } } } }`;
    interface Found {
      vacancy: {
        rankedCandidates: {
          edges: {
            scoreBp: number;
            match: { scoreBp: number; counterfactuals: Record<string, unknown>[] };
          }[];
        };
      };
    }
    const asking = { accountId: account.id, variables: { id: idOf(vacancy) } };
    const { edges } = (await world.data<Found>(query, asking)).vacancy.rankedCandidates;
    const all = edges.flatMap(({ match }) => match.counterfactuals);
    expect(all.length).toBeGreaterThan(0);
    for (const one of all) {
      expect(one).toMatchObject({
        kind: 'REQUIREMENT_DROPPED',
        level: null,
        education: null,
        months: null,
        text: expect.stringMatching(/^Without the requirement .+: the score becomes /),
      });
    }
    // The list tells the same: how many in it have a higher score.
    for (const { newScoreBp, newRank } of all) {
      const higher = edges.filter(({ scoreBp }) => scoreBp > Number(newScoreBp));
      expect(newRank).toBe(higher.length + 1);
    }
  });

  it('is not found by another employer, by nobody signed in, and for a draft of others', async () => {
    const [draft, stranger] = await world.seed(async (manager) => [
      await aVacancy(manager, { state: 'DRAFT' }),
      (await anEmployerWithOwner(manager)).account,
    ]);
    const asked = await world.ask(QUERY, {
      accountId: stranger.id,
      variables: { id: idOf(vacancy) },
    });
    expect(asked.errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
    const nobody = await world.ask(QUERY, {
      audience: 'employer',
      variables: { id: idOf(vacancy) },
    });
    expect(nobody.errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
    const hidden = await world.data(QUERY, {
      accountId: account.id,
      variables: { id: idOf(draft) },
    });
    expect(hidden).toEqual({ vacancy: null });
  });

  it('withholds the card of somebody who withdrew a moment ago and keeps the place', async () => {
    const before = await rank({ first: 100 });
    const someone = people[0];
    await world.seed((manager) =>
      manager.update(CandidateRow, someone?.id ?? '', { matchingConsentAt: null }),
    );
    const after = await rank({ first: 100 });
    await world.seed((manager) =>
      manager.update(CandidateRow, someone?.id ?? '', { matchingConsentAt: new Date() }),
    );
    expect(after.edges.map((edge) => edge.rank)).toEqual(before.edges.map((edge) => edge.rank));
    expect(after.edges.filter((edge) => edge.withheld === 'CONSENT_ENDED')).toHaveLength(1);
  });

  it('needs as many statements for fifty people as for two', async () => {
    const asking = (first: number) => ({
      accountId: account.id,
      variables: { id: idOf(vacancy), first },
    });
    const few = await world.statementsOf(QUERY, asking(2));
    const many = await world.statementsOf(QUERY, asking(50));
    expect(many.length).toBeLessThanOrEqual(few.length + 1);
    expect(many.length).toBeLessThanOrEqual(9);
  });

  it('ranks all vacancies of a list together', async () => {
    await world.seed(async (manager) => {
      for (let number = 0; number < 5; number++) {
        await aVacancy(manager, { employerId: employer.id, requirements: [must('patroli')] });
      }
    });
    const query = `query ($first: Int!) { viewer { employers { name vacancies(first: $first) { totalCount edges { node {
      title state rankedCandidates(first: 3) { totalEligible edges { rank node { handle } match { scoreBp } } }
    } } } } } }`;
    const one = await world.statementsOf(query, { accountId: account.id, variables: { first: 1 } });
    const six = await world.statementsOf(query, { accountId: account.id, variables: { first: 6 } });
    expect(six.length).toBeLessThanOrEqual(one.length + 1);
  });
});

describe('rankedCandidates of an employer that is not verified', () => {
  it('gives order, score and verdict, and withholds every person', async () => {
    await world.seed((manager) =>
      manager.query("UPDATE employers SET verification = 'PENDING' WHERE id = $1", [employer.id]),
    );
    const query = `query ($id: ID!) { vacancy(id: $id) { rankedCandidates(first: 5) {
      edges { rank scoreBp verdict withheld node { handle } match { scoreBp } } } } }`;
    const asking = { accountId: account.id, variables: { id: idOf(vacancy) } };
    const data = await world.data<{ vacancy: { rankedCandidates: Ranking } }>(query, asking);
    const { edges } = data.vacancy.rankedCandidates;
    expect(edges.length).toBeGreaterThan(0);
    for (const edge of edges) {
      expect(edge).toMatchObject({ withheld: 'NOT_VERIFIED', node: null, match: null });
    }
  });
});
