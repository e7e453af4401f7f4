import { type EntityManager, type EntityTarget, In, type ObjectLiteral } from 'typeorm';
import {
  Competency,
  CompetencyRelation,
  Employer,
  EmployerBookEntry,
  Occupation,
  OccupationCompetency,
  Region,
  Requirement,
  Vacancy,
  VacancyRegion,
} from '../entities';
import type { RunAs } from './transaction';
import { actorOf, type Viewer } from './viewer';

/** Reads many keys at once; the answers stand in the order of the keys. */
export type ReadMany<T> = (keys: readonly string[]) => Promise<T[]>;

/**
 * The relations between records, each read for many parents by one statement.
 *
 * Shape: `null` or an empty list where nothing is found.
 */
export interface Records {
  /** Those that the viewer may read. */
  vacancies: ReadMany<Vacancy | null>;
  regions: ReadMany<Region | null>;
  competencies: ReadMany<Competency | null>;
  occupations: ReadMany<Occupation | null>;
  employers: ReadMany<Employer | null>;
  narrowerCompetencies: ReadMany<Competency[]>;
  competencyRelations: ReadMany<CompetencyRelation[]>;
  occupationCompetencies: ReadMany<OccupationCompetency[]>;
  vacancyRegions: ReadMany<VacancyRegion[]>;
  /** Of each vacancy. */
  requirements: ReadMany<Requirement[]>;
  requirementsById: ReadMany<Requirement | null>;
  /** Of each employer, those that the viewer's office may read. */
  bookEntries: ReadMany<EmployerBookEntry[]>;
}

export const createRecords = (
  { manager, readAs }: { manager: EntityManager; readAs: RunAs },
  viewer: Viewer | null,
): Records => ({
  vacancies: guarded(readAs, viewer, (own) => oneEach(own, Vacancy, 'id')),
  vacancyRegions: guarded(readAs, viewer, (own) =>
    manyEach(own, VacancyRegion, 'vacancyId', { regionCode: 'ASC' }),
  ),
  requirements: guarded(readAs, viewer, (own) =>
    manyEach(own, Requirement, 'vacancyId', { position: 'ASC' }),
  ),
  requirementsById: guarded(readAs, viewer, (own) => oneEach(own, Requirement, 'id')),
  bookEntries: guarded(readAs, viewer, (own) =>
    manyEach(own, EmployerBookEntry, 'employerId', { importedAt: 'DESC', id: 'ASC' }),
  ),
  regions: oneEach(manager, Region, 'code'),
  competencies: oneEach(manager, Competency, 'id'),
  occupations: oneEach(manager, Occupation, 'id'),
  employers: oneEach(manager, Employer, 'id'),
  narrowerCompetencies: manyEach(manager, Competency, 'broaderId', { id: 'ASC' }),
  competencyRelations: manyEach(manager, CompetencyRelation, 'sourceId', {
    strengthBp: 'DESC',
    targetId: 'ASC',
  }),
  occupationCompetencies: manyEach(manager, OccupationCompetency, 'occupationId', {
    necessity: 'ASC',
    competencyId: 'ASC',
  }),
});

/** Reads under the viewer's rights, where row level security applies. */
const guarded =
  <T>(
    readAs: RunAs,
    viewer: Viewer | null,
    readMany: (manager: EntityManager) => ReadMany<T>,
  ): ReadMany<T> =>
  (keys) =>
    readAs(actorOf(viewer), (manager) => readMany(manager)(keys));

type KeyOf<T> = keyof T & string;

function oneEach<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  key: KeyOf<T>,
): ReadMany<T | null> {
  return async (keys) => {
    const rows = await manager.find(entity, { where: { [key]: In([...keys]) } as never });
    const found = new Map(rows.map((row) => [String(row[key]), row]));
    return keys.map((wanted) => found.get(wanted) ?? null);
  };
}

function manyEach<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  key: KeyOf<T>,
  order: Partial<Record<KeyOf<T>, 'ASC' | 'DESC'>>,
): ReadMany<T[]> {
  return async (keys) => {
    const rows = await manager.find(entity, {
      where: { [key]: In([...keys]) } as never,
      order: order as never,
    });
    const groups = new Map<string, T[]>(keys.map((wanted) => [wanted, []]));
    for (const row of rows) groups.get(String(row[key]))?.push(row);
    return keys.map((wanted) => groups.get(wanted) ?? []);
  };
}
