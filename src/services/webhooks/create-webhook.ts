import { type EntityManager, In } from 'typeorm';
import { Employer, Vacancy, Webhook } from '../../entities';
import { errors, reasons } from '../../errors';
import { newestMatchEvent } from '../../matches/match-event-rows';
import type { ListMove } from '../../matches/wanted-events';
import type { Verdict } from '../../matching/core/tally';
import { type TargetRules, targetFault } from '../../webhooks/target';
import { actsFor } from '../accounts/acts-for';
import { employerOf } from '../accounts/employer-of';
import { takeTurns } from '../accounts/take-turns';
import { once } from '../idempotency';
import { type Outcome, type Problem, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import type { WebhookDeps } from './own-webhook';
import { giveSecret, newSecret, tellSecret, type WebhookWithSecret } from './secrets';

/** Webhooks of one account for one employer. Source: our choice; several systems of one office. */
const MOST_WEBHOOKS = 10;

export interface CreateWebhook {
  clientMutationId: string;
  /** Null = the one that the viewer has acted for longest. */
  employerId: string | null;
  url: string;
  moves: readonly ListMove[];
  minVerdict: Verdict;
  /** Null = all of the employer, also those to come. */
  vacancyIds: readonly string[] | null;
}

interface Deps extends WebhookDeps {
  readAs: RunAs;
  webhookTargets: TargetRules;
}

/**
 * A webhook that is sent what happens from now on, and its secret.
 *
 * Errors: EMPLOYER_ONLY; NOT_FOUND for an employer for whom the viewer does not act, and for vacancies that are not that
 * employer's; those of `once`. Problems: EMPLOYER_NOT_VERIFIED, URL_NOT_ALLOWED, LIMIT_REACHED.
 */
export const createWebhook =
  (deps: Deps) =>
  async (viewer: Viewer, command: CreateWebhook): Promise<Outcome<WebhookWithSecret>> => {
    const { clientMutationId, ...body } = command;
    const at = deps.clock.now();
    const employerId = command.employerId ?? (await employerOf(deps.readAs, viewer, at));
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    const created = await deps.runAs(actorOf(viewer), (manager) =>
      once(manager, { ...attempt, operation: 'createWebhook' }, async () => {
        if (!(await actsFor(manager, viewer.accountId, employerId, at))) {
          throw errors.object.notFound('employerId');
        }
        await takeTurns(manager, viewer.accountId, 'webhook');
        await checkVacancies(manager, employerId, command.vacancyIds);
        const problems = await findProblems(manager, employerId, command.url, deps.webhookTargets);
        if (problems.length > 0) return refused<string>(problems);
        const { secret, hint } = newSecret();
        const { identifiers } = await manager.insert(Webhook, {
          employerId,
          accountId: viewer.accountId,
          url: new URL(command.url).href,
          moves: [...command.moves],
          minVerdict: command.minVerdict,
          vacancyIds: command.vacancyIds && [...command.vacancyIds],
          secretHint: hint,
          place: String(await newestMatchEvent(manager)),
          createdAt: at,
        });
        return giveSecret(manager, String(identifiers[0]?.id), secret, at);
      }),
    );
    return tellSecret(deps.runAs, created);
  };

/** Errors: NOT_FOUND, the same for missing vacancies and somebody else's. */
async function checkVacancies(
  manager: EntityManager,
  employerId: string,
  vacancyIds: readonly string[] | null,
): Promise<void> {
  if (vacancyIds === null) return;
  const ids = [...new Set(vacancyIds)];
  const found = await manager.countBy(Vacancy, { id: In(ids), employerId });
  if (found < ids.length) throw errors.object.notFound('vacancyIds');
}

async function findProblems(
  manager: EntityManager,
  employerId: string,
  url: string,
  rules: TargetRules,
): Promise<Problem[]> {
  const employer = await manager.findOneByOrFail(Employer, { id: employerId });
  const reason = targetFault(url, rules);
  const count = await manager.countBy(Webhook, { employerId });
  return [
    ...(employer.verification === 'VERIFIED'
      ? []
      : [problem('EMPLOYER_NOT_VERIFIED', 'employerId')]),
    ...(reason === null ? [] : [problem('URL_NOT_ALLOWED', 'url', { reason })]),
    ...(count < MOST_WEBHOOKS
      ? []
      : [
          problem('LIMIT_REACHED', 'employerId', { max: MOST_WEBHOOKS, reason: reasons.deleteOne }),
        ]),
  ];
}
