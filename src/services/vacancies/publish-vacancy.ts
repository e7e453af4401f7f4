import type { EntityManager } from 'typeorm';
import { Requirement, VacancyRegion } from '../../entities';
import type { VerificationStatus } from '../../entities/vocabulary';
import { once } from '../idempotency';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import { withinAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { lockOwnVacancy, stateProblems, type VacancyDeps, writeVersion } from './own-vacancy';
import { publishProblems } from './publish-gate';

export interface PublishVacancy {
  clientMutationId: string;
  vacancyId: string;
}

/**
 * The id of a vacancy that is now public and matched.
 *
 * Errors: NOT_FOUND; those of `once`. Problems: STATE_NOT_ALLOWED, EMPLOYER_SUSPENDED; those of `publishProblems`.
 */
export const publishVacancy =
  (deps: VacancyDeps) =>
  (viewer: Viewer, command: PublishVacancy): Promise<Outcome<string>> =>
    deps.runAs(actorOf(viewer), async (manager) => {
      const { clientMutationId, vacancyId } = command;
      const at = deps.clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, at };
      const call = { ...attempt, operation: 'publishVacancy', body: { vacancyId } };
      return once(manager, call, async () => {
        const vacancy = await lockOwnVacancy(manager, viewer, vacancyId, at);
        const places = await manager.findBy(VacancyRegion, { vacancyId });
        const requirements = await manager.findBy(Requirement, { vacancyId });
        const regionCodes = places.map((place) => place.regionCode);
        const problems = [
          ...stateProblems(vacancy, ['DRAFT', 'NEEDS_CORRECTION', 'PAUSED']),
          ...publishProblems({ ...vacancy, regionCodes, requirements }, at),
          ...(await employerProblems(manager, vacancy.employerId)),
        ];
        if (problems.length > 0) return refused(problems);
        await writeVersion(deps, manager, vacancy, 'vacancy.published', {
          state: 'PUBLISHED',
          publishedAt: vacancy.publishedAt ?? at,
          lastConfirmedAt: at,
        });
        return done(vacancy.id);
      });
    });

/** Whom the office stopped publishes nothing; it decides about no employer that is publishing. */
async function employerProblems(manager: EntityManager, employerId: string): Promise<Problem[]> {
  const [{ verification } = { verification: null }] = await withinAs(manager, 'system', () =>
    manager.query<{ verification: VerificationStatus }[]>(
      'SELECT verification FROM employers WHERE id = $1 FOR SHARE',
      [employerId],
    ),
  );
  return verification === 'SUSPENDED' ? [problem('EMPLOYER_SUSPENDED', 'id')] : [];
}
