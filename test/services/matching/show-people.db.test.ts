import type { DataSource } from 'typeorm';
import { asActor, asActorRead } from '../../../src/database/as-actor';
import { createDataSource } from '../../../src/database/data-source';
import type { Candidate } from '../../../src/entities';
import { verificationStatuses } from '../../../src/entities/vocabulary';
import { NEW_PEOPLE_A_DAY, showPeople } from '../../../src/services/matching/show-people';
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

const show = (organisationId: string, people = [person.id], now = new Date()) =>
  showPeople(
    {
      readAs: (actor, work) => asActorRead(dataSource, actor, work),
      runAs: (actor, work) => asActor(dataSource, actor, work),
    },
    people.map((candidateId) => ({ organisationId, candidateId })),
    now,
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
    const shown = [...(await show(one.id)).values(), ...(await show(other.id)).values()];
    expect(new Set(shown.map(({ handle }) => handle)).size).toBe(2);
  });

  describe('the cap of new people', () => {
    const crowd: string[] = [];
    const start = new Date('2026-11-21T01:00:00Z');
    const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
    const newcomers = (shown: Awaited<ReturnType<typeof show>>) =>
      [...shown.values()].filter(({ handle }) => handle !== null).length;
    const anOrganisation = () => asActor(dataSource, 'system', (manager) => anEmployer(manager));

    beforeAll(async () => {
      await asActor(dataSource, 'system', async (manager) => {
        for (let at = 0; at < NEW_PEOPLE_A_DAY + 50; at += 1) {
          crowd.push((await aCandidate(manager)).id);
        }
      });
    });

    it('lets an organisation get to know 200 people in 24 hours, the first ones asked for', async () => {
      const { id } = await anOrganisation();
      const shown = await show(id, crowd, start);
      expect([shown.size, newcomers(shown)]).toEqual([crowd.length, NEW_PEOPLE_A_DAY]);
      const first = await show(id, crowd.slice(0, NEW_PEOPLE_A_DAY), hours(1));
      expect(newcomers(first)).toBe(NEW_PEOPLE_A_DAY);
      expect(newcomers(await show(id, crowd.slice(NEW_PEOPLE_A_DAY), hours(23)))).toBe(0);
      expect(newcomers(await show(id, crowd.slice(NEW_PEOPLE_A_DAY), hours(25)))).toBe(50);
    });

    it('holds for all requests of an organisation together, and for each by itself', async () => {
      const [one, other] = [await anOrganisation(), await anOrganisation()];
      const parts = [crowd.slice(0, 90), crowd.slice(80, 170), crowd.slice(160)];
      await Promise.all(parts.map((part) => show(one.id, part, start)));
      expect(newcomers(await show(one.id, crowd, start))).toBe(NEW_PEOPLE_A_DAY);
      expect(newcomers(await show(other.id, crowd.slice(0, 60), start))).toBe(60);
    });
  });
});
