import { type Account, ConsumerCursor, Membership, type Vacancy } from '../../src/entities';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { anEmployerWithOwner, aVacancy } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';
import { anEntry } from './match-stream-world';

let world: GraphWorld;
let account: Account;
let vacancy: Vacancy;
let foreign: Vacancy;

beforeEach(async () => {
  world = await startGraphWorld();
  await world.seed(async (manager) => {
    const { account: owner, employer } = await anEmployerWithOwner(manager);
    account = owner;
    vacancy = await aVacancy(manager, { employerId: employer.id });
    foreign = await aVacancy(manager);
  });
});

afterEach(() => world.stop());

const QUERY = `query ($after: String, $first: Int, $vacancyIds: [ID!], $minVerdict: MatchVerdict = STRETCH) {
  matchEvents(after: $after, first: $first, vacancyIds: $vacancyIds, minVerdict: $minVerdict) {
    edges { cursor node { eventId cursor rank vacancy { id } } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    gap { reason freshCursor retainedSince }
    retainedSince
  }
}`;

interface Page {
  edges: { cursor: string; node: { eventId: string; cursor: string; rank: number } }[];
  pageInfo: { hasNextPage: boolean; startCursor: string | null; endCursor: string };
  gap: { reason: string; freshCursor: string } | null;
  retainedSince: Date | null;
}

async function ask(variables: Record<string, unknown> = {}): Promise<Page> {
  const asking = { accountId: account.id, variables };
  return (await world.data<{ matchEvents: Page }>(QUERY, asking)).matchEvents;
}

const append = (...events: ReturnType<typeof anEntry>[]) =>
  world.seed((manager) => appendMatchEvents(manager, events));
const ranksOf = ({ edges }: Page) => edges.map(({ node }) => node.rank);

describe('matchEvents', () => {
  it('pages through the events from the oldest', async () => {
    await append(...[1, 2, 3, 4, 5].map((rank) => anEntry(vacancy, { rank })));
    const first = await ask({ first: 2 });
    expect(first).toMatchObject({
      edges: [{ cursor: first.edges[0].node.cursor }, { cursor: first.pageInfo.endCursor }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
      gap: null,
      retainedSince: expect.any(Date),
    });
    const second = await ask({ first: 2, after: first.pageInfo.endCursor });
    const third = await ask({ first: 2, after: second.pageInfo.endCursor });
    expect([first, second, third].map(ranksOf)).toEqual([[1, 2], [3, 4], [5]]);
    expect(third.pageInfo.hasNextPage).toBe(false);
    const empty = await ask({ after: third.pageInfo.endCursor });
    expect(empty).toMatchObject({ edges: [], pageInfo: { hasNextPage: false, startCursor: null } });
    await append(anEntry(vacancy, { rank: 6 }));
    expect(ranksOf(await ask({ after: empty.pageInfo.endCursor }))).toEqual([6]);
  });

  it('gives only what the viewer may see and asks for', async () => {
    await append(
      anEntry(foreign, { rank: 1 }),
      anEntry(vacancy, { rank: 2, verdict: 'STRETCH' }),
      anEntry(vacancy, { rank: 3, verdict: 'STRONG' }),
    );
    expect(ranksOf(await ask())).toEqual([2, 3]);
    expect(ranksOf(await ask({ minVerdict: 'STRONG' }))).toEqual([3]);
    const named = { vacancyIds: [encodeNodeId('Vacancy', vacancy.id)] };
    expect(ranksOf(await ask(named))).toEqual([2, 3]);
    const theirs = { vacancyIds: [encodeNodeId('Vacancy', foreign.id)] };
    await expect(ask(theirs)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is only for who acts for an employer', async () => {
    await append(anEntry(vacancy));
    await world.seed((manager) =>
      manager.update(Membership, { accountId: account.id }, { endsAt: NOW }),
    );
    await expect(ask()).rejects.toMatchObject({ code: 'EMPLOYER_ONLY' });
  });

  it('refuses a list that names no vacancy', async () => {
    const refusal = { code: 'BAD_USER_INPUT', field: ['vacancyIds'] };
    await expect(ask({ vacancyIds: [] })).rejects.toMatchObject(refusal);
  });

  it('moves on past much that is not asked for', async () => {
    const weak = Array.from({ length: 1_500 }, () => anEntry(vacancy, { verdict: 'STRETCH' }));
    await append(...weak, anEntry(vacancy, { rank: 7, verdict: 'STRONG' }));
    const first = await ask({ minVerdict: 'STRONG' });
    expect(first).toMatchObject({ edges: [], pageInfo: { hasNextPage: true } });
    const next = await ask({ minVerdict: 'STRONG', after: first.pageInfo.endCursor });
    expect(ranksOf(next)).toEqual([7]);
  });

  it('says which cursors cannot be gone on from', async () => {
    await append(...[1, 2, 3].map((rank) => anEntry(vacancy, { rank })));
    const { edges } = await ask();
    await world.seed(async (manager) => {
      await manager.query('DELETE FROM match_events WHERE seq <= 2');
      await manager.insert(ConsumerCursor, { name: 'match events kept', seq: '2' });
    });
    const newest = edges[2].cursor;
    for (const [after, reason] of [
      [edges[0].cursor, 'EXPIRED'],
      ['no cursor', 'UNKNOWN'],
    ]) {
      expect(await ask({ after })).toMatchObject({
        edges: [],
        pageInfo: { hasNextPage: false, endCursor: newest },
        gap: { reason, freshCursor: newest, retainedSince: expect.any(Date) },
      });
    }
    expect(ranksOf(await ask({ after: edges[1].cursor }))).toEqual([3]);
    expect(ranksOf(await ask())).toEqual([3]);
  });

  it('is for who signed in', async () => {
    const { errors } = await world.ask(QUERY, { audience: 'employer' });
    expect(errors?.[0]?.originalError).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('costs as many statements for many events as for one', async () => {
    const query = '{ matchEvents(first: 50) { edges { node { handle vacancy { title } } } } }';
    await append(anEntry(vacancy));
    const one = await world.statementsOf(query, { accountId: account.id });
    await append(...Array.from({ length: 49 }, () => anEntry(vacancy)));
    const fifty = await world.statementsOf(query, { accountId: account.id });
    expect(fifty.length).toBeLessThanOrEqual(one.length);
  });
});
