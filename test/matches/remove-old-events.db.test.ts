import type { EntityManager } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { ConsumerCursor, MatchEventRow } from '../../src/entities';
import { appendMatchEvents } from '../../src/matches/match-event-rows';
import { removeOldEvents } from '../../src/matches/remove-old-events';
import { aVacancy } from '../builders';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const now = new Date('2026-11-22T00:00:00Z');
const daysAgo = (days: number) => new Date(now.getTime() - days * 86_400_000);

let database: TestDatabase;
let dataSource: Awaited<ReturnType<typeof createDataSource>>;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(dataSource, 'system', work);

describe('removeOldEvents', () => {
  it('removes match events of more than 14 days and keeps the last place removed', async () => {
    await asSystem(async (manager) => {
      const { id: vacancyId, employerId } = await aVacancy(manager);
      const event = { changeSeq: 1, employerId, vacancyId, candidateId: null, verdict: null };
      const counts = { scoreBp: null, rank: null, entered: 60, risen: 0, left: 0 };
      const kind = { kind: 'SEVERAL', cause: 'NEW_PERSON' } as const;
      const ages = [30, 20, 15, 13, 1];
      await appendMatchEvents(
        manager,
        ages.map((age) => ({ ...event, ...counts, ...kind, at: daysAgo(age) })),
      );
    });
    const options = { now, consumers: [], signal: new AbortController().signal };
    expect(await removeOldEvents(asSystem, options)).toEqual({
      ...{ changes: 0, vacancyChanges: 0, matchEvents: 3 },
    });
    const left = await asSystem((manager) =>
      manager.find(MatchEventRow, { order: { seq: 'ASC' } }),
    );
    expect(left.map(({ seq }) => seq)).toEqual(['4', '5']);
    expect(
      await dataSource.manager.findOneBy(ConsumerCursor, { name: 'match events kept' }),
    ).toMatchObject({ seq: '3' });
  });
});
