import type { EntityManager } from 'typeorm';
import { appendOutbox } from '../../changes/outbox';
import { Employer, Vacancy } from '../../entities';
import { errors } from '../../errors';
import { actsFor } from '../accounts/acts-for';
import { once } from '../idempotency';
import { done, type Outcome, refused } from '../problems';
import { actorOf, type Viewer } from '../viewer';
import { checkReferences } from './check-references';
import { newSlug, newVerifyCode } from './codes';
import { checkDraft, type VacancyDraft } from './draft';
import type { VacancyDeps } from './own-vacancy';
import { contentColumns, insertParts } from './vacancy-content';

export interface CreateVacancy {
  clientMutationId: string;
  employerId: string;
  draft: VacancyDraft;
}

/**
 * The id of a new vacancy in state DRAFT, visible to its employer only.
 *
 * Errors: NOT_FOUND for an employer for whom the viewer does not act; those of `once`.
 */
export const createVacancy =
  (deps: VacancyDeps) =>
  (viewer: Viewer, command: CreateVacancy): Promise<Outcome<string>> =>
    deps.runAs(actorOf(viewer), async (manager) => {
      const { clientMutationId, ...body } = command;
      const at = deps.clock.now();
      const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
      return once(manager, { ...attempt, operation: 'createVacancy' }, async () => {
        if (!(await actsFor(manager, viewer.accountId, command.employerId, at))) {
          throw errors.object.notFound('employerId');
        }
        const problems = checkDraft(command.draft);
        problems.push(...(await checkReferences(manager, command.draft)));
        return problems.length > 0 ? refused(problems) : done(await insert(deps, manager, command));
      });
    });

async function insert(
  { clock }: VacancyDeps,
  manager: EntityManager,
  { employerId, draft }: CreateVacancy,
): Promise<string> {
  const { isDemo } = await manager.findOneByOrFail(Employer, { id: employerId });
  const now = clock.now();
  const inserted = await manager.insert(Vacancy, {
    ...contentColumns(draft),
    employerId,
    isDemo,
    slug: newSlug(draft.title),
    verifyCode: newVerifyCode(),
    createdAt: now,
    updatedAt: now,
  });
  const id = String(inserted.identifiers[0]?.id);
  await insertParts(manager, id, draft, now);
  await appendOutbox(manager, [
    {
      aggregate: 'vacancy',
      aggregateId: id,
      kind: 'vacancy.created',
      version: 1,
    },
  ]);
  return id;
}
