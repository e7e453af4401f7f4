import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { errors } from '../../errors';
import { actsFor } from '../accounts/acts-for';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

export interface EmployerDeps {
  runAs: RunAs;
  readAs: RunAs;
  clock: Clock;
}

/**
 * Lets only an owner of the employer go on.
 *
 * Errors: NOT_FOUND for everybody else, as for an employer that does not exist. Cost: 1 query.
 */
export async function requireOwner(
  manager: EntityManager,
  { accountId }: Viewer,
  employerId: string,
  at: Date,
): Promise<void> {
  if ((await actsFor(manager, accountId, employerId, at)) !== 'OWNER') {
    throw errors.object.notFound('employerId');
  }
}
