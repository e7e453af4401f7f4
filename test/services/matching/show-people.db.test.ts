import type { DataSource } from 'typeorm';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import type { Candidate } from '../../../src/entities';
import { verificationStatuses } from '../../../src/entities/vocabulary';
import { showPeople } from '../../../src/services/matching/show-people';
import { aCandidate, anEmployer } from '../../builders';
import { createTestDatabase, type TestDatabase } from '../../support/test-servers';

let database: TestDatabase;
let dataSource: DataSource;
let person: Candidate;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
  person = await asActor(dataSource, 'system', (manager) => aCandidate(manager));
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const show = (organisationId: string) =>
  showPeople(
    {
      readAs: (actor, work) => asActorRead(dataSource, actor, work),
      runAs: (actor, work) => asActor(dataSource, actor, work),
    },
    [{ organisationId, candidateId: person.id }],
    new Date(),
  );

describe('showPeople', () => {
  it.each(verificationStatuses)(
    'shows people to an employer that is %s only if verified',
    async (verification) => {
      const employer = await asActor(dataSource, 'system', (manager) =>
        anEmployer(manager, { verification }),
      );
      expect((await show(employer.id)).size).toBe(verification === 'VERIFIED' ? 1 : 0);
    },
  );

  it('closes at once when the employer is suspended', async () => {
    const employer = await asActor(dataSource, 'system', (manager) => anEmployer(manager));
    expect((await show(employer.id)).size).toBe(1);
    await asActor(dataSource, 'system', (manager) =>
      manager.query("UPDATE employers SET verification = 'SUSPENDED' WHERE id = $1", [employer.id]),
    );
    expect((await show(employer.id)).size).toBe(0);
  });

  it('gives two employers different handles for one person', async () => {
    const [one, other] = await asActor(dataSource, 'system', async (manager) => [
      await anEmployer(manager),
      await anEmployer(manager),
    ]);
    const handles = [...(await show(one.id)).values(), ...(await show(other.id)).values()];
    expect(new Set(handles).size).toBe(2);
  });
});
