import { appendOutbox } from '../../changes/outbox';
import type { Clock } from '../../clock';
import { Candidate } from '../../entities';
import { errors } from '../../errors';
import { officeDay } from '../../text/office-day';
import type { RunAs } from '../transaction';

/**
 * A candidate becomes ACTIVE; rankings include the person as long as the matching consent lives.
 *
 * Errors: NOT_FOUND for an unknown or erased candidate.
 * Cost: 3 queries.
 */
export const activateCandidate =
  ({ runAs, clock }: { runAs: RunAs; clock: Clock }) =>
  (candidateId: string): Promise<void> =>
    // Neither tests nor the demo have a candidate who signed in.
    runAs('system', async (manager) => {
      const candidate = await manager.findOne(Candidate, {
        where: { id: candidateId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!candidate || candidate.status === 'ERASED') throw errors.object.notFound('id');
      const now = clock.now();
      const version = candidate.version + 1;
      await manager.update(Candidate, candidateId, {
        status: 'ACTIVE',
        confirmedOn: officeDay(now),
        version,
        updatedAt: now,
      });
      await appendOutbox(manager, [
        {
          aggregate: 'candidate',
          aggregateId: candidateId,
          kind: 'candidate.activated',
          version,
        },
      ]);
    });
