import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Clock } from '../../clock';
import { Vacancy } from '../../entities';
import { errors } from '../../errors';
import type { FoundMatch, MatchCause, Watch } from '../../matches/match-feed';
import { type CandidateCard, presentCard } from '../../matching/card';
import { type Counterfactual, suggestRelaxations } from '../../matching/core/counterfactual';
import type { Match } from '../../matching/core/explain';
import type { FactsSource } from '../../matching/facts-store';
import { liveMemberships } from '../accounts/acts-for';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { showingKey, showPeople } from './show-people';

/** Vacancies that one subscription can watch. Source: our choice; a larger employer opens a second one. */
export const MAX_WATCHED = 200;

/** Where matches come from while somebody listens. */
export interface MatchStream {
  watch(watch: Watch, signal: AbortSignal): AsyncGenerator<FoundMatch>;
}

export interface WatchRequest {
  /** Null = every open vacancy of the viewer's employers at this moment. */
  vacancyIds: readonly string[] | null;
  minVerdict: Match['verdict'];
}

/** A match as its employer may see it. */
export interface MatchNews {
  vacancyId: string;
  card: CandidateCard;
  match: Match;
  /** About the vacancy's own requirements; computed when somebody asks. */
  counterfactuals: () => readonly Counterfactual[];
  cause: MatchCause;
  at: Date;
}

interface Deps {
  readAs: RunAs;
  runAs: RunAs;
  matches: MatchStream;
  facts: FactsSource;
  clock: Clock;
}

/**
 * People who begin to fit the viewer's vacancies, from now until the signal aborts.
 *
 * Rights are asked at the start and again for each match: a mandate that ended delivers nothing more.
 * Errors: NOT_FOUND for a vacancy that is not the viewer's or not open; BAD_USER_INPUT above `MAX_WATCHED`;
 * SUBSCRIBER_TOO_SLOW when the reader falls behind.
 */
export const watchMatches =
  (deps: Deps) =>
  async (
    viewer: Viewer,
    { vacancyIds, minVerdict }: WatchRequest,
    signal: AbortSignal,
  ): Promise<AsyncGenerator<MatchNews>> => {
    const own = await readOwnOpen(deps, viewer, vacancyIds);
    if (vacancyIds !== null && own.size < new Set(vacancyIds).size) {
      throw errors.object.notFound('vacancyIds');
    }
    if (own.size > MAX_WATCHED) throw errors.stream.tooManyWatched(MAX_WATCHED);
    const watch = { vacancyIds: new Set(own.keys()), minVerdict };
    return newsOf(deps, viewer, deps.matches.watch(watch, signal));
  };

async function* newsOf(
  deps: Deps,
  viewer: Viewer,
  found: AsyncGenerator<FoundMatch>,
): AsyncGenerator<MatchNews> {
  try {
    for await (const match of found) {
      const news = await toNews(deps, viewer, match);
      if (news) yield news;
    }
  } catch (error) {
    if (error instanceof RangeError) throw errors.stream.tooSlow();
    throw error;
  }
}

/** Null when the viewer no longer acts for the employer or the person is gone. */
async function toNews(
  deps: Deps,
  viewer: Viewer,
  { vacancyId, candidateId, facts, match, cause, at }: FoundMatch,
): Promise<MatchNews | null> {
  const organisationId = (await readOwnOpen(deps, viewer, [vacancyId])).get(vacancyId);
  if (organisationId === undefined) return null;
  const showing = { organisationId, candidateId };
  const handles = await showPeople(deps, [showing], deps.clock.now());
  const handle = handles.get(showingKey(showing));
  const { vacancies, catalogue } = await deps.facts.current();
  const vacancy = vacancies.get(vacancyId);
  if (handle === undefined || vacancy === undefined) return null;
  const asked = vacancy.compiled.facts;
  const card = presentCard(handle, { facts, match }, asked, catalogue.taxonomy);
  const counterfactuals = () => suggestRelaxations(vacancy.compiled)(facts);
  return { vacancyId, card, match, counterfactuals, cause, at };
}

/** The viewer's open vacancies with their employers, of these or all. Cost: 2 queries. */
function readOwnOpen(
  { readAs, clock }: Pick<Deps, 'readAs' | 'clock'>,
  viewer: Viewer,
  vacancyIds: readonly string[] | null,
): Promise<Map<string, string>> {
  const now = clock.now();
  const read = async (manager: EntityManager) => {
    const memberships = await liveMemberships(manager, viewer.accountId, now).getMany();
    const rows = await manager.find(Vacancy, {
      select: { id: true, employerId: true },
      where: {
        employerId: In(memberships.map((membership) => membership.employerId)),
        state: 'PUBLISHED',
        validThrough: MoreThan(now),
        ...(vacancyIds === null ? {} : { id: In([...vacancyIds]) }),
      },
      take: MAX_WATCHED + 1,
    });
    return new Map(rows.map((row) => [row.id, row.employerId]));
  };
  return readAs(actorOf(viewer), read);
}
