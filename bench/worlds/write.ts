import type { DataSource, EntityManager } from 'typeorm';
import { appendOutbox } from '../../src/changes/outbox';
import { asActor } from '../../src/database/as-actor';
import { insertRows } from '../../src/database/insert-rows';
import {
  Candidate,
  CandidateCompetency,
  Employer,
  Requirement,
  Vacancy,
  VacancyRegion,
  WorkExperience,
} from '../../src/entities';
import { drawPerson, type PersonRows } from './people';
import type { WorldDraws } from './reference';
import { drawVacancy, type VacancyRows } from './vacancies';

const PEOPLE_AT_ONCE = 2_500;

/** Writes people and announces them like any change. */
export async function writePeople(
  dataSource: DataSource,
  draws: WorldDraws,
  count: number,
  now: Date,
): Promise<void> {
  for (let done = 0; done < count; done += PEOPLE_AT_ONCE) {
    const length = Math.min(PEOPLE_AT_ONCE, count - done);
    const people = Array.from({ length }, () => drawPerson(draws, now));
    await asActor(dataSource, 'system', async (manager) => {
      await insertPeople(manager, people);
      await appendOutbox(manager, people.map(announce));
    });
  }
}

export async function insertPeople(
  manager: EntityManager,
  people: readonly PersonRows[],
): Promise<void> {
  await insertRows(
    manager,
    Candidate,
    people.map(({ candidate }) => candidate),
  );
  await insertRows(
    manager,
    CandidateCompetency,
    people.flatMap(({ competencies }) => competencies),
  );
  await insertRows(
    manager,
    WorkExperience,
    people.flatMap(({ experiences }) => experiences),
  );
}

const announce = ({ candidate }: PersonRows) => ({
  aggregate: 'candidate' as const,
  aggregateId: candidate.id,
  kind: 'candidate.created',
  version: 1,
});

/** Writes published vacancies of one employer; their ids. */
export async function writeVacancies(
  dataSource: DataSource,
  draws: WorldDraws,
  count: number,
  now: Date,
): Promise<string[]> {
  const employerId = draws.uuid();
  const employer = { id: employerId, name: 'PT Rekaan (contoh)', regionCode: '72.71' };
  const vacancies = Array.from({ length: count }, () => drawVacancy(draws, employerId, now));
  await asActor(dataSource, 'system', async (manager) => {
    await insertRows(manager, Employer, [{ ...employer, verification: 'VERIFIED', isDemo: true }]);
    await insertVacancies(manager, vacancies);
  });
  return vacancies.map(({ vacancy }) => vacancy.id);
}

export async function insertVacancies(
  manager: EntityManager,
  vacancies: readonly VacancyRows[],
): Promise<void> {
  await insertRows(
    manager,
    Vacancy,
    vacancies.map(({ vacancy }) => vacancy),
  );
  await insertRows(
    manager,
    VacancyRegion,
    vacancies.flatMap(({ regions }) => regions),
  );
  await insertRows(
    manager,
    Requirement,
    vacancies.flatMap(({ requirements }) => requirements),
  );
  await appendOutbox(
    manager,
    vacancies.map(({ vacancy }) => ({
      aggregate: 'vacancy',
      aggregateId: vacancy.id,
      kind: 'vacancy.published',
      version: 1,
    })),
  );
}
