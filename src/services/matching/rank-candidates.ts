import { type EntityManager, In } from 'typeorm';
import type { Clock } from '../../clock';
import { Vacancy } from '../../entities';
import type { Match } from '../../matching/core/explain';
import { loadVacancies, type Rankable } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import type { Ranker, Ranking } from '../../matching/ranker';
import { liveMemberships } from '../accounts/acts-for';
import type { Slice, SliceRequest } from '../slice';
import type { RunAs } from '../transaction';
import { actorOf, type Viewer } from '../viewer';
import { type CandidateCard, presentCard } from './card';
import { leaveOut } from './leave-out';
import { type Handles, type Showing, showingKey, showPeople } from './show-people';

/** The ranks of a vacancy whose cards are shown; the order itself is complete. Source: RELIABILITY (threats, employer). */
export const VISIBLE_DEPTH = 100;

export const withheldReasons = ['RANK_LIMIT', 'CONSENT_ENDED'] as const;
/** Why a place shows no card. */
export type Withheld = (typeof withheldReasons)[number];

/** One place in the order of a vacancy. */
export interface RankedCandidate {
  rank: number;
  /** How many others have the same score. */
  tiedWith: number;
  match: Match;
  card: CandidateCard | null;
  withheld: Withheld | null;
}

/** A stretch of a vacancy's order with the totals of all of it. */
export type RankedPage = Slice<RankedCandidate> &
  Omit<Ranking, 'rows' | 'seq'> & { vacancyId: string };

export interface RankDeps {
  readAs: RunAs;
  runAs: RunAs;
  ranker: Ranker;
  facts: FactsSource;
  clock: Clock;
}

/**
 * The eligible people of several vacancies, each in its order; null for a vacancy of somebody else, as for a missing one.
 *
 * `without` names requirements that are left out. A place is the position in the order, from 0.
 * Cost: at most 7 queries for all vacancies together, and a ranking each.
 */
export const rankCandidates =
  (deps: RankDeps) =>
  async (
    viewer: Viewer,
    vacancyIds: readonly string[],
    request: SliceRequest<number>,
    without: readonly string[] = [],
  ): Promise<Map<string, RankedPage>> => {
    const now = deps.clock.now();
    const store = await deps.facts.current();
    const stated = await deps.readAs(actorOf(viewer), (manager) =>
      readOwn(manager, viewer, vacancyIds, store, now),
    );
    const own = stated.map((vacancy) => ({ ...vacancy, facts: leaveOut(vacancy.facts, without) }));
    const offset = request.after === null ? 0 : request.after + 1;
    const lists = await Promise.all(
      own.map(async (vacancy) => ({
        vacancy,
        ranking: await deps.ranker.rank(vacancy.facts, { first: request.first, offset }),
      })),
    );
    const showings = lists.flatMap(({ vacancy, ranking }) =>
      ranking.rows.filter(isVisible).map((row) => showingOf(vacancy, row)),
    );
    const handles = await showPeople(deps, showings, now);
    return new Map(
      lists.map(({ vacancy, ranking }) => [
        vacancy.id,
        toPage(vacancy, ranking, { offset, request, handles, store }),
      ]),
    );
  };

interface OwnVacancy extends Rankable {
  employerId: string;
}

/** Those of the vacancies whose employers the viewer acts for. Cost: 3 queries. */
async function readOwn(
  manager: EntityManager,
  viewer: Viewer,
  vacancyIds: readonly string[],
  { catalogue }: FactsStore,
  at: Date,
): Promise<OwnVacancy[]> {
  const rows = await manager.find(Vacancy, {
    select: { id: true, employerId: true },
    where: { id: In([...vacancyIds]) },
  });
  const memberships = await liveMemberships(manager, viewer.accountId, at).getMany();
  const employers = new Set(memberships.map((membership) => membership.employerId));
  const own = rows.filter((row) => employers.has(row.employerId));
  const employerOf = new Map(own.map((row) => [row.id, row.employerId]));
  const rankable = await loadVacancies(manager, catalogue, [...employerOf.keys()]);
  return rankable.map((vacancy) => ({
    ...vacancy,
    employerId: employerOf.get(vacancy.id) ?? '',
  }));
}

const isVisible = (row: { rank: number }) => row.rank <= VISIBLE_DEPTH;

const showingOf = (vacancy: OwnVacancy, row: { candidateId: string }): Showing => ({
  organisationId: vacancy.employerId,
  candidateId: row.candidateId,
});

function toPage(
  vacancy: OwnVacancy,
  { rows, seq: _, ...totals }: Ranking,
  {
    offset,
    request,
    handles,
    store,
  }: { offset: number; request: SliceRequest<number>; handles: Handles; store: FactsStore },
): RankedPage {
  const { taxonomy } = store.catalogue;
  return {
    ...totals,
    vacancyId: vacancy.id,
    hasNext: offset + rows.length < totals.eligible,
    hasPrevious: request.after !== null,
    total: totals.eligible,
    totalIsExact: true,
    rows: rows.map(({ person, candidateId, rank, tiedWith, match }, index) => {
      const handle = handles.get(showingKey(showingOf(vacancy, { candidateId })));
      const facts = store.candidates.get(person);
      const card =
        handle && facts ? presentCard(handle, { facts, match }, vacancy.facts, taxonomy) : null;
      const withheld = isVisible({ rank }) ? 'CONSENT_ENDED' : 'RANK_LIMIT';
      const item = { rank, tiedWith, match, card, withheld: card ? null : withheld } as const;
      return { item, place: offset + index };
    }),
  };
}
