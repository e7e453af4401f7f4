import { execute, parse } from 'graphql';
import { type EntityManager } from 'typeorm';
import { appendOutbox } from '../../src/changes/outbox';
import { newestSeq } from '../../src/changes/sequencer';
import { waitUntil } from '../../src/embedded/processes';
import { ConsumerCursor, Employer, Vacancy } from '../../src/entities';
import { encodeNodeId } from '../../src/resolvers/node-id';
import { aVacancy } from '../builders';
import { contextFor, schemaOf } from './graph-world';
import { type Following, type MatchStreamWorld, startMatchStreamWorld } from './match-stream-world';

let world: MatchStreamWorld;

beforeAll(async () => {
  world = await startMatchStreamWorld();
});

afterAll(() => world.stop());

const FIELDS = 'eventId cursor change: kind vacancyId closedReason record vacancy { title state }';

const SUBSCRIPTION = `subscription ($after: String, $filter: VacancyFilter) {
  vacancyChanged(after: $after, filter: $filter) {
    kind: __typename
    ... on VacancyChangeEvent { ${FIELDS} }
    ... on Heartbeat { cursor at }
    ... on ResumeGap { reason freshCursor }
  }
}`;

const QUERY = `query ($after: String, $first: Int, $filter: VacancyFilter) {
  vacancyChanges(after: $after, first: $first, filter: $filter) {
    edges { cursor node { ${FIELDS} } }
    pageInfo { hasNextPage endCursor }
    gap { reason freshCursor }
    retainedSince
  }
}`;

interface Change {
  eventId: string;
  cursor: string;
  change: string;
  vacancyId: string;
  closedReason: string | null;
  record: string | null;
  vacancy: { title: string; state: string } | null;
}

interface Page {
  edges: { cursor: string; node: Change }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
  gap: { reason: string; freshCursor: string } | null;
  retainedSince: Date | null;
}

const follow = (variables: Record<string, unknown> = {}) =>
  world.follow(SUBSCRIPTION, { audience: 'public' }, variables);

async function followNow(variables: Record<string, unknown> = {}) {
  const following = await follow(variables);
  const { cursor } = await following.next<Change>();
  return { following, cursor };
}

async function list(variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await execute({
    schema: schemaOf('public'),
    document: parse(QUERY),
    contextValue: contextFor(world.services, { audience: 'public' }),
    variableValues: variables,
  });
  if (errors) throw errors[0]?.originalError ?? errors[0];
  return data?.vacancyChanges as Page;
}

/** Changes a vacancy and announces it, in one transaction; waits until it has its place. */
async function change(
  kind: string,
  work: (manager: EntityManager) => Promise<{ id: string }>,
): Promise<string> {
  const { dataSource } = world.stream;
  const before = await newestSeq(dataSource);
  const { id } = await world.seed(async (manager) => {
    const row = await work(manager);
    await appendOutbox(manager, [{ aggregate: 'vacancy', aggregateId: row.id, kind, version: 1 }]);
    return row;
  });
  const hasPlace = async () => (await newestSeq(dataSource)) > before;
  if (!(await waitUntil(hasPlace, 30_000))) throw new Error('Nobody gives places');
  return id;
}

const publish = (values: Partial<Vacancy> = {}) =>
  change('vacancy.published', (manager) => aVacancy(manager, values));
const update = (id: string, values: Partial<Vacancy>, kind = 'vacancy.updated') =>
  change(kind, async (manager) => {
    await manager.update(Vacancy, { id }, values);
    return { id };
  });
const close = (id: string) =>
  update(id, { state: 'CLOSED', closedReason: 'FILLED_HERE' }, 'vacancy.closed');

const changesOf = async (following: Following, count: number) => {
  const told: string[] = [];
  while (told.length < count) told.push((await following.next<Change>()).change);
  return told;
};

