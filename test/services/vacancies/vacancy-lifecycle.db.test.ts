import { type DataSource, LessThanOrEqual } from 'typeorm';
import { asActor } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import {
  type Account,
  Employer,
  IdempotencyKey,
  Membership,
  OutboxEvent,
  Requirement,
  Vacancy,
  VacancyRegion,
} from '../../../src/entities';
import type { RunAs } from '../../../src/services/transaction';
import { closeVacancy } from '../../../src/services/vacancies/close-vacancy';
import { createVacancy } from '../../../src/services/vacancies/create-vacancy';
import { publishVacancy } from '../../../src/services/vacancies/publish-vacancy';
import { updateVacancy } from '../../../src/services/vacancies/update-vacancy';
import { anEmployerWithOwner, aVacancy } from '../../builders';
import { aDraft, aRequirement } from '../../doubles/vacancy-draft';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

const now = new Date('2026-11-21T01:00:00Z');
let time = now;
let database: TestDatabase;
let dataSource: DataSource;
let account: Account;
let employer: Employer;
let viewer: { accountId: string };

const draft = (overrides: Parameters<typeof aDraft>[0] = {}) =>
  aDraft({ ...overrides, requirements: overrides.requirements ?? withRealCompetency() }, now);
const withRealCompetency = () => [
  aRequirement({ competencyId: 'patroli' }),
  ...aDraft().requirements.slice(1),
];
let keys = 0;
const freshKey = () => `key-${++keys}`;

const deps = {
  runAs: ((actor, work) => asActor(dataSource, actor, work)) as RunAs,
  clock: { now: () => time },
};
const create = createVacancy(deps);
const update = updateVacancy(deps);
const publish = publishVacancy(deps);
const close = closeVacancy(deps);

const read = (id: string) =>
  asActor(dataSource, 'system', (manager) => manager.findOneByOrFail(Vacancy, { id }));
const eventsOf = (id: string) =>
  asActor(dataSource, 'system', async (manager) => {
    const events = await manager.find(OutboxEvent, {
      where: { aggregateId: id },
      order: { id: 'ASC' },
    });
    return events.map(({ kind, version }) => `${kind} ${version}`);
  });
const createDraft = async () => {
  const command = { clientMutationId: freshKey(), employerId: employer.id, draft: draft() };
  return (await create(viewer, command)).value ?? '';
};

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  await asActor(dataSource, 'system', async (manager) => {
    ({ account, employer } = await anEmployerWithOwner(manager));
  });
  viewer = { accountId: account.id };
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

beforeEach(() => {
  time = now;
});

describe('createVacancy', () => {
  it('writes a draft with its places, conditions and one event', async () => {
    const id = await createDraft();
    expect(await read(id)).toMatchObject({ state: 'DRAFT', version: 1, wageMin: '3700000' });
    await asActor(dataSource, 'system', async (manager) => {
      expect(await manager.countBy(VacancyRegion, { vacancyId: id })).toBe(1);
      expect(await manager.countBy(Requirement, { vacancyId: id })).toBe(3);
    });
    expect(await eventsOf(id)).toEqual(['vacancy.created 1']);
  });

  it('refuses names that the reference data does not have and changes nothing', async () => {
    const outcome = await create(viewer, {
      clientMutationId: 'wrong-names',
      employerId: employer.id,
      draft: draft({
        occupationId: 'tidak-ada',
        regionCodes: ['72.71', '99.99'],
        requirements: [
          aRequirement({ competencyId: 'tidak-ada' }),
          aRequirement({ kind: 'LICENCE', competencyId: 'patroli' }),
        ],
      }),
    });
    expect(outcome.problems.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'UNKNOWN_REFERENCE occupationId',
      'UNKNOWN_REFERENCE regionCodes.1',
      'UNKNOWN_REFERENCE requirements.0.competencyId',
      'REQUIREMENT_MISMATCH requirements.1.competencyId',
    ]);
    await asActor(dataSource, 'system', async (manager) => {
      expect(await manager.countBy(IdempotencyKey, { key: 'wrong-names' })).toBe(0);
    });
  });

  it('finds no employer for whom the account does not act', async () => {
    const other = await asActor(dataSource, 'system', (manager) => anEmployerWithOwner(manager));
    await expect(
      create(viewer, {
        clientMutationId: freshKey(),
        employerId: other.employer.id,
        draft: draft(),
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['employerId'] });
  });

  it('has one effect for fifty parallel calls with one key', async () => {
    const command = { clientMutationId: freshKey(), employerId: employer.id, draft: draft() };
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => create(viewer, command)));
    const ids = new Set(outcomes.map((outcome) => outcome.value));
    expect(ids.size).toBe(1);
    expect(await eventsOf([...ids][0] ?? '')).toEqual(['vacancy.created 1']);
  });

  it('refuses a key that came with another body', async () => {
    const command = { clientMutationId: freshKey(), employerId: employer.id, draft: draft() };
    await create(viewer, command);
    await expect(
      create(viewer, { ...command, draft: draft({ title: 'Kasir malam' }) }),
    ).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
  });

  it('forgets a key after a day', async () => {
    const command = { clientMutationId: freshKey(), employerId: employer.id, draft: draft() };
    const first = await create(viewer, command);
    time = new Date(now.getTime() + 24 * 3_600_000 + 1);
    const second = await create(viewer, command);
    expect(second.value).not.toBe(first.value);
    await asActor(dataSource, 'system', async (manager) => {
      expect(await manager.countBy(IdempotencyKey, { createdAt: LessThanOrEqual(now) })).toBe(0);
    });
  });

  it('refuses an empty key and one of 256 characters', async () => {
    for (const clientMutationId of ['', 'k'.repeat(256)]) {
      await expect(
        create(viewer, { clientMutationId, employerId: employer.id, draft: draft() }),
      ).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_INVALID' });
    }
  });
});

