import { type EntityManager, In } from 'typeorm';
import { Competency, Requirement, Vacancy } from '../../entities';

/** A vacancy with what its matches refer to. */
export interface ToldVacancy {
  readonly vacancy: Vacancy;
  /** In their order. */
  readonly requirements: readonly Requirement[];
  readonly competencies: readonly Competency[];
}

/** Vacancies in the order of their ids; null for one that is no longer there. Cost: 3 queries. */
export async function readToldVacancies(
  manager: EntityManager,
  ids: readonly string[],
): Promise<(ToldVacancy | null)[]> {
  const vacancies = await manager.findBy(Vacancy, { id: In([...ids]) });
  const requirements = await manager.find(Requirement, {
    where: { vacancyId: In([...ids]) },
    order: { position: 'ASC' },
  });
  const asked = new Set(requirements.flatMap(({ competencyId }) => competencyId ?? []));
  const competencies = await manager.findBy(Competency, { id: In([...asked]) });
  const competencyOf = new Map(competencies.map((competency) => [competency.id, competency]));
  return ids.map((id) => {
    const vacancy = vacancies.find((row) => row.id === id);
    if (vacancy === undefined) return null;
    const own = requirements.filter(({ vacancyId }) => vacancyId === id);
    const named = own.flatMap(({ competencyId }) => competencyOf.get(competencyId ?? '') ?? []);
    return { vacancy, requirements: own, competencies: named };
  });
}
