import { streamCursors } from '../../src/changes/stream-cursor';
import {
  type Account,
  type Candidate,
  type Employer,
  Membership,
  type Vacancy,
} from '../../src/entities';
import type { NewMatchEvent } from '../../src/matches/match-event';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aCandidate, aMembership, anEmployerWithOwner, anEvent, aVacancy } from '../builders';
import { type GraphWorld, NOW, startGraphWorld } from './graph-world';

const DIGEST = 'night firstCursor lastCursor lines { vacancy { id } entered risen left }';
const FIELDS = `id name employer { id } vacancyIds minVerdict frequency cursor
  newMatches { count countIsExact } lastDigest { ${DIGEST} }`;
const ERRORS = 'userErrors { code path }';
const LIST = `{ savedSearches { ${FIELDS} } }`;
const SAVE = `mutation ($input: SaveSearchInput!) { saveSearch(input: $input) { savedSearch { ${FIELDS} } ${ERRORS} } }`;
const SEEN = `mutation ($input: MarkSearchSeenInput!) { markSearchSeen(input: $input) { savedSearch { ${FIELDS} } ${ERRORS} } }`;
const DELETE = `mutation ($input: DeleteSavedSearchInput!) { deleteSavedSearch(input: $input) { savedSearch { id } ${ERRORS} } }`;
const DIGESTS = `query ($first: Int, $after: String, $id: ID) { searchDigests(first: $first, after: $after, savedSearchId: $id) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { savedSearchId ${DIGEST} } } } }`;

const DAY_MS = 86_400_000;

let world: GraphWorld;
let account: Account;
let employer: Employer;
let vacancies: Vacancy[];
let person: Candidate;
let keys: number;
let clockMs: number;

beforeEach(async () => {
  clockMs = NOW.getTime();
  keys = 0;
  world = await startGraphWorld({ clock: { now: () => new Date(clockMs) } });
  await world.seed(async (manager) => {
    ({ account, employer } = await anEmployerWithOwner(manager));
    const employerId = employer.id;
    vacancies = [await aVacancy(manager, { employerId }), await aVacancy(manager, { employerId })];
    person = await aCandidate(manager);
  });
});

afterEach(async () => {
  await world.stop();
});

interface Digest {
  savedSearchId: string;
  night: string;
  firstCursor: string;
  lastCursor: string;
  lines: { vacancy: { id: string }; entered: number; risen: number; left: number }[];
}
interface Shown {
  id: string;
  cursor: string;
  newMatches: { count: number; countIsExact: boolean };
  lastDigest: Digest | null;
}
interface Payload {
  savedSearch: Shown | null;
  userErrors: { code: string; path: string[] }[];
}
interface Digests {
  searchDigests: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string };
    edges: { node: Digest }[];
  };
}

async function mutate(query: string, input: Record<string, unknown>, who = account) {
  keys += 1;
  // What is made one after another is listed so.
  clockMs += 1;
  const variables = { input: { clientMutationId: `key ${keys}`, ...input } };
  const data = await world.data<Record<string, Payload>>(query, { accountId: who.id, variables });
  return Object.values(data)[0];
}
const save = (input: Record<string, unknown> = {}, who = account) =>
  mutate(SAVE, { name: 'Satpam di Palu', ...input }, who);
const list = async (who = account) =>
  (await world.data<{ savedSearches: Shown[] }>(LIST, { accountId: who.id })).savedSearches;
const digests = async (variables: Record<string, unknown> = {}, who = account) =>
  (await world.data<Digests>(DIGESTS, { accountId: who.id, variables })).searchDigests;
const counts = async () => (await list()).map(({ newMatches }) => newMatches.count);
const cursorAt = (place: number) => streamCursors('secret', 'match events').encode(place);
const vacancyId = (index: number) => encodeNodeId('Vacancy', vacancies[index].id);
const happen = (...events: Partial<NewMatchEvent>[]) =>
  world.seed((manager) =>
    appendMatchEvents(
      manager,
      events.map((values) =>
        anEvent({
          employerId: employer.id,
          vacancyId: vacancies[0].id,
          candidateId: person.id,
          ...values,
        }),
      ),
    ),
  );
const night = (day: string) =>
  world.services.savedSearches.digest(day, new AbortController().signal);
