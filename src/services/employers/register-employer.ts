import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import type { Clock } from '../../clock';
import { Employer, EmployerRegistration, Membership, Region } from '../../entities';
import type { EmployerSector } from '../../entities/vocabulary';
import { reasons } from '../../errors';
import { takeTurns } from '../accounts/take-turns';
import { once } from '../idempotency';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';
import { claimBookEmployer } from './claim-book-employer';

export interface RegisterEmployer {
  clientMutationId: string;
  name: string;
  sector: EmployerSector;
  regionCode: string;
  /** NIB; null for an informal employer. */
  businessIdNumber: string | null;
}

/** How long the office may take. Source: our choice; the office states another in its service charter. */
const DECISION_DAYS = 3;
/** Undecided registrations of one account. Source: our choice, against floods. */
const MOST_UNDECIDED = 5;

const MAX_NAME_LENGTH = 200;
const DAY_MS = 86_400_000;
/** Form only: the register of business numbers is not asked. Source: Perka BKPM, 13 digits. */
const BUSINESS_ID_NUMBER = /^\d{13}$/;

/**
 * The id of a new employer that the office has yet to verify, with the viewer as its owner; of one in the office's book
 * the id from there, for which the viewer acts once it is verified.
 *
 * Errors: those of `once`. Problems: TEXT_INVALID, UNKNOWN_REFERENCE, BUSINESS_NUMBER_INVALID, DUPLICATE_ENTRY,
 * LIMIT_REACHED.
 */
export const registerEmployer =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (viewer: Viewer, command: RegisterEmployer): Promise<Outcome<string>> =>
    // Nobody acts for an employer that does not exist yet.
    runAs('system', async (manager) => {
      const { clientMutationId, ...body } = command;
      const at = clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'registerEmployer' }, async () => {
        await takeTurns(manager, viewer.accountId, 'employer');
        const problems = await findProblems(manager, viewer, command);
        if (problems.length > 0) return refused(problems);
        return done(await insert(manager, viewer, command, at));
      });
    });

async function findProblems(
  manager: EntityManager,
  { accountId }: Viewer,
  { name, regionCode, businessIdNumber }: RegisterEmployer,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (!isPlainText(name, MAX_NAME_LENGTH)) {
    problems.push(problem('TEXT_INVALID', 'name', { max: MAX_NAME_LENGTH }));
  }
  if (!(await manager.existsBy(Region, { code: regionCode }))) {
    problems.push(problem('UNKNOWN_REFERENCE', 'regionCode'));
  }
  if (businessIdNumber !== null && !BUSINESS_ID_NUMBER.test(businessIdNumber)) {
    problems.push(problem('BUSINESS_NUMBER_INVALID', 'businessIdNumber'));
  } else if (businessIdNumber !== null && (await isTaken(manager, businessIdNumber))) {
    problems.push(problem('DUPLICATE_ENTRY', 'businessIdNumber'));
  }
  if ((await countUndecided(manager, accountId)) >= MOST_UNDECIDED) {
    problems.push(
      problem('LIMIT_REACHED', 'name', { max: MOST_UNDECIDED, reason: reasons.decisionAwaited }),
    );
  }
  return problems;
}

/** Whether an employer has this number that was not rejected; until the transaction ends nobody else takes it. */
async function isTaken(manager: EntityManager, businessIdNumber: string): Promise<boolean> {
  await takeTurns(manager, businessIdNumber, 'NIB');
  const [{ taken }] = await manager.query<{ taken: boolean }[]>(
    `SELECT EXISTS (SELECT FROM employer_registrations r JOIN employers e ON e.id = r.employer_id
       WHERE r.business_id_number = $1 AND e.verification <> 'REJECTED') AS taken`,
    [businessIdNumber],
  );
  return taken;
}

const countUndecided = async (manager: EntityManager, accountId: string): Promise<number> =>
  manager
    .createQueryBuilder(EmployerRegistration, 'registration')
    .where('registration.registeredBy = :accountId', { accountId })
    .andWhere('registration.decidedAt IS NULL')
    .getCount();

async function insert(
  manager: EntityManager,
  { accountId }: Viewer,
  { name, sector, regionCode, businessIdNumber }: RegisterEmployer,
  at: Date,
): Promise<string> {
  const decideBy = new Date(at.getTime() + DECISION_DAYS * DAY_MS);
  const claim = { accountId, businessIdNumber, regionCode, at, decideBy };
  const claimed = await claimBookEmployer(manager, claim);
  if (claimed !== null) return claimed;
  const { identifiers } = await manager.insert(Employer, {
    ...{ name: name.trim(), sector, regionCode, verification: 'PENDING' as const },
    ...{ createdAt: at, updatedAt: at },
  });
  const employerId = String(identifiers[0]?.id);
  await manager.insert(EmployerRegistration, {
    ...{ employerId, businessIdNumber, registeredBy: accountId, registeredAt: at, decideBy },
  });
  await manager.insert(Membership, { accountId, employerId, role: 'OWNER', startsAt: at });
  const kind = 'employer.registered';
  await appendOutbox(manager, [
    { aggregate: 'employer', aggregateId: employerId, kind, version: 1 },
  ]);
  return employerId;
}