describe('updateVacancy', () => {
  it('replaces the content as the next version', async () => {
    const vacancyId = await createDraft();
    const outcome = await update(viewer, {
      clientMutationId: freshKey(),
      vacancyId,
      expectedVersion: 1,
      draft: draft({ title: 'Kasir malam', regionCodes: ['72.10', '72.71'] }),
    });
    expect(outcome.value).toBe(vacancyId);
    expect(await read(vacancyId)).toMatchObject({ title: 'Kasir malam', version: 2 });
    expect(await eventsOf(vacancyId)).toEqual(['vacancy.created 1', 'vacancy.updated 2']);
  });

  it('tells the current version to whoever read an old one', async () => {
    const vacancyId = await createDraft();
    const command = { vacancyId, expectedVersion: 1, draft: draft() };
    await update(viewer, { clientMutationId: freshKey(), ...command });
    await expect(
      update(viewer, { clientMutationId: freshKey(), ...command }),
    ).rejects.toMatchObject({ code: 'CONFLICT', parameters: { version: 2 } });
  });

  it('keeps an open vacancy publishable', async () => {
    const vacancyId = await createDraft();
    await publish(viewer, { clientMutationId: freshKey(), vacancyId });
    const outcome = await update(viewer, {
      clientMutationId: freshKey(),
      vacancyId,
      expectedVersion: 2,
      draft: draft({ wageMin: null, wageMax: null, wageUnit: null }),
    });
    expect(outcome.problems.map((found) => found.path.join('.'))).toEqual(['wageMin']);
  });
});

describe('publishVacancy', () => {
  it('opens a complete draft', async () => {
    const vacancyId = await createDraft();
    await publish(viewer, { clientMutationId: freshKey(), vacancyId });
    expect(await read(vacancyId)).toMatchObject({ state: 'PUBLISHED', publishedAt: now });
    expect(await eventsOf(vacancyId)).toEqual(['vacancy.created 1', 'vacancy.published 2']);
  });

  it('names what is missing and leaves the draft as it is', async () => {
    const bare = { clientMutationId: freshKey(), employerId: employer.id };
    const { value } = await create(viewer, { ...bare, draft: draft({ requirements: [] }) });
    const vacancyId = value ?? '';
    const outcome = await publish(viewer, { clientMutationId: freshKey(), vacancyId });
    expect(outcome.problems.map((found) => found.path.join('.'))).toEqual([
      'requirements.COMPETENCY',
      'requirements.EDUCATION',
      'requirements.EXPERIENCE',
    ]);
    expect(await read(vacancyId)).toMatchObject({ state: 'DRAFT', version: 1 });
  });

  it('is not for an employer that the office stopped', async () => {
    const id = await createDraft();
    const decide = (verification: 'SUSPENDED' | 'VERIFIED') =>
      asActor(dataSource, 'system', (manager) =>
        manager.update(Employer, employer.id, { verification }),
      );
    await decide('SUSPENDED');
    const command = { clientMutationId: freshKey(), vacancyId: id };
    expect((await publish(viewer, command)).problems).toMatchObject([
      { code: 'EMPLOYER_SUSPENDED', path: ['id'] },
    ]);
    expect((await read(id)).state).toBe('DRAFT');
    await decide('VERIFIED');
  });

  it('hides another employer’s vacancy as if it were missing', async () => {
    const foreign = await asActor(dataSource, 'system', (manager) =>
      aVacancy(manager, { state: 'DRAFT' }),
    );
    for (const vacancyId of [foreign.id, '00000000-0000-4000-8000-000000000000']) {
      await expect(
        publish(viewer, { clientMutationId: freshKey(), vacancyId }),
      ).rejects.toMatchObject({ code: 'NOT_FOUND', field: ['id'] });
    }
  });

  it('ends with the membership', async () => {
    const vacancyId = await createDraft();
    const mine = { accountId: account.id, employerId: employer.id };
    await asActor(dataSource, 'system', (manager) =>
      manager.update(Membership, mine, { endsAt: now }),
    );
    await expect(
      publish(viewer, { clientMutationId: freshKey(), vacancyId }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await asActor(dataSource, 'system', (manager) =>
      manager.update(Membership, mine, { endsAt: null }),
    );
  });
});

describe('closeVacancy', () => {
  it('keeps the reason and tells a filled vacancy from a cancelled one', async () => {
    for (const [reason, state] of [
      ['FILLED_HERE', 'FILLED'],
      ['CANCELLED', 'CLOSED'],
    ] as const) {
      const vacancyId = await createDraft();
      await publish(viewer, { clientMutationId: freshKey(), vacancyId });
      await close(viewer, { clientMutationId: freshKey(), vacancyId, reason });
      expect(await read(vacancyId)).toMatchObject({ state, closedReason: reason, closedAt: now });
    }
  });

  it('closes once', async () => {
    const vacancyId = await createDraft();
    const command = { vacancyId, reason: 'CANCELLED' } as const;
    await close(viewer, { clientMutationId: freshKey(), ...command });
    const again = await close(viewer, { clientMutationId: freshKey(), ...command });
    expect(again.problems).toMatchObject([{ code: 'STATE_NOT_ALLOWED' }]);
  });
});
