import { type EntityManager, IsNull } from 'typeorm';
import { Membership } from '../../entities';
import { errors } from '../../errors';
import { takeTurns } from '../accounts/take-turns';
import { once } from '../idempotency';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { type EmployerDeps, requireOwner } from './own-employer';

export interface EndMembership {
  clientMutationId: string;
  membershipId: string;
}

/**
 * Ends somebody's right to act for an employer: streams, webhooks and reads stop within seconds. Returns the employer.
 *
 * Errors: NOT_FOUND unless the viewer owns that employer or the membership is the viewer's own; those of `once`.
 * Problems: LAST_OWNER.
 */
export const endMembership =
  ({ runAs, clock }: EmployerDeps) =>
  (viewer: Viewer, { clientMutationId, membershipId }: EndMembership): Promise<Outcome<string>> =>
    runAs('system', async (manager) => {
      const at = clock.now();
      const membership = await manager.findOneBy(Membership, { id: membershipId });
      await requireRight(manager, viewer, membership, at);
      const attempt = {
        accountId: viewer.accountId,
        key: clientMutationId,
        body: { membershipId },
        at,
      };
      return once(manager, { ...attempt, operation: 'endMembership' }, async () => {
        const { employerId, role, endsAt } = membership as Membership;
        await takeTurns(manager, employerId, 'owners');
        if (role === 'OWNER' && (await countOwners(manager, employerId)) < 2) {
          return refused([problem('LAST_OWNER', 'membershipId')]);
        }
        if (endsAt === null || endsAt > at) {
          await manager.query(
            'UPDATE memberships SET ends_at = greatest($2, starts_at) WHERE id = $1',
            [membershipId, at],
          );
        }
        return done(employerId);
      });
    });

async function requireRight(
  manager: EntityManager,
  viewer: Viewer,
  membership: Membership | null,
  at: Date,
): Promise<void> {
  if (membership === null) throw errors.object.notFound('membershipId');
  if (membership.accountId === viewer.accountId) return;
  await requireOwner(manager, viewer, membership.employerId, at).catch(() => {
    throw errors.object.notFound('membershipId');
  });
}

const countOwners = (manager: EntityManager, employerId: string): Promise<number> =>
  manager.countBy(Membership, { employerId, role: 'OWNER', endsAt: IsNull() });
