import type { EntityManager } from 'typeorm';
import { Candidate } from '../../entities';
import { officeDay } from '../../text/office-day';
import { type Problem, problem } from '../problems';
import { ADULT_YEARS, isMinor } from './profile';

/**
 * The problem that somebody is too young to agree alone; none for who is of age or has not told a birth date.
 *
 * Cost: 1 query.
 */
export async function guardianProblems(
  manager: EntityManager,
  candidateId: string,
  at: Date,
): Promise<Problem[]> {
  const { birthDate } = await manager.findOneByOrFail(Candidate, { id: candidateId });
  return isMinor(birthDate, officeDay(at))
    ? [problem('GUARDIAN_CONSENT_REQUIRED', 'clientMutationId', { years: ADULT_YEARS })]
    : [];
}
