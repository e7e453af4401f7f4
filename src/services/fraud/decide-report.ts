import type { EntityManager } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import { FraudReport, Vacancy } from '../../entities';
import type { VacancyState } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { once } from '../idempotency';
import { officeOf } from '../offices/office-of';
import { refuseOwnMatter } from '../offices/own-matter';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { withinAs } from '../transaction';
import { type VacancyDeps, writeVersion } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';
import { MOST_WORDS } from './report-fraud';

/** What an office finds of a report. */
export const fraudOutcomes = ['CONFIRMED', 'UNFOUNDED'] as const;
export type FraudOutcome = (typeof fraudOutcomes)[number];

export interface DecideReport {
  clientMutationId: string;
  reportId: string;
  outcome: FraudOutcome;
  /** Why; for the office. */
  note: string;
  /** Whether the vacancy is closed for fraud; only where it is confirmed. */
  closeVacancy: boolean;
}

/** What the public sees can be closed for fraud, also what ended for another reason; closing must publish nothing. */
const closable: readonly VacancyState[] = [
  'PUBLISHED',
  'PAUSED',
  'STALE',
  'FILLED',
  'CLOSED',
  'EXPIRED',
];

/**
 * The id of a report that an officer of the region decided. A confirmed one may close the vacancy with the reason FRAUD; its
 * address stays and says so.
 *
 * Errors: OFFICE_ONLY; NOT_FOUND outside the area; OWN_MATTER; those of `once`. Problems: STATE_NOT_ALLOWED, TEXT_INVALID,
 * NOTHING_TO_CLOSE.
 */
export const decideReport =
  (deps: VacancyDeps) =>
  (viewer: Viewer, { clientMutationId, ...body }: DecideReport): Promise<Outcome<string>> =>
    deps.runAs(actorOf(viewer), async (manager) => {
      const at = deps.clock.now();
      await officeOf(manager, ['OFFICER']);
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'decideFraudReport' }, async () => {
        const report = await manager.findOne(FraudReport, {
          where: { id: body.reportId },
          lock: { mode: 'pessimistic_write' },
        });
        if (report === null) throw errors.object.notFound('id');
        const vacancy = await withinAs(manager, 'system', () =>
          lockVacancy(manager, viewer, report.vacancyId, at),
        );
        const problems = findProblems(report, body, vacancy);
        if (problems.length > 0) return refused(problems);
        await manager.update(FraudReport, report.id, {
          ...{ state: body.outcome, note: body.note, decidedAt: at, decidedBy: viewer.accountId },
        });
        await appendAudit(manager, {
          ...{ actor: actorOf(viewer), action: 'fraud_report.decided' },
          ...{ subjectType: 'fraud_report', subjectId: report.id },
          detail: { outcome: body.outcome, closed: body.closeVacancy },
        });
        if (body.closeVacancy && vacancy !== null) {
          await withinAs(manager, 'system', () => closeForFraud(deps, manager, vacancy, at));
        }
        return done(report.id);
      });
    });

/** Errors: OWN_MATTER about an employer with which the officer had to do. */
async function lockVacancy(
  manager: EntityManager,
  { accountId }: Viewer,
  id: string | null,
  at: Date,
): Promise<Vacancy | null> {
  if (id === null) return null;
  const vacancy = await manager.findOne(Vacancy, {
    where: { id },
    lock: { mode: 'pessimistic_write' },
  });
  if (vacancy !== null) {
    await refuseOwnMatter(manager, accountId, { employerId: vacancy.employerId }, at);
  }
  return vacancy;
}

function findProblems(
  { state }: FraudReport,
  { outcome, note, closeVacancy }: Omit<DecideReport, 'clientMutationId'>,
  vacancy: Vacancy | null,
): Problem[] {
  const problems: Problem[] = [];
  if (state !== 'NEW') problems.push(problem('STATE_NOT_ALLOWED', 'id', { state }));
  if (!isPlainText(note, MOST_WORDS)) {
    problems.push(problem('TEXT_INVALID', 'note', { max: MOST_WORDS }));
  }
  const canClose = outcome === 'CONFIRMED' && vacancy !== null && isClosable(vacancy);
  if (closeVacancy && !canClose) problems.push(problem('NOTHING_TO_CLOSE', 'closeVacancy'));
  return problems;
}

/** Also what is stopped with its employer, so that it does not come back with it. */
const isClosable = ({ state, suspendedFrom }: Vacancy): boolean =>
  closable.includes(state) || suspendedFrom !== null;

/** One version, however many reports say the same. */
async function closeForFraud(
  deps: VacancyDeps,
  manager: EntityManager,
  vacancy: Vacancy,
  at: Date,
): Promise<void> {
  if (vacancy.closedReason === 'FRAUD') return;
  await writeVersion(deps, manager, vacancy, 'vacancy.closed', {
    ...{ state: vacancy.suspendedFrom === null ? 'CLOSED' : 'SUSPENDED', suspendedFrom: null },
    ...{ closedReason: 'FRAUD', closedAt: vacancy.closedAt ?? at },
  });
}
