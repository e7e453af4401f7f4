import type { EntityManager } from 'typeorm';
import { asActor, asActorRead } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { Candidate, MatchList, StandingMatch, type Vacancy } from '../../src/entities';
import type { ListedChange } from '../../src/matches/causes';
import { readMatchEvents } from '../../src/matches/match-event-rows';
import { Matcher } from '../../src/matches/matcher';
import { startPeople } from '../../src/matching/engine/start-engine';
import { type FactsStore, type OpenedStore, openStore } from '../../src/matching/facts-store';
import { aCandidate, anEmployer, aVacancy, holds, must } from '../builders';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

let database: TestDatabase;
let dataSource: Awaited<ReturnType<ReturnType<typeof createDataSource>['initialize']>>;
let opened: OpenedStore[];
let changes: ListedChange[];
let vacancy: Vacancy;
const clock = { instant: new Date('2026-11-20T03:00:00Z'), now: () => clock.instant };

const seed = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(dataSource, 'system', work);
const readAsSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActorRead(dataSource, 'system', work);

const createMatcher = () =>
  new Matcher({
    clock,
    change: seed,
    changesOf: async (ids, after, until) =>
      changes.filter(
        ({ seq, aggregateId }) => ids.includes(aggregateId) && seq > after && seq <= until,
      ),
  });

/** Everything as it is now, in the month of the clock. */
async function read(): Promise<FactsStore> {
  const found = await openStore({
    readAsSystem,
    clock,
    startPeople: (month) =>
      startPeople({ databaseUrl: database.appUrl, month }, { now: () => clock.now().getTime() }),
  });
  opened.push(found);
  return found.store;
}

/** Announces changes and lets the store take them in. */
async function announce(
  store: FactsStore,
  ...told: readonly (readonly [string, string, string])[]
): Promise<ListedChange[]> {
  const made = told.map(([aggregate, aggregateId, kind], at) => ({
    ...{ seq: changes.length + at + 1, aggregate, aggregateId, kind },
  }));
  changes.push(...made);
  await store.apply(readAsSystem, made);
  return made;
}

const events = () => seed((manager) => readMatchEvents(manager, 0, 1_000));
const outline = async () =>
  (await events()).map(({ kind, cause, entered, risen, left }) =>
    kind === 'SEVERAL' ? `${kind} ${cause} ${entered} ${risen} ${left}` : `${kind} ${cause}`,
  );

const addGuard = (values: Parameters<typeof aCandidate>[1] = {}) =>
  seed((manager) => aCandidate(manager, { competencies: [holds('patroli')], ...values }));

beforeEach(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  [opened, changes] = [[], []];
  clock.instant = new Date('2026-11-20T03:00:00Z');
  vacancy = await seed(async (manager) =>
    aVacancy(manager, {
      employerId: (await anEmployer(manager)).id,
      requirements: [must('patroli', 2), { kind: 'EXPERIENCE', minMonths: 24, necessity: 'NICE' }],
    }),
  );
});

afterEach(async () => {
  for (const { started } of opened) await started.kill();
  await dataSource.destroy();
  await database.drop();
});

