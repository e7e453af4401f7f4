import type { VacancyState } from '../../entities/vocabulary';
import { errors } from '../../errors';
import { once } from '../idempotency';
import { done, type Outcome, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { checkReferences } from './check-references';
import { checkDraft, type VacancyDraft } from './draft';
import { lockOwnVacancy, stateProblems, type VacancyDeps, writeVersion } from './own-vacancy';
import { publishProblems } from './publish-gate';
import { contentColumns, replaceParts } from './vacancy-content';

export interface UpdateVacancy {
  clientMutationId: string;
  vacancyId: string;
  /** The version that the caller has read. */
  expectedVersion: number;
  draft: VacancyDraft;
}

const OPEN: readonly VacancyState[] = ['PUBLISHED', 'PAUSED', 'STALE'];
const EDITABLE: readonly VacancyState[] = ['DRAFT', 'NEEDS_CORRECTION', ...OPEN];

/**
 * The id of a vacancy whose whole content was replaced; one that is already open must still pass the publish gate.
 *
 * Errors: NOT_FOUND; CONFLICT with the current version when somebody was faster; those of `once`.
 */
export const updateVacancy =
  (deps: VacancyDeps) =>
  (viewer: Viewer, command: UpdateVacancy): Promise<Outcome<string>> =>
    deps.runAs(actorOf(viewer), async (manager) => {
      const { clientMutationId, ...body } = command;
      const at = deps.clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'updateVacancy' }, async () => {
        const { draft } = command;
        const vacancy = await lockOwnVacancy(manager, viewer, command.vacancyId, at);
        if (vacancy.version !== command.expectedVersion) {
          throw errors.version.conflict(vacancy.version);
        }
        const problems = [...stateProblems(vacancy, EDITABLE), ...checkDraft(draft)];
        problems.push(...(await checkReferences(manager, draft)));
        if (OPEN.includes(vacancy.state)) problems.push(...publishProblems(draft, at));
        if (problems.length > 0) return refused(problems);
        await writeVersion(deps, manager, vacancy, 'vacancy.updated', contentColumns(draft));
        await replaceParts(manager, vacancy.id, draft, at);
        return done(vacancy.id);
      });
    });
