import { appendAudit } from '../../audit/append-audit';
import { errors } from '../../errors';
import { once } from '../idempotency';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import { done, type Outcome } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { type ErasureDeps, eraseForGood } from './erasure-deps';

/** Why an office erases somebody. */
export const erasureReasons = ['PERSON_ASKED', 'DUPLICATE', 'DECEASED', 'NO_LEGAL_GROUND'] as const;
export type ErasureReason = (typeof erasureReasons)[number];

export interface EraseCandidate {
  clientMutationId: string;
  candidateId: string;
  reason: ErasureReason;
}

/**
 * Erases a person of an officer's area, for who asks at the counter; when that was (ISO 8601).
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for somebody of another area, as for nobody; OWN_MATTER; those of `once`.
 */
export const eraseCandidate =
  (deps: ErasureDeps) =>
  async (viewer: Viewer, command: EraseCandidate): Promise<Outcome<string>> => {
    const { clientMutationId, ...body } = command;
    const { candidateId, reason } = body;
    const at = deps.clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    const outcome = await deps.runAs('system', (manager) =>
      once(manager, { ...attempt, operation: 'eraseCandidate' }, async () => {
        if (!(await isOfficersPerson(manager, viewer.accountId, candidateId))) {
          throw errors.object.notFound('candidateId');
        }
        await refuseOwnMatter(manager, viewer.accountId, { candidateId }, at);
        await appendAudit(manager, {
          ...{ actor: actorOf(viewer), action: 'candidate.erased' },
          ...{ subjectType: 'candidate', subjectId: candidateId, detail: { by: 'OFFICE', reason } },
        });
        await eraseForGood(manager, deps, { candidateId, at });
        return done(at.toISOString());
      }),
    );
    deps.forgetTokens();
    return outcome;
  };
