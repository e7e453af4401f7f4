import { randomUUID } from 'node:crypto';
import { encodeNodeId } from '../../../src/resolvers/node-id';
import { anOfficer, aVacancy } from '../../builders';
import { NOW } from '../../resolvers/graph-world';
import { type ObjectionWorld, startObjectionWorld } from './objection-world';

const DAY_MS = 86_400_000;

let world: ObjectionWorld;
beforeEach(async () => {
  world = await startObjectionWorld();
});
afterEach(() => world.stop());

const idOf = ({ objection }: { objection: { id: string } | null }) => String(objection?.id);
const later = (days: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + days * DAY_MS);
};
const vacancyId = async () =>
  encodeNodeId('Vacancy', (await world.seed((manager) => aVacancy(manager))).id);

describe('objectToMatch', () => {
  it('opens a review with a due date', async () => {
    await world.file();
    expect(await world.own('state statement filedAt dueAt isOverdue vacancy { id }')).toEqual([
      {
        ...{ state: 'FILED', statement: 'Pengalaman saya tidak dihitung.', isOverdue: false },
        ...{ filedAt: NOW, dueAt: new Date(NOW.getTime() + 14 * DAY_MS) },
        vacancy: { id: encodeNodeId('Vacancy', world.vacancy.id) },
      },
    ]);
  });

  it('is open to whoever is not eligible and to whoever is not matched at all', async () => {
    const unable = await world.aSeeker({ competencies: [] });
    const silent = await world.aSeeker({ matchingConsentAt: null });
    for (const who of [unable, silent]) expect((await world.file(who)).userErrors).toEqual([]);
  });

  it('is open once a vacancy, until it is answered', async () => {
    const id = idOf(await world.file());
    expect((await world.file()).userErrors).toEqual([
      { code: 'OBJECTION_OPEN', path: ['vacancyId'] },
    ]);
    await world.withdraw(world.seeker, id);
    expect((await world.file()).objection?.state).toBe('FILED');
  });

  it('is possible five times a day', async () => {
    for (let count = 0; count < 5; count += 1) {
      const filed = await world.file(world.seeker, { vacancyId: await vacancyId() });
      expect(filed.userErrors).toEqual([]);
    }
    expect((await world.file()).userErrors).toEqual([
      { code: 'DAILY_LIMIT_REACHED', path: ['vacancyId'] },
    ]);
    later(1);
    expect((await world.file()).userErrors).toEqual([]);
  });

  it('takes plain words and public vacancies', async () => {
    expect((await world.file(world.seeker, { reason: ' ' })).userErrors).toEqual([
      { code: 'TEXT_INVALID', path: ['reason'] },
    ]);
    const draft = await world.seed((manager) => aVacancy(manager, { state: 'DRAFT' }));
    for (const id of [draft.id, randomUUID()]) {
      const asked = world.file(world.seeker, { vacancyId: encodeNodeId('Vacancy', id) });
      await expect(asked).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['vacancyId'] });
    }
  });
});

describe('withdrawObjection', () => {
  it('ends an open one, once, for the person alone', async () => {
    const id = idOf(await world.file());
    const other = await world.aSeeker();
    await expect(world.withdraw(other, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await world.withdraw(world.seeker, id)).objection?.state).toBe('WITHDRAWN');
    expect((await world.withdraw(world.seeker, id)).userErrors).toMatchObject([
      { code: 'STATE_NOT_ALLOWED' },
    ]);
  });
});

