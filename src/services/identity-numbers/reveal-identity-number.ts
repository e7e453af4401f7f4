import { appendAudit } from '../../audit/append-audit';
import { CandidateIdentity } from '../../entities';
import { errors } from '../../errors';
import { noteDisclosures } from '../disclosures/note-disclosures';
import { once } from '../idempotency';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import { done, type Outcome } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import type { IdentityDeps } from './identity-rows';

/** What an officer needs a whole number for. */
export const revealPurposes = [
  'JOB_SEEKER_CARD',
  'IDENTITY_CHECK',
  'DUPLICATE_CHECK',
  'OFFICIAL_REPORT',
] as const;
export type RevealPurpose = (typeof revealPurposes)[number];

export interface RevealIdentityNumber {
  clientMutationId: string;
  candidateId: string;
  purpose: RevealPurpose;
}

/**
 * The whole number of a person of an officer's area. Each time it is told, the audit log and the person's
 * disclosures say so first.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for somebody of another area, for nobody, and where no number is kept; OWN_MATTER;
 * those of `once`.
 */
export const revealIdentityNumber =
  ({ runAs, clock, identityVault }: IdentityDeps) =>
  async (viewer: Viewer, command: RevealIdentityNumber): Promise<Outcome<string>> => {
    const { clientMutationId, ...body } = command;
    const { candidateId, purpose } = body;
    const attempt = {
      ...{ accountId: viewer.accountId, key: clientMutationId, body, at: clock.now() },
      operation: 'revealIdentityNumber',
    };
    const kept = await runAs('system', async (manager) => {
      const isOwn = await isOfficersPerson(manager, viewer.accountId, candidateId);
      const identity = await manager.findOneBy(CandidateIdentity, { candidateId });
      if (!isOwn || identity === null) throw errors.object.notFound('candidateId');
      await refuseOwnMatter(manager, viewer.accountId, { candidateId }, attempt.at);
      // What is kept of it for a repetition is that it was told, and not the number.
      await once(manager, attempt, async () => done('REVEALED'));
      await appendAudit(manager, {
        ...{ actor: actorOf(viewer), action: 'identity_number.revealed' },
        ...{ subjectType: 'candidate', subjectId: candidateId, detail: { purpose } },
      });
      await noteDisclosures(manager, [
        {
          ...{ candidateId, actorKind: 'OFFICER', accountId: viewer.accountId, purpose },
          ...{ employerId: null, vacancyId: null, fields: ['identityNumber'], at: attempt.at },
        },
      ]);
      return identity;
    });
    return done(identityVault.decrypt(kept.ciphertext, candidateId));
  };
