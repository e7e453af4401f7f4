import type { DataSource } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { CandidateCompetency, Requirement, VacancyRegion } from '../../src/entities';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';
import { aCandidate, anEmployerWithOwner, aVacancy, holds, must, should } from './index';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl).initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('builders', () => {
  it('insert a person with competencies and experience', async () => {
    await asActor(dataSource, 'system', async (manager) => {
      const candidate = await aCandidate(manager, {
        education: 'SMK',
        competencies: [holds('patroli', 2), holds('cctv')],
        experiences: [{ occupationId: 'satpam-security' }],
      });
      expect(candidate).toMatchObject({ education: 'SMK', status: 'ACTIVE', version: 1 });
      expect(Number(candidate.tieSalt)).toBeLessThan(2 ** 32);
      expect(await manager.countBy(CandidateCompetency, { candidateId: candidate.id })).toBe(2);
    });
  });

  it('insert a vacancy with its requirements in order', async () => {
    await asActor(dataSource, 'system', async (manager) => {
      const { employer } = await anEmployerWithOwner(manager);
      const vacancy = await aVacancy(manager, {
        employerId: employer.id,
        regionCodes: ['72.71', '72.10'],
        requirements: [
          must('patroli', 2),
          should('cctv'),
          { kind: 'EDUCATION', education: 'SMA', necessity: 'SHOULD' },
        ],
      });
      const requirements = await manager.findBy(Requirement, { vacancyId: vacancy.id });
      expect(requirements.map(({ position }) => position).sort()).toEqual([0, 1, 2]);
      expect(await manager.countBy(VacancyRegion, { vacancyId: vacancy.id })).toBe(2);
    });
  });
});
