import type { CloseReason } from '../../entities/vocabulary';
import { once } from '../idempotency';
import { done, type Outcome, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { lockOwnVacancy, stateProblems, type VacancyDeps, writeVersion } from './own-vacancy';

/** Reasons that an employer may give; the others are the service's or the office's. */
export const employerCloseReasons = [
  'FILLED_HERE',
  'FILLED_ELSEWHERE',
  'CANCELLED',
  'DUPLICATE',
] as const satisfies readonly CloseReason[];
export type EmployerCloseReason = (typeof employerCloseReasons)[number];

export interface CloseVacancy {
  clientMutationId: string;
  vacancyId: string;
  reason: EmployerCloseReason;
}

/**
 * The id of a vacancy that no longer takes part in search and matching; its address stays and tells the reason.
 *
 * Errors: NOT_FOUND; those of `once`.
 */
export const closeVacancy =
  (deps: VacancyDeps) =>
  (viewer: Viewer, command: CloseVacancy): Promise<Outcome<string>> =>
    deps.runAs(actorOf(viewer), async (manager) => {
      const { clientMutationId, ...body } = command;
      const at = deps.clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'closeVacancy' }, async () => {
        const vacancy = await lockOwnVacancy(manager, viewer, command.vacancyId, at);
        const problems = stateProblems(vacancy, [
          'DRAFT',
          'NEEDS_CORRECTION',
          'PUBLISHED',
          'PAUSED',
          'STALE',
        ]);
        if (problems.length > 0) return refused(problems);
        const isFilled = command.reason === 'FILLED_HERE' || command.reason === 'FILLED_ELSEWHERE';
        await writeVersion(deps, manager, vacancy, 'vacancy.closed', {
          state: isFilled ? 'FILLED' : 'CLOSED',
          closedReason: command.reason,
          closedAt: at,
        });
        return done(vacancy.id);
      });
    });
