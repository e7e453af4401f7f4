import { appendAudit } from '../../audit/append-audit';
import { Objection } from '../../entities';
import type { ObjectionRemedy } from '../../entities/vocabulary';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { MOST_WORDS } from './object-to-match';
import { nextObjection } from './objection-state';
import { type Review, type ReviewDeps, reviewObjection } from './office-objection';

export interface DecideObjection extends Review {
  upheld: boolean;
  /** What the person reads. */
  decision: string;
  /** What follows; none where it is rejected. */
  remedies: readonly ObjectionRemedy[];
}

/**
 * The id of an objection that the officer who took it decides. No score changes by it: what follows is data that is mended,
 * an employer that is told or rules that are looked at, and the next ranking is made as every other.
 *
 * Errors: those of `reviewObjection`. Problems: STATE_NOT_ALLOWED (also for one that a colleague took), TEXT_INVALID,
 * REMEDY_MISMATCH.
 */
export const decideObjection =
  (deps: ReviewDeps) =>
  (viewer: Viewer, command: DecideObjection): Promise<Outcome<string>> =>
    reviewObjection(deps, viewer, 'decideObjection', command, async (manager, objection, at) => {
      const { upheld, decision, remedies } = command;
      const state = nextObjection(objection.state, upheld ? 'UPHOLD' : 'REJECT');
      if (state === null || objection.takenBy !== viewer.accountId) {
        return refused([problem('STATE_NOT_ALLOWED', 'id', { state: objection.state })]);
      }
      const problems = findProblems(command);
      if (problems.length > 0) return refused(problems);
      const { id, candidateId } = objection;
      const decided = { endedAt: at, decidedBy: viewer.accountId, decision };
      await manager.update(Objection, id, { ...decided, state, remedies: [...new Set(remedies)] });
      await appendAudit(manager, {
        ...{ actor: actorOf(viewer), action: 'objection.decided' },
        ...{ subjectType: 'candidate', subjectId: candidateId },
        detail: { objection: id, upheld, remedies: remedies.join(' ') },
      });
      return done(id);
    });

function findProblems({ upheld, decision, remedies }: DecideObjection): Problem[] {
  const problems: Problem[] = [];
  if (!isPlainText(decision, MOST_WORDS)) {
    problems.push(problem('TEXT_INVALID', 'decision', { max: MOST_WORDS }));
  }
  if (upheld !== remedies.length > 0) problems.push(problem('REMEDY_MISMATCH', 'remedies'));
  return problems;
}
