import type { DataSource, EntityManager } from 'typeorm';
import { appendOutbox, type OutboxEntry } from '../changes/outbox';
import type { Environment } from '../config';
import { asActor } from '../database/as-actor';
import { insertRows } from '../database/insert-rows';
import {
  Account,
  Candidate,
  CandidateCompetency,
  Consent,
  Employer,
  Membership,
  Requirement,
  Vacancy,
  VacancyRegion,
  WorkExperience,
} from '../entities';
import { demoConsents } from './consents';
import type { DemoPerson } from './person';
import type { DemoVacancy } from './vacancy';
import type { DemoWorld } from './world';

/** People of one transaction: about 30,000 rows. */
const PEOPLE_AT_ONCE = 2_500;

/** Invented people never stand beside real ones. */
export function refuseDemoInProduction(environment: Environment): void {
  if (environment === 'production') throw new Error('Demo data is refused in production');
}

/**
 * Loads a world and announces it; what is already there stays as it is. Returns how many people were new.
 *
 * Errors: in production. Cost: about 0.25 ms a person.
 */
export async function loadDemoWorld(
  dataSource: DataSource,
  world: DemoWorld,
  {
    environment,
    onProgress = () => {},
  }: { environment: Environment; onProgress?: (loaded: number, total: number) => void },
): Promise<number> {
  refuseDemoInProduction(environment);
  await asActor(dataSource, 'system', async (manager) => {
    await loadDemand(manager, world);
    await loadVacancies(manager, world.vacancies);
  });
  let added = 0;
  for (let from = 0; from < world.size.people; from += PEOPLE_AT_ONCE) {
    const to = Math.min(from + PEOPLE_AT_ONCE, world.size.people);
    const people = [...world.people(from, to)];
    added += await asActor(dataSource, 'system', (manager) => loadPeople(manager, people));
    onProgress(to, world.size.people);
  }
  return added;
}

async function loadDemand(
  manager: EntityManager,
  { employers, accounts, memberships }: DemoWorld,
): Promise<void> {
  const isNewEmployer = await findNew(
    manager,
    'employers',
    employers.map(({ row }) => row.id),
  );
  const newEmployers = employers.map(({ row }) => row).filter(({ id }) => isNewEmployer(id));
  await insertRows(manager, Employer, newEmployers);
  const isNewAccount = await findNew(
    manager,
    'accounts',
    accounts.map(({ id }) => id),
  );
  await insertRows(
    manager,
    Account,
    accounts.filter(({ id }) => isNewAccount(id)),
  );
  const isNewMembership = await findNew(
    manager,
    'memberships',
    memberships.map(({ id }) => id),
  );
  await insertRows(
    manager,
    Membership,
    memberships.filter(({ id }) => isNewMembership(id)),
  );
  await appendOutbox(
    manager,
    newEmployers.map(({ id }) => created('employer', id)),
  );
}

async function loadVacancies(
  manager: EntityManager,
  vacancies: readonly DemoVacancy[],
): Promise<void> {
  const isNew = await findNew(
    manager,
    'vacancies',
    vacancies.map(({ row }) => row.id),
  );
  const added = vacancies.filter(({ row }) => isNew(row.id));
  await insertRows(
    manager,
    Vacancy,
    added.map(({ row }) => row),
  );
  await insertRows(
    manager,
    VacancyRegion,
    added.flatMap(({ regions }) => regions),
  );
  await insertRows(
    manager,
    Requirement,
    added.flatMap(({ requirements }) => requirements),
  );
  await appendOutbox(
    manager,
    added.map(({ row }) => ({
      ...created('vacancy', row.id),
      kind: row.state === 'PUBLISHED' ? 'vacancy.published' : 'vacancy.created',
    })),
  );
}

/** Returns how many of them were new. */
async function loadPeople(manager: EntityManager, people: readonly DemoPerson[]): Promise<number> {
  const isNew = await findNew(
    manager,
    'candidates',
    people.map(({ candidate }) => candidate.id),
  );
  const added = people.filter(({ candidate }) => isNew(candidate.id));
  await insertRows(
    manager,
    Candidate,
    added.map(({ candidate }) => candidate),
  );
  await insertRows(manager, Consent, demoConsents(added.map(({ candidate }) => candidate)));
  await insertRows(
    manager,
    CandidateCompetency,
    added.flatMap((person) => person.competencies),
  );
  await insertRows(
    manager,
    WorkExperience,
    added.flatMap((person) => person.experiences),
  );
  await appendOutbox(
    manager,
    added.map(({ candidate }) => created('candidate', candidate.id)),
  );
  return added.length;
}

async function findNew(
  manager: EntityManager,
  table: string,
  ids: readonly string[],
): Promise<(id: string) => boolean> {
  const rows: { id: string }[] = await manager.query(
    `SELECT id FROM ${table} WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  const known = new Set(rows.map(({ id }) => id));
  return (id) => !known.has(id);
}

const created = (
  aggregate: 'candidate' | 'vacancy' | 'employer',
  aggregateId: string,
): OutboxEntry => ({ aggregate, aggregateId, kind: `${aggregate}.created`, version: 1 });