describe('objectionQueue', () => {
  it('holds the open ones of the own area, overdue ones first', async () => {
    const first = idOf(await world.file());
    later(10);
    const second = await world.aSeeker();
    const secondId = idOf(await world.file(second));
    const elsewhere = await world.aSeeker({ regionCode: '73.71.01' });
    await world.file(elsewhere);
    later(5);
    expect(await world.queue('id isOverdue')).toEqual([
      { id: first, isOverdue: true },
      { id: secondId, isOverdue: false },
    ]);
    await world.withdraw(world.seeker, first);
    expect(await world.queue('id')).toEqual([{ id: secondId }]);
  });

  it('goes on behind a cursor', async () => {
    for (let count = 0; count < 3; count += 1) await world.file(await world.aSeeker());
    const page = async (after: string | null) =>
      (
        await world.data<{
          objectionQueue: {
            totalCount: number;
            pageInfo: { endCursor: string };
            edges: { node: { id: string } }[];
          };
        }>(
          `query ($after: String) { objectionQueue(first: 2, after: $after) {
             totalCount pageInfo { endCursor } edges { node { id } } } }`,
          { audience: 'office', accountId: world.officer.id, variables: { after } },
        )
      ).objectionQueue;
    const first = await page(null);
    const second = await page(first.pageInfo.endCursor);
    const ids = [...first.edges, ...second.edges].map(({ node }) => node.id);
    expect([first.totalCount, new Set(ids).size]).toEqual([3, 3]);
  });

  it.each(['AUDITOR', 'FACILITATOR'] as const)('is closed to the role %s', async (role) => {
    const account = await world.seed((manager) => anOfficer(manager, { role }));
    await expect(world.queue('id', account)).rejects.toMatchObject({ code: 'OFFICE_ONLY' });
  });
});

describe('decideObjection', () => {
  it('answers the person in writing and says what follows', async () => {
    const id = idOf(await world.file());
    expect((await world.take(id)).objection?.state).toBe('IN_REVIEW');
    await world.decide(id);
    expect(await world.own('state decision remedies endedAt')).toEqual([
      {
        ...{ state: 'UPHELD', decision: 'Data Anda kami perbaiki.', endedAt: NOW },
        remedies: ['DATA_MENDED'],
      },
    ]);
    expect(await world.queue('id')).toEqual([]);
  });

  it('changes no score', async () => {
    const match = async () =>
      await world.data(
        'query ($id: ID!) { vacancy(id: $id) { myMatch { scoreBp verdict factors { contributionBp } } } }',
        {
          audience: 'candidate',
          accountId: world.seeker.account.id,
          variables: { id: encodeNodeId('Vacancy', world.vacancy.id) },
        },
      );
    await world.refresh();
    const before = await match();
    const id = idOf(await world.file());
    await world.take(id);
    await world.decide(id);
    await world.refresh();
    expect(await match()).toEqual(before);
  });

  it('is for who took it: a colleague takes it over first', async () => {
    const id = idOf(await world.file());
    expect((await world.decide(id)).userErrors).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
    await world.take(id);
    const colleague = await world.seed((manager) => anOfficer(manager));
    expect((await world.decide(id, {}, colleague)).userErrors).toMatchObject([
      { code: 'STATE_NOT_ALLOWED' },
    ]);
    await world.take(id, colleague);
    expect((await world.decide(id, {}, colleague)).userErrors).toEqual([]);
  });

  it('names what follows where it is upheld, and nothing where it is rejected', async () => {
    const id = idOf(await world.file());
    await world.take(id);
    const mismatch = [{ code: 'REMEDY_MISMATCH', path: ['remedies'] }];
    expect((await world.decide(id, { remedies: [] })).userErrors).toEqual(mismatch);
    expect((await world.decide(id, { upheld: false })).userErrors).toEqual(mismatch);
    const rejected = await world.decide(id, { upheld: false, remedies: [] });
    expect(rejected.objection?.state).toBe('REJECTED');
  });

  it('finds one of another area no more than a missing one', async () => {
    const elsewhere = await world.aSeeker({ regionCode: '73.71.01' });
    const foreign = idOf(await world.file(elsewhere));
    for (const id of [foreign, encodeNodeId('Objection', randomUUID())]) {
      await expect(world.take(id)).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
      await expect(world.decide(id)).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    }
  });
});
