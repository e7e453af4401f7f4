import { Consent } from '../../entities';
import { errors } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { stopSharing } from '../contacts/withdraw';
import { done, type Outcome } from '../problems';
import type { Viewer } from '../viewer';
import { endConsents } from './ledger';

export interface WithdrawConsent {
  clientMutationId: string;
  consentId: string;
}

/**
 * The id of a consent of the signed-in person that no longer holds, nor does any other to the same purpose and employer.
 * Who no longer says who they are takes the applications there back.
 *
 * Errors: those of `changeOwnRecord`; NOT_FOUND, the same for a missing consent and for somebody else's.
 */
export const withdrawConsent =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: WithdrawConsent): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'withdrawConsent', command, async (manager, own, at) => {
      const consent = await manager.findOneBy(Consent, { id: command.consentId });
      if (consent === null) throw errors.object.notFound('id');
      const { purpose, employerId, vacancyId } = consent;
      const ended = { candidateId: own.id, vacancyId, at };
      if (purpose === 'SHARE_WITH_EMPLOYER' && employerId !== null) {
        await stopSharing(manager, { ...ended, employerId });
      } else {
        await endConsents(manager, { ...ended, purpose, employerId });
      }
      return done(consent.id);
    });
