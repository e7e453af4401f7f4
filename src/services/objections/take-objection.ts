import { appendAudit } from '../../audit/append-audit';
import { Objection } from '../../entities';
import { done, type Outcome, problem, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { nextObjection } from './objection-state';
import { type Review, type ReviewDeps, reviewObjection } from './office-objection';

/**
 * The id of an objection that the officer looks at from now on, perhaps in place of a colleague.
 *
 * Errors: those of `reviewObjection`. Problems: STATE_NOT_ALLOWED.
 */
export const takeObjection =
  (deps: ReviewDeps) =>
  (viewer: Viewer, command: Review): Promise<Outcome<string>> =>
    reviewObjection(deps, viewer, 'takeObjection', command, async (manager, objection, at) => {
      const { id, candidateId } = objection;
      const state = nextObjection(objection.state, 'TAKE');
      if (state === null) {
        return refused([problem('STATE_NOT_ALLOWED', 'id', { state: objection.state })]);
      }
      await manager.update(Objection, id, { state, takenAt: at, takenBy: viewer.accountId });
      await appendAudit(manager, {
        ...{ actor: actorOf(viewer), action: 'objection.taken' },
        ...{ subjectType: 'candidate', subjectId: candidateId, detail: { objection: id } },
      });
      return done(id);
    });
