import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { Employer, EmployerRegistration } from '../../entities';
import type { OfficeRole, VerificationStatus } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { once } from '../idempotency';
import { isInOffice, officeOf } from '../offices/office-of';
import { refuseOwnMatter } from '../offices/own-matter';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { withinAs } from '../transaction';
import { resumeVacancies, suspendVacancies } from '../vacancies/suspend-vacancies';
import { actorOf, type Viewer } from '../viewer';
import { admitClaimant } from './claim-book-employer';
import type { EmployerDeps } from './own-employer';
import { type Registration, registrationOf } from './registrations';

/** What an office can decide about an employer. */
export const verificationDecisions = ['VERIFY', 'REJECT', 'SUSPEND'] as const;
export type VerificationDecision = (typeof verificationDecisions)[number];

export interface DecideVerification {
  clientMutationId: string;
  employerId: string;
  decision: VerificationDecision;
  /** Told to the employer. */
  reason: string;
}

export interface RecordVisit {
  clientMutationId: string;
  employerId: string;
}

const MAX_REASON_LENGTH = 500;

/** What is done for an office, and who of its people does it. */
interface OfficeTask {
  readonly operation: string;
  readonly roles: readonly OfficeRole[];
}

const DECIDE: OfficeTask = { operation: 'decideVerification', roles: ['OFFICER'] };
const VISIT: OfficeTask = { operation: 'recordEmployerVisit', roles: ['OFFICER', 'FACILITATOR'] };

/** From which state a decision leads to which. */
const DECISIONS: Readonly<
  Record<VerificationDecision, { from: readonly VerificationStatus[]; to: VerificationStatus }>
> = {
  VERIFY: { from: ['UNVERIFIED', 'PENDING', 'REJECTED', 'SUSPENDED'], to: 'VERIFIED' },
  REJECT: { from: ['UNVERIFIED', 'PENDING'], to: 'REJECTED' },
  SUSPEND: { from: ['VERIFIED'], to: 'SUSPENDED' },
};

/**
 * Verifies, rejects or suspends an employer of the officer's own area; a suspended one loses the cards at once (I31), and
 * nothing of it is public until it is verified again.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND outside the area; OWN_MATTER; those of `once`. Problems: TEXT_INVALID, STATE_NOT_ALLOWED,
 * VISIT_NEEDED.
 */
export const decideVerification =
  (deps: EmployerDeps) =>
  (viewer: Viewer, command: DecideVerification): Promise<Outcome<string>> =>
    asOfficer(deps, viewer, DECIDE, command, async (manager, registration, at) => {
      const problems = findProblems(registration, command);
      if (problems.length > 0) return refused(problems);
      const { employer } = registration;
      const decided = { decidedAt: at, decidedBy: viewer.accountId, reason: command.reason };
      await manager.update(EmployerRegistration, employer.id, decided);
      await withinAs(manager, 'system', () => followDecision(manager, employer, command, at));
      const version = employer.version + 1;
      const verification = DECISIONS[command.decision].to;
      await manager.update(Employer, employer.id, { verification, version, updatedAt: at });
      if (verification === 'VERIFIED')
        await admitClaimant(manager, { employerId: employer.id, at });
      const kind = `employer.${verification.toLowerCase()}`;
      await appendOutbox(manager, [
        { aggregate: 'employer', aggregateId: employer.id, kind, version },
      ]);
      return done(employer.id);
    });

/** Vacancies go and come with the trust in whose they are. */
async function followDecision(
  manager: EntityManager,
  employer: Employer,
  { decision }: DecideVerification,
  at: Date,
): Promise<void> {
  if (decision === 'SUSPEND') await suspendVacancies(manager, employer.id, at);
  if (employer.verification === 'SUSPENDED') await resumeVacancies(manager, employer.id, at);
}

/**
 * Writes down that somebody of the office saw the employer's place of work.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND outside the area; OWN_MATTER; those of `once`.
 */
export const recordVisit =
  (deps: EmployerDeps) =>
  (viewer: Viewer, command: RecordVisit): Promise<Outcome<string>> =>
    asOfficer(deps, viewer, VISIT, command, async (manager, { employerId }, at) => {
      const visit = { visitedAt: at, visitedBy: viewer.accountId };
      await manager.update(EmployerRegistration, employerId, visit);
      return done(employerId);
    });

function findProblems(
  { employer, businessIdNumber, visitedAt }: Registration,
  { decision, reason }: DecideVerification,
): Problem[] {
  const problems: Problem[] = [];
  if (!isPlainText(reason, MAX_REASON_LENGTH)) {
    problems.push(problem('TEXT_INVALID', 'reason', { max: MAX_REASON_LENGTH }));
  }
  if (!DECISIONS[decision].from.includes(employer.verification)) {
    problems.push(problem('STATE_NOT_ALLOWED', 'decision', { state: employer.verification }));
  }
  if (decision === 'VERIFY' && businessIdNumber === null && visitedAt === null) {
    problems.push(problem('VISIT_NEEDED', 'employerId'));
  }
  return problems;
}

function asOfficer(
  { runAs, clock }: EmployerDeps,
  viewer: Viewer,
  { operation, roles }: OfficeTask,
  { clientMutationId, ...body }: { clientMutationId: string; employerId: string },
  work: (manager: EntityManager, registration: Registration, at: Date) => Promise<Outcome<string>>,
): Promise<Outcome<string>> {
  const at = clock.now();
  const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at, operation };
  return runAs(actorOf(viewer), async (manager) => {
    const office = await officeOf(manager, roles);
    return once(manager, attempt, async () => {
      const registration = await lockRegistration(manager, body.employerId);
      // Somebody may be officer here and something else there: only the area of the right role counts.
      if (registration === null || !isInOffice(office, registration.employer.regionCode)) {
        throw errors.object.notFound('employerId');
      }
      await refuseOwnMatter(manager, viewer.accountId, { employerId: body.employerId }, at);
      return work(manager, registration, at);
    });
  });
}

/** Only where the office may write: an officer who acts for an employer elsewhere decides nothing about it. */
async function lockRegistration(
  manager: EntityManager,
  employerId: string,
): Promise<Registration | null> {
  const locked: unknown[] = await manager.query(
    'SELECT employer_id FROM employer_registrations WHERE employer_id = $1 FOR UPDATE',
    [employerId],
  );
  return locked.length === 0 ? null : await registrationOf(manager, employerId);
}
