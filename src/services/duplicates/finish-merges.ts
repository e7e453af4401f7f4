import { appendAudit } from '../../audit/append-audit';
import { type ErasureDeps, eraseForGood } from '../erasure/erasure-deps';

/** Merges of one run; the rest comes the next night. Source: our choice. */
const MOST = 1_000;

/**
 * Erases records that rest since a merge that can no longer be undone; returns how many.
 *
 * Cost: 1 query, and an erasure each in a transaction of its own; stops between two of them.
 */
export const finishMerges =
  (deps: ErasureDeps) =>
  async (signal: AbortSignal): Promise<number> => {
    const at = deps.clock.now();
    const due = await deps.readAs('system', (manager) =>
      manager.query<{ id: string; dropId: string }[]>(
        `SELECT id, drop_id AS "dropId" FROM candidate_merges WHERE undo_until <= $1 ORDER BY undo_until LIMIT ${MOST}`,
        [at],
      ),
    );
    let finished = 0;
    for (const { id, dropId } of due) {
      if (signal.aborted) break;
      const isErased = await deps.runAs('system', async (manager) => {
        await appendAudit(manager, {
          ...{ actor: 'system', action: 'candidate.erased', subjectType: 'candidate' },
          ...{ subjectId: dropId, detail: { by: 'MERGE', merge: id } },
        });
        return eraseForGood(manager, deps, { candidateId: dropId, at });
      });
      finished += Number(isErased);
    }
    return finished;
  };
