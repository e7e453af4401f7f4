import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { appendAudit } from '../../audit/append-audit';
import { Objection } from '../../entities';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { readVacancy } from '../contacts/open-vacancy';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { findSealedPlace } from '../receipts/sealed-place';
import { withinAs } from '../transaction';
import type { Viewer } from '../viewer';
import { answerDueAt } from './objection-state';

/** Characters of what a person objects, and of the answer. Source: our choice; a page. */
export const MOST_WORDS = 2_000;
/** Objections of one person in 24 hours. Source: our choice, against floods. */
const MOST_A_DAY = 5;
const DAY_MS = 86_400_000;

export interface ObjectToMatch {
  clientMutationId: string;
  vacancyId: string;
  reason: string;
}

/**
 * The id of the signed-in person's objection to how a vacancy's ranking treated them, whether they were eligible or not;
 * somebody of the office answers it within 14 days (I30).
 *
 * Errors: those of `changeOwnRecord`; NOT_FOUND for a vacancy that is not public. Problems: TEXT_INVALID, OBJECTION_OPEN,
 * DAILY_LIMIT_REACHED.
 * Source: UU 27/2022 art. 10.
 */
export const objectToMatch =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: ObjectToMatch): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'objectToMatch', command, async (manager, own, at) => {
      const { id: vacancyId } = await readVacancy(manager, command.vacancyId);
      const { reason } = command;
      const problems = await findProblems(manager, own.id, command, at);
      if (problems.length > 0) return refused(problems);
      const sealed = await withinAs(manager, 'system', () =>
        findSealedPlace(manager, { vacancyId, snapshotId: null }, own.number),
      );
      const { identifiers } = await manager.insert(Objection, {
        ...{ candidateId: own.id, vacancyId, snapshotId: sealed?.snapshotId ?? null },
        ...{ state: 'FILED', reason, filedAt: at, dueAt: answerDueAt(at) },
      });
      const id = String(identifiers[0]?.id);
      await appendAudit(manager, {
        ...{ actor: `candidate:${own.id}`, action: 'objection.filed' },
        ...{ subjectType: 'candidate', subjectId: own.id, detail: { objection: id } },
      });
      return done(id);
    });

async function findProblems(
  manager: EntityManager,
  candidateId: string,
  { vacancyId, reason }: ObjectToMatch,
  at: Date,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  if (!isPlainText(reason, MOST_WORDS)) {
    problems.push(problem('TEXT_INVALID', 'reason', { max: MOST_WORDS }));
  }
  if (await manager.existsBy(Objection, { candidateId, vacancyId, endedAt: IsNull() })) {
    problems.push(problem('OBJECTION_OPEN', 'vacancyId'));
  }
  const filedAt = MoreThan(new Date(at.getTime() - DAY_MS));
  if ((await manager.countBy(Objection, { candidateId, filedAt })) >= MOST_A_DAY) {
    problems.push(problem('DAILY_LIMIT_REACHED', 'vacancyId', { max: MOST_A_DAY }));
  }
  return problems;
}