describe('standing lists', () => {
  it('follow the passing of time without an event', async () => {
    const work = { occupationId: 'satpam-security', startedOn: '2025-12-10', endedOn: null };
    const ageing = await addGuard({ experiences: [work] });
    const matcher = createMatcher();
    await matcher.refresh(await read(), 0);
    const scoreOf = () =>
      seed((manager) => manager.findOneByOrFail(StandingMatch, { candidateId: ageing.id }));
    const before = await scoreOf();

    clock.instant = new Date('2027-01-03T03:00:00Z');
    const nextMonth = await read();
    const other = await addGuard();
    const made = await announce(nextMonth, ['candidate', other.id, 'candidate.activated']);
    await matcher.handle(nextMonth, made);
    const after = await scoreOf();
    expect(after.scoreBp).toBeGreaterThan(before.scoreBp);
    expect(await events()).toMatchObject([
      { kind: 'ENTERED', cause: 'NEW_PERSON', candidateId: other.id, rank: 2 },
    ]);
    await expect(seed((manager) => manager.findOneByOrFail(MatchList, {}))).resolves.toMatchObject({
      month: nextMonth.month,
    });
  });

  it('are written once by two that handle the same change at once', async () => {
    const store = await read();
    const [one, other] = [createMatcher(), createMatcher()];
    await one.refresh(store, 0);
    const people = [await addGuard(), await addGuard()];
    const made = await announce(
      store,
      ...people.map(({ id }) => ['candidate', id, 'candidate.activated'] as const),
    );
    await Promise.all([one.handle(store, made), other.handle(store, made)]);
    expect(await outline()).toEqual(['ENTERED NEW_PERSON', 'ENTERED NEW_PERSON']);
    // Each knows the floors that the other has written.
    const third = await addGuard();
    await one.handle(store, await announce(store, ['candidate', third.id, 'candidate.activated']));
    expect(await outline()).toHaveLength(3);
  });

  it('count what comes in masses, and tell it when the minute is over', async () => {
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    const join = async (count: number) => {
      const people: Candidate[] = [];
      for (let at = 0; at < count; at += 1) people.push(await addGuard());
      const told = people.map(({ id }) => ['candidate', id, 'candidate.activated'] as const);
      await matcher.handle(store, await announce(store, ...told));
      return people;
    };
    await join(45);
    await join(10);
    expect(await outline()).toHaveLength(45);
    clock.instant = new Date(clock.instant.getTime() + 61_000);
    await matcher.tellOverdue(changes.length);
    expect((await outline()).slice(45)).toEqual(['SEVERAL NEW_PERSON 10 0 0']);
    clock.instant = new Date(clock.instant.getTime() + 61_000);
    await join(70);
    const masses = (await events()).slice(46);
    expect(masses).toHaveLength(1);
    expect([masses[0].kind, masses[0].entered - masses[0].left]).toEqual(['SEVERAL', 100 - 55]);
  });

  it('tell of an open place who takes it, and of a taken one who gave way', async () => {
    const people: Candidate[] = [];
    for (let at = 0; at < 101; at += 1) people.push(await addGuard());
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    const list = await seed((manager) => manager.find(StandingMatch, { order: { tie: 'ASC' } }));
    const [first] = list;
    await seed((manager) => manager.update(Candidate, first.candidateId, { status: 'DORMANT' }));
    await matcher.handle(
      store,
      await announce(store, ['candidate', first.candidateId, 'candidate.paused']),
    );
    expect(await events()).toMatchObject([
      { kind: 'LEFT', cause: 'PERSON_LEFT', candidateId: first.candidateId, rank: null },
      { kind: 'ENTERED', cause: 'PLACE_FREED', candidateId: list[100].candidateId, rank: 1 },
    ]);
    await seed((manager) => manager.update(Candidate, first.candidateId, { status: 'ACTIVE' }));
    await matcher.handle(
      store,
      await announce(store, ['candidate', first.candidateId, 'candidate.activated']),
    );
    expect((await events()).slice(2)).toMatchObject([
      { kind: 'LEFT', cause: 'OVERTAKEN', candidateId: list[100].candidateId },
      { kind: 'ENTERED', cause: 'NEW_PERSON', candidateId: first.candidateId, rank: 1 },
    ]);
  });

  it('end with the vacancy, told once', async () => {
    await addGuard();
    await addGuard();
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    await seed((manager) => manager.query("UPDATE vacancies SET state = 'CLOSED'"));
    const made = await announce(store, ['vacancy', vacancy.id, 'vacancy.closed']);
    await matcher.handle(store, made);
    await matcher.handle(store, made);
    expect(await outline()).toEqual(['SEVERAL VACANCY_CLOSED 0 0 2']);
    await expect(seed((manager) => manager.count(StandingMatch))).resolves.toBe(0);
  });

  it('tell of a vacancy that changes while others change as well', async () => {
    const leaving = await addGuard({ competencies: [holds('patroli', 2)] });
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    const joining = await addGuard({ competencies: [holds('patroli', 5)] });
    await seed((manager) =>
      manager.query("UPDATE requirements SET min_level = 5 WHERE kind = 'COMPETENCY'"),
    );
    const made = await announce(
      store,
      ['candidate', joining.id, 'candidate.activated'],
      ['vacancy', vacancy.id, 'vacancy.updated'],
    );
    await matcher.handle(store, made);
    expect(await events()).toMatchObject([
      { kind: 'LEFT', cause: 'REQUIREMENT_CHANGED', candidateId: leaving.id },
      { kind: 'ENTERED', cause: 'NEW_PERSON', candidateId: joining.id },
    ]);
  });

  it('tell the same when so much waits that every list is read at once', async () => {
    const other = await seed((manager) =>
      aVacancy(manager, { employerId: vacancy.employerId, requirements: [must('patroli', 2)] }),
    );
    const leaving = await addGuard();
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    const joining = await addGuard();
    await seed(async (manager) => {
      await manager.update(Candidate, leaving.id, { status: 'DORMANT' });
      await manager.query("UPDATE vacancies SET state = 'CLOSED' WHERE id = $1", [other.id]);
    });
    const idle = Array.from(
      { length: 2_000 },
      () => ['employer', 'e', 'employer.updated'] as const,
    );
    const made = await announce(
      store,
      ...idle,
      ['candidate', joining.id, 'candidate.activated'],
      ['candidate', leaving.id, 'candidate.paused'],
      ['vacancy', other.id, 'vacancy.closed'],
    );
    await matcher.handle(store, made.slice(0, 1));
    const told = await events();
    expect(told.map(({ kind, cause, changeSeq }) => [kind, cause, changeSeq]).sort()).toEqual([
      ['ENTERED', 'NEW_PERSON', 2_001],
      ['LEFT', 'PERSON_LEFT', 2_002],
      ['SEVERAL', 'VACANCY_CLOSED', 2_003],
    ]);
    await matcher.handle(store, made.slice(1));
    expect(await events()).toHaveLength(3);
  });

  it('tell who takes the place of somebody who was deleted, and nothing of that person', async () => {
    for (let at = 0; at < 135; at += 1) await addGuard();
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    const byPlace = { order: { tie: 'ASC' } } as const;
    const list = await seed((manager) => manager.find(StandingMatch, byPlace));
    const gone = list.slice(0, 40).map(({ candidateId }) => candidateId);
    await seed((manager) => manager.delete(Candidate, gone));
    const told = gone.map((id) => ['candidate', id, 'candidate.erased'] as const);
    await matcher.handle(store, await announce(store, ...told));
    const left = await seed((manager) => manager.find(StandingMatch, byPlace));
    expect(left.map(({ candidateId }) => candidateId)).not.toContain(gone[0]);
    expect(left).toHaveLength(95);
    const [{ entered, left: leaving }] = await events();
    expect([entered, leaving]).toEqual([35, 40]);
  });

  it('lose no list when somebody is deleted while a vacancy is read', async () => {
    const [deleted, other] = [await addGuard(), await addGuard()];
    const store = await read();
    const matcher = createMatcher();
    await matcher.refresh(store, 0);
    await seed((manager) => manager.query('DELETE FROM match_lists'));
    await seed((manager) => manager.delete(Candidate, deleted.id));
    await matcher.handle(
      store,
      await announce(store, ['vacancy', vacancy.id, 'vacancy.published']),
    );
    expect(await events()).toMatchObject([
      { kind: 'ENTERED', cause: 'VACANCY_PUBLISHED', candidateId: other.id },
    ]);
  });
});
