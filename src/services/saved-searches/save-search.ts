import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import { SavedSearch } from '../../entities';
import type { DigestFrequency } from '../../entities/vocabulary';
import { errors, reasons } from '../../errors';
import { newestMatchEvent } from '../../matches/match-event-rows';
import type { Verdict } from '../../matching/core/tally';
import { actsFor } from '../accounts/acts-for';
import { employerOf } from '../accounts/employer-of';
import { takeTurns } from '../accounts/take-turns';
import { once } from '../idempotency';
import { isPlainText } from '../plain-text';
import { done, type Outcome, type Problem, problem, refused } from '../problems';
import type { RunAs } from '../transaction';
import { employersOfOwn } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';

/** Searches of one account. Source: our choice; the nights look at each. */
const MOST_SEARCHES = 50;
const NAME_LENGTH = 200;

export interface SaveSearch {
  clientMutationId: string;
  name: string;
  /** Null = every employer that the viewer acts for. */
  employerId: string | null;
  /** Null = every vacancy, also those to come. */
  vacancyIds: readonly string[] | null;
  minVerdict: Verdict;
  frequency: DigestFrequency;
}

interface Deps {
  runAs: RunAs;
  readAs: RunAs;
  clock: Clock;
}

/**
 * The id of a new saved search, which begins now.
 *
 * Errors: EMPLOYER_ONLY; NOT_FOUND for an employer for whom the viewer does not act, and for vacancies of such; those of
 * `once`. Problems: TEXT_INVALID, LIMIT_REACHED.
 */
export const saveSearch =
  (deps: Deps) =>
  async (viewer: Viewer, command: SaveSearch): Promise<Outcome<string>> => {
    const { clientMutationId, ...body } = command;
    const at = deps.clock.now();
    await employerOf(deps.readAs, viewer, at);
    const attempt = { accountId: viewer.accountId, key: clientMutationId, body, at };
    return deps.runAs(actorOf(viewer), (manager) =>
      once(manager, { ...attempt, operation: 'saveSearch' }, async () => {
        await checkRights(manager, viewer, command, at);
        await takeTurns(manager, viewer.accountId, 'saved search');
        const problems = await findProblems(manager, command.name);
        if (problems.length > 0) return refused<string>(problems);
        const newest = String(await newestMatchEvent(manager));
        const { identifiers } = await manager.insert(SavedSearch, {
          accountId: viewer.accountId,
          employerId: command.employerId,
          name: command.name.trim(),
          vacancyIds: command.vacancyIds && [...command.vacancyIds],
          minVerdict: command.minVerdict,
          frequency: command.frequency,
          seenPlace: newest,
          digestedPlace: newest,
          createdAt: at,
        });
        return done(String(identifiers[0]?.id));
      }),
    );
  };

async function checkRights(
  manager: EntityManager,
  viewer: Viewer,
  { employerId, vacancyIds }: SaveSearch,
  at: Date,
): Promise<void> {
  if (employerId !== null && !(await actsFor(manager, viewer.accountId, employerId, at))) {
    throw errors.object.notFound('employerId');
  }
  if (vacancyIds === null) return;
  const own = await employersOfOwn(manager, viewer, vacancyIds, at);
  const isOwn = (id: string) =>
    employerId === null ? own.has(id) : own.get(id)?.employerId === employerId;
  if (!vacancyIds.every(isOwn)) throw errors.object.notFound('vacancyIds');
}

async function findProblems(manager: EntityManager, name: string): Promise<Problem[]> {
  // Row level security counts the viewer's own.
  const count = await manager.count(SavedSearch);
  return [
    ...(isPlainText(name, NAME_LENGTH)
      ? []
      : [problem('TEXT_INVALID', 'name', { max: NAME_LENGTH })]),
    ...(count < MOST_SEARCHES
      ? []
      : [problem('LIMIT_REACHED', 'name', { max: MOST_SEARCHES, reason: reasons.deleteOne })]),
  ];
}
