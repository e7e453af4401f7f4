import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import type { Actor } from '../../database/as-actor';
import { errors } from '../../errors';
import { requireOwnCandidate } from '../candidates/change-own';
import { once } from '../idempotency';
import { isOfficersPerson } from '../offices/officers-person';
import { refuseOwnMatter } from '../offices/own-matter';
import { done, type Outcome, problem, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { maskIdentityNumber, readIdentityNumber } from './identity-number';
import { type IdentityDeps, keepIdentity } from './identity-rows';

export interface SetIdentityNumber {
  clientMutationId: string;
  identityNumber: string;
}

interface Setting {
  candidateId: string;
  actor: Actor;
  setBy: 'SELF' | 'OFFICE';
  check(manager: EntityManager): Promise<boolean>;
}

/**
 * Keeps the signed-in person's number; what is shown of it. That somebody else gave the same one is not told.
 *
 * Errors: CANDIDATE_ONLY; those of `once`. Problems: IDENTITY_NUMBER_INVALID, without the number.
 */
export const setIdentityNumber =
  (deps: IdentityDeps) =>
  async (viewer: Viewer, command: SetIdentityNumber): Promise<Outcome<string>> => {
    const { id } = await requireOwnCandidate(deps.readAs, viewer);
    const own = { candidateId: id, actor: `candidate:${id}`, setBy: 'SELF' } as const;
    return keep(deps, viewer, command, { ...own, check: async () => true });
  };

/**
 * The same for a person of an officer's area.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND for somebody of another area, as for nobody; OWN_MATTER; those of `once`.
 */
export const setCandidateIdentityNumber =
  (deps: IdentityDeps) =>
  (
    viewer: Viewer,
    command: SetIdentityNumber & { candidateId: string },
  ): Promise<Outcome<string>> =>
    keep(deps, viewer, command, {
      candidateId: command.candidateId,
      actor: actorOf(viewer),
      setBy: 'OFFICE',
      check: async (manager) => {
        const { accountId } = viewer;
        const { candidateId } = command;
        if (!(await isOfficersPerson(manager, accountId, candidateId))) return false;
        await refuseOwnMatter(manager, accountId, { candidateId }, deps.clock.now());
        return true;
      },
    });

function keep(
  { runAs, clock, identityVault }: IdentityDeps,
  { accountId }: Viewer,
  { clientMutationId, identityNumber }: SetIdentityNumber,
  { candidateId, actor, setBy, check }: Setting,
): Promise<Outcome<string>> {
  const digits = readIdentityNumber(identityNumber);
  const at = clock.now();
  // What is kept of the request must not let anybody try numbers.
  const body = { candidateId, hash: identityVault.hash(identityNumber).toString('hex') };
  const attempt = { accountId, key: clientMutationId, operation: 'setIdentityNumber', body, at };
  return runAs('system', (manager) =>
    once(manager, attempt, async () => {
      if (!(await check(manager))) throw errors.object.notFound('candidateId');
      if (digits === null) {
        return refused<string>([problem('IDENTITY_NUMBER_INVALID', 'identityNumber')]);
      }
      await keepIdentity(manager, identityVault, { candidateId, digits, setBy, at });
      const subject = { subjectType: 'candidate', subjectId: candidateId };
      await appendAudit(manager, { actor, action: 'identity_number.set', ...subject });
      return done(maskIdentityNumber(digits));
    }),
  );
}
