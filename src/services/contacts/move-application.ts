import type { EntityManager } from 'typeorm';
import { type Contact, Employer } from '../../entities';
import type { ApplicationState, MembershipRole } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { actsFor } from '../accounts/acts-for';
import { once } from '../idempotency';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { withinAs } from '../transaction';
import type { VacancyDeps } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';
import { lockContact, writeMove } from './contact-rows';
import { canMove, type EmployerMove } from './contact-state';
import { endShares } from './give-shares';

/** Characters of a reason. Source: our choice. */
const MOST_REASON = 500;

export interface MoveApplication {
  clientMutationId: string;
  applicationId: string;
  to: EmployerMove;
  /** The person reads it. */
  reason: string | null;
}

/**
 * The id of an application that an employer moved on or refused. A refusal ends what the person shared by applying.
 *
 * Errors: NOT_FOUND, the same for a missing application and for one with another employer; those of `once`.
 * Problems: EMPLOYER_NOT_VERIFIED, STATE_NOT_ALLOWED, TEXT_INVALID.
 */
export const moveApplication =
  ({ runAs, clock }: VacancyDeps) =>
  (viewer: Viewer, command: MoveApplication): Promise<Outcome<string>> => {
    const { clientMutationId, ...body } = command;
    const at = clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    return runAs(actorOf(viewer), (manager) =>
      once(manager, { ...attempt, operation: 'moveApplication' }, async () => {
        const own = await lockOwnApplication(manager, viewer, command.applicationId, at);
        const problems = await findProblems(manager, own, command);
        if (problems.length > 0) return refused(problems);
        const { contact, role } = own;
        const byKind = role === 'RECRUITER' ? 'RECRUITER' : 'EMPLOYER';
        const move = { event: null, state: contact.state, applicationState: command.to } as const;
        const { reason } = command;
        const id = await writeMove(manager, contact, { ...move, byKind, reason, at });
        // It was shared to decide on the application, and that is decided.
        if (command.to === 'DECLINED') {
          await withinAs(manager, 'system', () => endShares(manager, contact, at));
        }
        return done(id);
      }),
    );
  };

interface OwnApplication {
  readonly contact: Contact;
  readonly state: ApplicationState;
  readonly role: MembershipRole;
}

/** Errors: NOT_FOUND. Cost: 7 queries. */
async function lockOwnApplication(
  manager: EntityManager,
  viewer: Viewer,
  id: string,
  at: Date,
): Promise<OwnApplication> {
  const contact = await lockContact(manager, id);
  const role = contact && (await actsFor(manager, viewer.accountId, contact.employerId, at));
  const state = contact?.applicationState ?? null;
  if (!contact || !role || state === null) throw errors.object.notFound('id');
  return { contact, state, role };
}

async function findProblems(
  manager: EntityManager,
  { contact: { employerId }, state }: OwnApplication,
  { to, reason }: MoveApplication,
): Promise<Problem[]> {
  const { verification } = await manager.findOneByOrFail(Employer, { id: employerId });
  if (verification !== 'VERIFIED') return [problem('EMPLOYER_NOT_VERIFIED', 'id')];
  if (!canMove(state, to)) return [problem('STATE_NOT_ALLOWED', 'id', { state })];
  return reason === null || isPlainText(reason, MOST_REASON)
    ? []
    : [problem('TEXT_INVALID', 'reason', { max: MOST_REASON })];
}
