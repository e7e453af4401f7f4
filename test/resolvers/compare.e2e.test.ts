import { type Account, Candidate, CandidateHandle, type Vacancy } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must, should } from '../builders';
import { type GraphWorld, startGraphWorld } from './graph-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;

beforeAll(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const owner = await anEmployerWithOwner(manager);
    account = owner.account;
    vacancy = await aVacancy(manager, {
      employerId: owner.employer.id,
      requirements: [must('patroli', 2), should('cctv', 4)],
    });
    for (let number = 0; number < 6; number++) {
      await aCandidate(manager, {
        competencies: [holds('patroli', 3), holds('cctv', 1 + (number % 5))],
      });
    }
  });
  await world.refresh();
});

afterAll(async () => {
  await world.stop();
});

const MATCH = `match { scoreBp verdict factors { factor contributionBp } gaps { needLevel } }`;
const RANKING = `query ($id: ID!) { vacancy(id: $id) { rankedCandidates { edges { rank tiedWith
  node { handle experience competencies { band } } ${MATCH} } } } }`;
const COMPARE = `query ($id: ID!, $handles: [ID!]!) { compareCandidates(vacancyId: $id, handles: $handles) {
  rank tiedWith card { handle experience competencies { band } } ${MATCH} } }`;

interface Edge {
  rank: number;
  node: { handle: string };
}
const id = () => encodeNodeId('Vacancy', vacancy.id);
async function rank(): Promise<Edge[]> {
  const data = await world.data<{ vacancy: { rankedCandidates: { edges: Edge[] } } }>(RANKING, {
    accountId: account.id,
    variables: { id: id() },
  });
  return data.vacancy.rankedCandidates.edges;
}
const asking = (handles: unknown[], who: Account = account) => ({
  accountId: who.id,
  variables: { id: id(), handles },
});

describe('compareCandidates', () => {
  it('gives the cards and matches that the ranking gives, in its order', async () => {
    const edges = (await rank()).filter((_, index) => index % 2 === 0);
    const handles = edges.map(({ node }) => node.handle).reverse();
    const { compareCandidates } = await world.data<{ compareCandidates: unknown[] }>(
      COMPARE,
      asking(handles),
    );
    expect(compareCandidates).toEqual(edges.map(({ node, ...rest }) => ({ card: node, ...rest })));
  });

  it('shows nobody whom the employer was not shown', async () => {
    await rank();
    const stranger = await world.seed(async (manager) => {
      const owner = await anEmployerWithOwner(manager);
      const [known] = await manager.find(CandidateHandle);
      const handle = 'f'.repeat(20);
      await manager.insert(CandidateHandle, {
        organisationId: owner.employer.id,
        candidateId: known?.candidateId ?? '',
        handle,
        firstShownAt: new Date(),
      });
      return { ...owner, handle };
    });
    for (const handle of [stranger.handle, '0'.repeat(20), '', "'; --"]) {
      const { errors } = await world.ask(COMPARE, asking([handle]));
      expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
    }
    const foreign = await world.ask(COMPARE, asking([stranger.handle], stranger.account));
    expect(foreign.errors?.[0]?.originalError).toMatchObject({
      code: 'NOT_FOUND',
      field: ['vacancyId'],
    });
  });

  it('does not show whoever has withdrawn the consent', async () => {
    const handle = (await rank()).at(0)?.node.handle ?? '';
    const person = await world.seed((manager) =>
      manager.findOneByOrFail(CandidateHandle, { handle }),
    );
    const consent = (matchingConsentAt: Date | null) =>
      world.seed((manager) => manager.update(Candidate, person.candidateId, { matchingConsentAt }));
    await consent(null);
    const { errors } = await world.ask(COMPARE, asking([handle]));
    await consent(new Date());
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['no handle', []],
    ['eleven handles', Array.from({ length: 11 }, (_, n) => `h${n}`)],
    ['a handle twice', ['a', 'a']],
  ])('refuses %s', async (_, handles) => {
    const { errors } = await world.ask(COMPARE, asking(handles));
    expect(errors?.[0]?.originalError).toBeInstanceOf(AggregateError);
  });

  it('needs as many statements for six as for one, and writes nothing but that it was asked', async () => {
    const handles = (await rank()).map(({ node }) => node.handle);
    const one = await world.statementsOf(COMPARE, asking(handles.slice(0, 1)));
    const six = await world.statementsOf(COMPARE, asking(handles));
    expect(six.length).toBe(one.length);
    const writing = six.filter((sql) => !/^SELECT/i.test(sql.trim()));
    expect(writing.filter((sql) => !sql.includes('asked_questions'))).toEqual([]);
  });
});
