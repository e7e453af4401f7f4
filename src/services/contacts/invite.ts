import type { EntityManager } from 'typeorm';
import { CandidateHandle, type Vacancy } from '../../entities';
import type { MembershipRole } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { actsFor } from '../accounts/acts-for';
import { lockPerson } from '../consents/ledger';
import { once } from '../idempotency';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { withinAs } from '../transaction';
import { employersOfOwn, type VacancyDeps } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';
import { MOST_MESSAGE } from './apply';
import { findContact, writeMove } from './contact-rows';
import { contactStateAt, nextContact } from './contact-state';
import { closedProblems, readVacancy } from './open-vacancy';

/** How long an invitation waits for an answer. Source: our choice. */
const INVITATION_DAYS = 14;
/** Invitations that a person gets in a week, from all employers together. Source: issue of the stage. */
const MOST_INVITATIONS = 5;
const DAY_MS = 86_400_000;

export interface InviteCandidate {
  clientMutationId: string;
  vacancyId: string;
  /** Under which the employer of the vacancy knows the person. */
  handle: string;
  message: string;
}

/**
 * The id of an invitation that the person finds; the employer learns nothing of the person by it.
 *
 * Errors: NOT_FOUND at `vacancyId` for a vacancy for which the viewer does not act, at `handle` for one that the
 * employer was never shown, the same whether it is missing or another employer's; those of `once`.
 * Problems: EMPLOYER_NOT_VERIFIED, VACANCY_CLOSED, TEXT_INVALID, STATE_NOT_ALLOWED (asked already), NOT_INVITABLE (no
 * longer here, or asked often enough this week by anybody).
 */
export const inviteCandidate =
  ({ runAs, clock }: VacancyDeps) =>
  (viewer: Viewer, command: InviteCandidate): Promise<Outcome<string>> => {
    const { clientMutationId, ...body } = command;
    const at = clock.now();
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    return runAs(actorOf(viewer), (manager) =>
      once(manager, { ...attempt, operation: 'inviteCandidate' }, async () => {
        const { vacancy, role } = await readOwnVacancy(manager, viewer, command.vacancyId, at);
        const problems = findProblems(vacancy, command, at);
        if (problems.length > 0) return refused(problems);
        const known = await manager.findOneBy(CandidateHandle, {
          organisationId: vacancy.employerId,
          handle: command.handle,
        });
        if (known === null) throw errors.object.notFound('handle');
        const invited = { viewer, vacancy, role, candidateId: known.candidateId, at };
        return await withinAs(manager, 'system', () => invite(manager, invited, command.message));
      }),
    );
  };

/** Errors: NOT_FOUND, after the same question for a missing vacancy and for another employer's. Cost: 3 queries. */
async function readOwnVacancy(manager: EntityManager, viewer: Viewer, id: string, at: Date) {
  const own = (await employersOfOwn(manager, viewer, [id], at)).get(id);
  const role = own && (await actsFor(manager, viewer.accountId, own.employerId, at));
  if (!role) throw errors.object.notFound('vacancyId');
  return { vacancy: await readVacancy(manager, id), role };
}

function findProblems(vacancy: Vacancy, { message }: InviteCandidate, at: Date): Problem[] {
  if (vacancy.employer.verification !== 'VERIFIED') {
    return [problem('EMPLOYER_NOT_VERIFIED', 'vacancyId')];
  }
  return [
    ...closedProblems(vacancy, at, 'vacancyId'),
    ...(isPlainText(message, MOST_MESSAGE)
      ? []
      : [problem('TEXT_INVALID', 'message', { max: MOST_MESSAGE })]),
  ];
}

interface Invited {
  readonly viewer: Viewer;
  readonly vacancy: Vacancy;
  readonly role: MembershipRole;
  readonly candidateId: string;
  readonly at: Date;
}

async function invite(
  manager: EntityManager,
  { viewer, vacancy, role, candidateId, at }: Invited,
  message: string,
): Promise<Outcome<string>> {
  await lockPerson(manager, candidateId);
  const pair = { candidateId, vacancyId: vacancy.id, employerId: vacancy.employerId };
  const contact = await findContact(manager, pair);
  const before = contact === null ? 'NOT_REQUESTED' : contactStateAt(contact, at);
  const state = nextContact(before, 'INVITE');
  if (state === null) return refused([problem('STATE_NOT_ALLOWED', 'handle', { state: before })]);
  if (!(await isInvitable(manager, candidateId, at))) {
    return refused([problem('NOT_INVITABLE', 'handle')]);
  }
  const byKind = role === 'RECRUITER' ? 'RECRUITER' : 'EMPLOYER';
  const applicationState = contact?.applicationState ?? null;
  return done(
    await writeMove(
      manager,
      contact ?? pair,
      { event: 'INVITE', state, applicationState, byKind, at },
      {
        invitedAt: at,
        invitedBy: viewer.accountId,
        invitationMessage: message,
        invitationExpiresAt: new Date(at.getTime() + INVITATION_DAYS * DAY_MS),
      },
    ),
  );
}

/** Whether the person agrees to be matched now and was not asked as often as may be this week. */
async function isInvitable(
  manager: EntityManager,
  candidateId: string,
  at: Date,
): Promise<boolean> {
  const [{ invitable }] = await manager.query<{ invitable: boolean }[]>(
    `SELECT EXISTS (
         SELECT FROM candidates WHERE id = $1 AND status = 'ACTIVE' AND matching_consent_at IS NOT NULL)
       AND $3 > (
         SELECT count(*) FROM contact_steps s JOIN contacts c ON c.id = s.contact_id
         WHERE c.candidate_id = $1 AND s.event = 'INVITE' AND s.at > $2) AS invitable`,
    [candidateId, new Date(at.getTime() - 7 * DAY_MS), MOST_INVITATIONS],
  );
  return invitable;
}
