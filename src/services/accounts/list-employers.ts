import type { EntityManager } from 'typeorm';
import { Employer } from '../../entities';
import { liveMemberships } from './acts-for';

/**
 * The employers for which an account acts at `at`.
 *
 * Ties: by name, then id. Cost: 1 query.
 */
export function listEmployers(
  manager: EntityManager,
  accountId: string,
  at: Date,
): Promise<Employer[]> {
  const mine = liveMemberships(manager, accountId, at).select('membership.employerId');
  return manager
    .createQueryBuilder(Employer, 'employer')
    .where(`employer.id IN (${mine.getQuery()})`)
    .setParameters(mine.getParameters())
    .orderBy('employer.name')
    .addOrderBy('employer.id')
    .getMany();
}
