import type { LogView } from '../../changes/follow-log';
import type { Clock } from '../../clock';
import { errors, reasons } from '../../errors';
import type { MatchEvent } from '../../matches/match-event';
import { readMatchEventsOf } from '../../matches/match-event-rows';
import { passes } from '../../matches/match-filter';
import type { Verdict } from '../../matching/core/tally';
import type { ActingFor } from '../accounts/acting-for';
import type { RunAs } from '../transaction';
import { employersOfOwn } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';
import type { MatchDetails } from './match-details';

/** Vacancies that one subscription or query can name. Source: our choice; without names all are meant. */
const MAX_NAMED_VACANCIES = 200;

/** Events that are read at a time. */
const PAGE_SIZE = 200;

/** Which match events a viewer asks for. */
export interface MatchesAsked {
  /** Null = every vacancy of the employers whom the viewer acts for when it happens. */
  readonly vacancyIds: readonly string[] | null;
  readonly minVerdict: Verdict;
}

export interface MatchViewDeps {
  readonly readAs: RunAs;
  readonly clock: Clock;
  readonly actingFor: ActingFor;
  readonly details: Pick<MatchDetails, 'expect'>;
}

/**
 * What a viewer sees of the match events: those of the employers for whom the viewer acts when it looks.
 *
 * Errors: EMPLOYER_ONLY when the viewer acts for none at the start; NOT_FOUND for a vacancy that is not the viewer's;
 * BAD_USER_INPUT when none is named; TOO_MANY_WATCHED above `MAX_NAMED_VACANCIES`.
 * Cost: that of `ActingFor`; 1 query more when vacancies are named.
 */
export async function openMatchView(
  deps: MatchViewDeps,
  viewer: Viewer,
  { vacancyIds, minVerdict }: MatchesAsked,
): Promise<LogView<MatchEvent, MatchEvent>> {
  if ((await deps.actingFor.load(viewer.accountId)).size === 0) throw errors.employer.only();
  if (vacancyIds !== null) await checkOwn(deps, viewer, vacancyIds);
  const filter = { vacancyIds: vacancyIds && new Set(vacancyIds), minVerdict };
  return {
    select: async (events) => {
      const employers = await deps.actingFor.load(viewer.accountId);
      const passed = events.filter(
        (event) => employers.has(event.employerId) && passes(filter, event),
      );
      deps.details.expect(passed);
      return passed;
    },
    past: async (after, upTo) => {
      const employers = await deps.actingFor.load(viewer.accountId);
      const asked = { employerIds: [...employers], vacancyIds, after, upTo, limit: PAGE_SIZE };
      const events = await deps.readAs('system', (manager) => readMatchEventsOf(manager, asked));
      const passed = events.filter((event) => passes(filter, event));
      deps.details.expect(passed);
      return { items: passed, upTo: events[PAGE_SIZE - 1]?.seq ?? upTo };
    },
  };
}

async function checkOwn(
  { readAs, clock }: MatchViewDeps,
  viewer: Viewer,
  vacancyIds: readonly string[],
): Promise<void> {
  if (vacancyIds.length === 0) throw errors.input.invalid('vacancyIds', reasons.nothingNamed);
  const named = new Set(vacancyIds);
  if (named.size > MAX_NAMED_VACANCIES) throw errors.stream.tooManyWatched(MAX_NAMED_VACANCIES);
  const own = await readAs(actorOf(viewer), (manager) =>
    employersOfOwn(manager, viewer, [...named], clock.now()),
  );
  if (own.size < named.size) throw errors.object.notFound('vacancyIds');
}