const several = (values: Partial<NewMatchEvent>) =>
  ({ kind: 'SEVERAL', candidateId: null, verdict: null, entered: 0, ...values }) as const;

describe('saveSearch', () => {
  it('counts who entered or rose from now on', async () => {
    await happen({}, {});
    const { savedSearch, userErrors } = await save();
    expect(userErrors).toEqual([]);
    expect(savedSearch).toMatchObject({
      name: 'Satpam di Palu',
      employer: null,
      vacancyIds: null,
      minVerdict: 'POSSIBLE',
      frequency: 'DAILY',
      cursor: cursorAt(2),
      newMatches: { count: 0, countIsExact: true },
      lastDigest: null,
    });
    await happen({}, { kind: 'ROSE' }, { kind: 'LEFT' }, { verdict: 'STRETCH' });
    await happen(several({ entered: 3, risen: 2, left: 9 }));
    expect((await list())[0].newMatches).toEqual({ count: 7, countIsExact: true });
  });

  it('counts to a hundred', async () => {
    await save();
    await happen(several({ entered: 60 }), several({ entered: 41 }));
    expect((await list())[0].newMatches).toEqual({ count: 100, countIsExact: false });
  });

  it('counts what the filter lets through, for the employers that are acted for now', async () => {
    const other = await world.seed((manager) => anEmployerWithOwner(manager));
    const second = await world.seed(async (manager) => {
      await aMembership(manager, { accountId: account.id, employerId: other.employer.id });
      return await aVacancy(manager, { employerId: other.employer.id });
    });
    const employerId = encodeNodeId('Employer', employer.id);
    await save();
    await save({ employerId });
    await save({ vacancyIds: [vacancyId(1)] });
    await save({ minVerdict: 'STRONG' });
    await happen(
      {},
      { vacancyId: vacancies[1].id, verdict: 'STRONG' },
      { employerId: second.employerId, vacancyId: second.id },
    );
    expect(await counts()).toEqual([3, 2, 1, 1]);
    await world.seed((manager) =>
      manager.update(
        Membership,
        { accountId: account.id, employerId: second.employerId },
        { endsAt: new Date(clockMs) },
      ),
    );
    expect(await counts()).toEqual([2, 2, 1, 1]);
  });

  it('is saved once for a key, fifty for an account', async () => {
    const same = await Promise.all([1, 2, 3].map(() => save({ clientMutationId: 'same' })));
    expect(new Set(same.map(({ savedSearch }) => savedSearch?.id)).size).toBe(1);
    const more = await Promise.all(Array.from({ length: 55 }, () => save()));
    const refused = more.filter(({ savedSearch }) => savedSearch === null);
    expect(refused).toHaveLength(6);
    expect(refused[0].userErrors).toEqual([{ code: 'LIMIT_REACHED', path: ['name'] }]);
  });

  it('refuses a name that nobody can read, and what is somebody else’s', async () => {
    const { userErrors } = await save({ name: ' \u200b ' });
    expect(userErrors).toEqual([{ code: 'TEXT_INVALID', path: ['name'] }]);
    const other = await world.seed((manager) => anEmployerWithOwner(manager));
    const foreign = await world.seed((manager) =>
      aVacancy(manager, { employerId: other.employer.id }),
    );
    const inputs = [
      { employerId: encodeNodeId('Employer', other.employer.id) },
      { vacancyIds: [encodeNodeId('Vacancy', foreign.id)] },
      { vacancyIds: [vacancyId(0), encodeNodeId('Vacancy', foreign.id)] },
    ];
    for (const input of inputs) {
      await expect(save(input)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });
});

describe('markSearchSeen', () => {
  it('counts from the cursor on, and never back', async () => {
    const { savedSearch } = await save();
    await happen({}, {}, {});
    const id = savedSearch?.id;
    const seen = await mutate(SEEN, { id, cursor: cursorAt(2) });
    expect(seen.savedSearch).toMatchObject({ cursor: cursorAt(2), newMatches: { count: 1 } });
    const back = await mutate(SEEN, { id, cursor: cursorAt(1) });
    expect(back.savedSearch).toMatchObject({ cursor: cursorAt(2), newMatches: { count: 1 } });
    const garbage = mutate(SEEN, { id, cursor: 'garbage' });
    await expect(garbage).rejects.toMatchObject({ code: 'BAD_CURSOR' });
  });

  it('says when older events are no longer kept', async () => {
    await save();
    await happen({}, {});
    await world.seed(async (manager) => {
      await manager.query('DELETE FROM match_events WHERE seq = 1');
      await manager.query(
        `INSERT INTO consumer_cursors (name, seq) VALUES ('match events kept', 1)`,
      );
    });
    expect((await list())[0].newMatches).toEqual({ count: 1, countIsExact: false });
  });
});

describe('deleteSavedSearch', () => {
  it('removes the search of nobody else', async () => {
    const { savedSearch } = await save();
    const stranger = await world.seed((manager) => anEmployerWithOwner(manager));
    const input = { id: savedSearch?.id };
    for (const attempt of [
      mutate(DELETE, input, stranger.account),
      mutate(SEEN, { ...input, cursor: cursorAt(1) }, stranger.account),
    ]) {
      await expect(attempt).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    expect(await list(stranger.account)).toEqual([]);
    expect(await mutate(DELETE, input)).toEqual({ savedSearch: null, userErrors: [] });
    expect(await list()).toEqual([]);
  });
});

describe('searchDigests', () => {
  it('sum up each night what happened since the last, by vacancy', async () => {
    const { savedSearch } = await save();
    await save({ frequency: 'NONE' });
    await happen({}, { kind: 'ROSE' }, { vacancyId: vacancies[1].id, kind: 'LEFT' });
    expect(await night('2026-11-21')).toEqual({ searches: 1, digests: 1 });
    expect(await night('2026-11-22')).toEqual({ searches: 1, digests: 0 });
    await happen(several({ entered: 5 }));
    clockMs += 2 * DAY_MS;
    await night('2026-11-23');
    const line = (index: number, entered: number, risen: number, left: number) => ({
      vacancy: { id: vacancyId(index) },
      ...{ entered, risen, left },
    });
    const { totalCount, edges } = await digests();
    expect(totalCount).toBe(2);
    const [newest, first] = edges.map(({ node }) => node);
    expect(newest).toEqual({
      savedSearchId: savedSearch?.id,
      night: '2026-11-23',
      firstCursor: cursorAt(4),
      lastCursor: cursorAt(4),
      lines: [line(0, 5, 0, 0)],
    });
    expect(first).toMatchObject({
      night: '2026-11-21',
      firstCursor: cursorAt(1),
      lastCursor: cursorAt(3),
    });
    expect(first.lines).toHaveLength(2);
    expect(first.lines).toEqual(expect.arrayContaining([line(0, 1, 1, 0), line(1, 0, 0, 1)]));
    expect((await list())[0].lastDigest).toMatchObject({ night: '2026-11-23' });
  });

  it('are made once a night, whatever happens meanwhile', async () => {
    await save();
    await happen({});
    await night('2026-11-21');
    await happen({});
    expect(await night('2026-11-21')).toEqual({ searches: 1, digests: 0 });
    await night('2026-11-22');
    const { edges } = await digests();
    expect(edges.map(({ node }) => [node.night, node.lines[0].entered])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-21', 1],
    ]);
  });

  it('are read in pages, of one search or of all, and kept for thirty days', async () => {
    const { savedSearch } = await save();
    await save();
    for (const day of ['2026-11-01', '2026-11-02', '2026-11-03']) {
      await happen({});
      await night(day);
      clockMs += DAY_MS;
    }
    const id = savedSearch?.id;
    const page = await digests({ id, first: 2 });
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true } });
    const rest = await digests({ id, first: 2, after: page.pageInfo.endCursor });
    const nights = [...page.edges, ...rest.edges].map(({ node }) => node.night);
    expect(nights).toEqual(['2026-11-03', '2026-11-02', '2026-11-01']);
    expect((await digests()).totalCount).toBe(6);
    clockMs += 28 * DAY_MS;
    await night('2026-12-01');
    expect((await digests()).totalCount).toBe(4);
  });

  it('tell nothing of an employer that is no longer acted for', async () => {
    await save();
    await happen({});
    await night('2026-11-21');
    await world.seed((manager) =>
      manager.update(Membership, { accountId: account.id }, { endsAt: new Date(clockMs) }),
    );
    const { edges } = await digests();
    expect(edges.map(({ node }) => node.lines)).toEqual([[]]);
    await happen({});
    expect(await night('2026-11-22')).toEqual({ searches: 1, digests: 0 });
  });
});
