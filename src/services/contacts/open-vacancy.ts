import type { EntityManager } from 'typeorm';
import { Vacancy } from '../../entities';
import { errors } from '../../errors';
import { type Problem, problem } from '../problems';
import { closedReasonOf } from './closed-reason';

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

/** The problem that nobody gets in touch about a vacancy now, and why; none when it is open and its employer verified. */
export function closedProblems(vacancy: Vacancy, now: Date, path: string): Problem[] {
  const reason = closedReasonOf(vacancy, now);
  return reason === null ? [] : [problem('VACANCY_CLOSED', path, { reason })];
}
