import type { EntityManager } from 'typeorm';
import { Vacancy } from '../../entities';
import { errors } from '../../errors';
import { type Problem, problem } from '../problems';

/**
 * A vacancy that the actor sees, with its employer.
 *
 * Errors: NOT_FOUND. Cost: 1 query.
 */
export async function readVacancy(manager: EntityManager, id: string): Promise<Vacancy> {
  const vacancy = await manager.findOne(Vacancy, { where: { id }, relations: { employer: true } });
  if (vacancy === null) throw errors.object.notFound('vacancyId');
  return vacancy;
}

/** The problem that nobody gets in touch about a vacancy now; none when it is open and its employer verified. */
export const closedProblems = (
  { state, validThrough, employer }: Vacancy,
  now: Date,
  path: string,
): Problem[] =>
  state === 'PUBLISHED' && validThrough > now && employer.verification === 'VERIFIED'
    ? []
    : [problem('VACANCY_CLOSED', path)];
