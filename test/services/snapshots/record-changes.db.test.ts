import type { EntityManager } from 'typeorm';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import { Employer, Occupation, Vacancy } from '../../../src/entities';
import { readRecords } from '../../../src/services/snapshots/read-records';
import { aVacancy, must } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

let database: TestDatabase;
let dataSource: ReturnType<typeof createDataSource>;
let vacancy: Vacancy;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const write = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(dataSource, 'system', work);

const recordOf = async ({ id }: Vacancy) => {
  const [line] = await readRecords((actor, work) => asActorRead(dataSource, actor, work), [id]);
  return line === null ? null : JSON.parse(line);
};

const told = (of = vacancy) =>
  dataSource.query('SELECT aggregate, kind FROM outbox WHERE aggregate_id = $1 ORDER BY id', [
    of.id,
  ]);

const changed = { aggregate: 'record', kind: 'record.changed' };

beforeEach(async () => {
  vacancy = await write((manager) => aVacancy(manager, { requirements: [must('patroli', 2)] }));
});

describe('the record of a vacancy', () => {
  it('has all that everybody may know of it, under keys in a fixed order', async () => {
    const record = await recordOf(vacancy);
    expect(Object.keys(record)).toMatchSnapshot('keys');
    expect(record).toMatchObject({
      schemaVersion: 1,
      slug: vacancy.slug,
      state: 'PUBLISHED',
      validThrough: vacancy.validThrough.toISOString(),
      wage: null,
      occupation: { code: 'satpam-security', matchedText: null },
      regions: [{ code: '72.71', name: 'Kota Palu', level: 'REGENCY_CITY' }],
      requirements: [
        {
          kind: 'COMPETENCY',
          necessity: 'MUST',
          competency: { code: 'patroli' },
          minLevel: 'BASIC',
        },
      ],
      partWeights: { competency: 10_000 },
    });
    expect(JSON.stringify(record)).not.toContain(vacancy.id);
  });

  it('is nobody’s for a draft, a hidden one, and a draft that was closed', async () => {
    const hidden = await write((manager) => aVacancy(manager, { state: 'SUSPENDED' }));
    const draft = await write((manager) =>
      aVacancy(manager, { state: 'CLOSED', publishedAt: null }),
    );
    expect([await recordOf(hidden), await recordOf(draft)]).toEqual([null, null]);
  });

  it('is announced when its employer is renamed, verified or suspended', async () => {
    const { employerId } = vacancy;
    for (const verification of ['SUSPENDED', 'VERIFIED'] as const) {
      await write((manager) => manager.update(Employer, employerId, { verification }));
    }
    await write((manager) => manager.update(Employer, employerId, { name: 'Baru' }));
    expect(await told()).toEqual([changed, changed, changed]);
    expect(await recordOf(vacancy)).toMatchObject({
      employer: { name: 'Baru', verification: 'VERIFIED' },
    });
  });

  it('is announced when its occupation, a competency or an area gets another name', async () => {
    await withOwner("UPDATE occupations SET label_id = 'Baru' WHERE id = 'satpam-security'");
    await withOwner("UPDATE competencies SET label_en = 'Baru' WHERE id = 'patroli'");
    await withOwner("UPDATE regions SET name = 'Baru' WHERE code = '72.71'");
    expect(await told()).toEqual([changed, changed, changed]);
  });

  it('is not announced when nothing of it changes, nor for who was never published', async () => {
    const draft = await write((manager) =>
      aVacancy(manager, {
        ...{ employerId: vacancy.employerId, state: 'DRAFT', publishedAt: null },
      }),
    );
    await write((manager) =>
      manager.update(Employer, vacancy.employerId, { version: 2, updatedAt: new Date() }),
    );
    await write((manager) =>
      manager.update(Occupation, 'satpam-security', { aliases: ['penjaga'] }),
    );
    expect(await told()).toEqual([]);
    await write((manager) => manager.update(Employer, vacancy.employerId, { name: 'Baru' }));
    expect(await told(draft)).toEqual([]);
  });

  it('is announced as removed when a public vacancy is deleted, and a draft is not', async () => {
    const draft = await write((manager) =>
      aVacancy(manager, { state: 'DRAFT', publishedAt: null }),
    );
    await write((manager) => manager.delete(Vacancy, [vacancy.id, draft.id]));
    expect(await told()).toEqual([{ aggregate: 'record', kind: 'record.removed' }]);
    expect(await told(draft)).toEqual([]);
  });
});

async function withOwner(sql: string): Promise<void> {
  const owner = await createDataSource(database.migratorUrl).initialize();
  await owner.query(sql);
  await owner.destroy();
}
