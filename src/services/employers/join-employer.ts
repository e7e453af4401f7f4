import { MemberInvitation, Membership } from '../../entities';
import { once } from '../idempotency';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { hashCode } from './invite-member';
import type { EmployerDeps } from './own-employer';

export interface JoinEmployer {
  clientMutationId: string;
  code: string;
}

/**
 * The id of the employer for which the viewer acts from now on, or from when the mandate begins.
 *
 * Errors: those of `once`. Problems: CODE_INVALID in one wording for what is unknown, used, expired or over.
 */
export const joinEmployer =
  ({ runAs, clock }: EmployerDeps) =>
  (viewer: Viewer, { clientMutationId, code }: JoinEmployer): Promise<Outcome<string>> =>
    // The code is the right: nobody but the service reads invitations.
    runAs('system', async (manager) => {
      const at = clock.now();
      const codeHash = hashCode(code);
      const body = { codeHash: codeHash.toString('hex') };
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'joinEmployer' }, async () => {
        const invitation = await manager.findOne(MemberInvitation, {
          where: { codeHash },
          lock: { mode: 'pessimistic_write' },
        });
        if (invitation === null || !isOpen(invitation, at)) {
          return refused([problem('CODE_INVALID', 'code')]);
        }
        const { employerId, role, startsAt, endsAt, licenceNumber, licenceEndsOn } = invitation;
        const terms = { role, startsAt, endsAt, licenceNumber, licenceEndsOn };
        await manager.insert(Membership, { accountId: viewer.accountId, employerId, ...terms });
        await manager.update(MemberInvitation, invitation.id, { acceptedAt: at });
        return done(employerId);
      });
    });

const isOpen = ({ acceptedAt, expiresAt, endsAt }: MemberInvitation, at: Date): boolean =>
  acceptedAt === null && expiresAt > at && (endsAt === null || endsAt > at);
