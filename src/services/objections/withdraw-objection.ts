import { appendAudit } from '../../audit/append-audit';
import { Objection } from '../../entities';
import { errors } from '../../errors';
import { changeOwnRecord, type OwnDeps } from '../candidates/change-own';
import { done, type Outcome, problem, refused } from '../problems';
import type { Viewer } from '../viewer';
import { nextObjection } from './objection-state';

export interface WithdrawObjection {
  clientMutationId: string;
  objectionId: string;
}

/**
 * The id of an objection that the signed-in person takes back before it is decided.
 *
 * Errors: those of `changeOwnRecord`; NOT_FOUND, the same for a missing objection and for somebody else's.
 * Problems: STATE_NOT_ALLOWED.
 */
export const withdrawObjection =
  (deps: OwnDeps) =>
  (viewer: Viewer, command: WithdrawObjection): Promise<Outcome<string>> =>
    changeOwnRecord(deps, viewer, 'withdrawObjection', command, async (manager, own, at) => {
      const { objectionId: id } = command;
      const objection = await manager.findOne(Objection, {
        where: { id },
        lock: { mode: 'pessimistic_write' },
      });
      if (objection === null) throw errors.object.notFound('id');
      const state = nextObjection(objection.state, 'WITHDRAW');
      if (state === null) {
        return refused([problem('STATE_NOT_ALLOWED', 'id', { state: objection.state })]);
      }
      await manager.update(Objection, id, { state, endedAt: at });
      await appendAudit(manager, {
        ...{ actor: `candidate:${own.id}`, action: 'objection.withdrawn' },
        ...{ subjectType: 'candidate', subjectId: own.id, detail: { objection: id } },
      });
      return done(id);
    });