describe('vacancyChanged', () => {
  it('tells what is published, changed and closed, with the vacancy as it is', async () => {
    const { following } = await followNow();
    const id = await publish({ title: 'Satpam malam' });
    expect(await following.next()).toMatchObject({
      kind: 'VacancyChangeEvent',
      change: 'CREATED',
      vacancyId: encodeNodeId('Vacancy', id),
      vacancy: { title: 'Satpam malam', state: 'PUBLISHED' },
      closedReason: null,
    });
    await update(id, { title: 'Satpam siang' });
    expect(await following.next()).toMatchObject({
      change: 'UPDATED',
      vacancy: { title: 'Satpam siang' },
    });
    await close(id);
    expect(await following.next()).toMatchObject({
      change: 'CLOSED',
      closedReason: 'FILLED_HERE',
      vacancy: { state: 'CLOSED' },
    });
    following.leave();
  });

  it('never tells of what was not public, and removes what is so no more', async () => {
    const { following } = await followNow();
    const draft = { state: 'DRAFT', publishedAt: null } as const;
    const hidden = await change('vacancy.created', (manager) => aVacancy(manager, draft));
    await update(hidden, { title: 'Rahasia' });
    const open = await publish();
    await update(open, { state: 'SUSPENDED' });
    expect(await following.next()).toMatchObject({
      change: 'TOMBSTONE',
      vacancyId: encodeNodeId('Vacancy', open),
      vacancy: null,
    });
    // Published and suspended before anybody looked: both changes say what holds now.
    expect(await following.next()).toMatchObject({ change: 'TOMBSTONE' });
    following.leave();
    const told = JSON.stringify(await list({ first: 100 }));
    expect(told).not.toContain(encodeNodeId('Vacancy', hidden));
  });

  it('tells a draft that is published at once only as published', async () => {
    const { following } = await followNow();
    const id = await change('vacancy.created', async (manager) => aVacancy(manager));
    await update(id, { title: 'Satpam' }, 'vacancy.published');
    expect(await changesOf(following, 1)).toEqual(['CREATED']);
    following.leave();
  });

  it('tells only what meets the filter, and what no longer does', async () => {
    const filter = { employmentTypes: ['PERMANENT'], regionCodes: ['72.71'] };
    const { following } = await followNow({ filter });
    await publish({ employmentType: 'PART_TIME' });
    const id = await publish({ employmentType: 'PERMANENT' });
    expect(await following.next()).toMatchObject({
      change: 'CREATED',
      vacancyId: encodeNodeId('Vacancy', id),
    });
    await update(id, { employmentType: 'PART_TIME' });
    await update(id, { employmentType: 'PERMANENT' });
    expect((await changesOf(following, 2)).at(-1)).toBe('UPDATED');
    await update(id, { employmentType: 'PART_TIME' });
    expect(await following.next()).toMatchObject({ change: 'TOMBSTONE', vacancy: null });
    await close(id);
    expect(await following.next()).toMatchObject({ change: 'CLOSED' });
    following.leave();
  });

  it('has the record of the vacancy as it is, and none of one that is gone', async () => {
    const { following } = await followNow();
    const id = await publish({ title: 'Satpam "malam"' });
    const told = await following.next<Change>();
    expect(JSON.parse(told.record ?? '')).toMatchObject({
      id: told.vacancyId,
      title: 'Satpam "malam"',
      state: 'PUBLISHED',
    });
    const { employerId } = await world.seed((manager) => manager.findOneByOrFail(Vacancy, { id }));
    await world.seed((manager) => manager.update(Employer, employerId, { name: 'Nama baru' }));
    const renamed = await following.next<Change>();
    expect(renamed).toMatchObject({ change: 'UPDATED', vacancyId: told.vacancyId });
    expect(JSON.parse(renamed.record ?? '')).toMatchObject({ employer: { name: 'Nama baru' } });
    await world.seed((manager) => manager.delete(Vacancy, { id }));
    expect(await following.next()).toMatchObject({ change: 'TOMBSTONE', record: null });
    following.leave();
  });

  it('tells one that was taken in when its time had passed', async () => {
    const { following } = await followNow();
    await change('vacancy.created', (manager) => aVacancy(manager, { state: 'EXPIRED' }));
    expect(await following.next()).toMatchObject({
      change: 'CLOSED',
      vacancy: { state: 'EXPIRED' },
    });
    following.leave();
  });

  it('is silent about everything else that changes', async () => {
    const { following } = await followNow();
    await world.seed((manager) =>
      appendOutbox(manager, [
        { aggregate: 'candidate', aggregateId: 'x', kind: 'candidate.updated', version: 1 },
      ]),
    );
    await publish();
    expect(await changesOf(following, 1)).toEqual(['CREATED']);
    following.leave();
  });

  it.each([
    [{ regionCodes: ['nowhere'] }, 'BAD_USER_INPUT'],
    [{ near: { latitude: 91, longitude: 0 } }, 'BAD_USER_INPUT'],
    [{ withinKm: 5 }, 'BAD_USER_INPUT'],
    [{ occupationIds: ['no id'] }, 'BAD_USER_INPUT'],
  ])('refuses the filter %j', async (filter, code) => {
    const refused = await follow({ filter }).catch((error: unknown) => error);
    const [first] = refused instanceof AggregateError ? refused.errors : [refused];
    expect(first).toMatchObject({ code });
  });
});

describe('vacancyChanges', () => {
  it('gives the same changes under the same cursors', async () => {
    const { following, cursor } = await followNow();
    const first = await publish();
    const second = await publish();
    await close(first);
    const told = [];
    while (told.length < 3) told.push(await following.next<Change>());
    following.leave();
    const page = await list({ after: cursor, first: 2 });
    expect(page.edges.map(({ node }) => node.eventId)).toEqual(
      told.slice(0, 2).map(({ eventId }) => eventId),
    );
    expect(page.pageInfo).toEqual({ hasNextPage: true, endCursor: page.edges[1].cursor });
    const rest = await follow({ after: page.pageInfo.endCursor });
    expect(await rest.next()).toMatchObject({ eventId: told[2].eventId, change: 'CLOSED' });
    rest.leave();
    expect(second).not.toBe(first);
  });

  it('says which cursors cannot be gone on from', async () => {
    const { following, cursor } = await followNow();
    following.leave();
    await publish();
    await publish();
    const newest = await newestSeq(world.stream.dataSource);
    await world.seed(async (manager) => {
      await manager.query('DELETE FROM outbox WHERE seq < $1', [newest]);
      await manager.insert(ConsumerCursor, { name: 'vacancy changes kept', seq: `${newest - 1}` });
    });
    const expired = await list({ after: cursor });
    expect(expired).toMatchObject({ edges: [], gap: { reason: 'EXPIRED' } });
    expect(expired.pageInfo.endCursor).toBe(expired.gap?.freshCursor);
    expect(await list({ after: 'x' })).toMatchObject({ gap: { reason: 'UNKNOWN' } });
    const resumed = await follow({ after: cursor });
    expect(await resumed.next()).toMatchObject({ kind: 'ResumeGap', reason: 'EXPIRED' });
    resumed.leave();
    expect((await list()).edges).toHaveLength(1);
  });
});
