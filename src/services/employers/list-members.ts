import { Membership } from '../../entities';
import type { Viewer } from '../viewer';
import { type EmployerDeps, requireOwner } from './own-employer';

/**
 * Everybody who acts for an employer or will, by when that begins.
 *
 * Errors: NOT_FOUND unless the viewer owns the employer. Cost: 2 queries.
 */
export const listMembers =
  ({ readAs, clock }: EmployerDeps) =>
  (viewer: Viewer, employerId: string): Promise<Membership[]> =>
    readAs('system', async (manager) => {
      const at = clock.now();
      await requireOwner(manager, viewer, employerId, at);
      return manager
        .createQueryBuilder(Membership, 'membership')
        .innerJoinAndSelect('membership.account', 'account')
        .where('membership.employerId = :employerId', { employerId })
        .andWhere('(membership.endsAt IS NULL OR membership.endsAt > :at)', { at })
        .orderBy('membership.startsAt')
        .addOrderBy('membership.id')
        .limit(MOST_MEMBERS)
        .getMany();
    });

/** Bound of the list; nobody reaches it, since each needs a code of its own. */
const MOST_MEMBERS = 500;
