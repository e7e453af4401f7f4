import { Consent } from '../../entities';
import { errors } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { done, type Outcome } from '../problems';
import type { Viewer } from '../viewer';
import { endConsents } from './ledger';

export interface WithdrawConsent {
  clientMutationId: string;
  consentId: string;
}

/**
 * The id of a consent of the signed-in person that no longer holds, nor does any other to the same purpose and employer.
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
      await endConsents(manager, { candidateId: own.id, purpose, employerId, vacancyId, at });
      return done(consent.id);
    });
