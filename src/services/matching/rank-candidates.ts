import type { EntityManager } from 'typeorm';
import type { Clock } from '../../clock';
import type { RankingSnapshot } from '../../entities';
import { errors } from '../../errors';
import type { CandidateCard } from '../../matching/card';
import { compileVacancy } from '../../matching/core/compile';
import { suggestRelaxations } from '../../matching/core/counterfactual';
import type { Match } from '../../matching/core/explain';
import type { VacancyFacts } from '../../matching/core/facts';
import { leaveOut } from '../../matching/core/leave-out';
import { type PlacedCounterfactual, placeIn } from '../../matching/core/new-rank';
import type { ToldMatch } from '../../matching/core/withhold';
import { loadVacancies, type Rankable } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import type { RankedPerson, Ranker, Ranking } from '../../matching/ranker';
import { tellPerson } from '../../matching/told-person';
import type { Slice, SliceRequest } from '../slice';
import type { RunAs } from '../transaction';
import { employersOfOwn } from '../vacancies/own-vacancy';
import { actorOf, type Viewer } from '../viewer';
import { spendQuestions } from './question-budget';
import type { Showing } from './show-people';

/** The first places of a vacancy's order whose cards are shown, however many share a rank; the order itself is complete. Source: RELIABILITY (threats, employer). */
export const VISIBLE_DEPTH = 100;

export const withheldReasons = [
  'NOT_VERIFIED',
  'RANK_LIMIT',
  'DAILY_LIMIT',
  'CONSENT_ENDED',
  'EXPIRED',
] as const;
/** Why a place shows no card: it lies too deep, enough new people were shown for a day, the person gets no pseudonym any more, or a day has passed. */
export type Withheld = (typeof withheldReasons)[number];

/** One place in the order of a vacancy. */
export interface RankedCandidate {
  rank: number;
  /** How many others have the same score. */
  tiedWith: number;
  scoreBp: number;
  verdict: Match['verdict'];
  /** Null where a frozen order keeps only the score; read when somebody asks. */
  match: (() => ToldMatch) | null;
  /** About the vacancy's own requirements; computed when somebody asks. */
  counterfactuals: () => readonly PlacedCounterfactual[];
  /** Why there is no card, whoever asks; null = whoever gets a pseudonym has one. */
  withheld: Withheld | null;
  /** Who would see whom: for `showPeople`, once the card is asked for; null when withheld. */
  showing: Showing | null;
  /** The card under the pseudonym of that showing; null for whoever has left. */
  toCard(handle: string): CandidateCard | null;
}

/** A stretch of a vacancy's order with the totals of all of it. */
export type RankedPage = Slice<RankedCandidate> &
  Omit<Ranking, 'rows' | 'rest' | 'shown' | 'lines' | 'seq'> & {
    vacancyId: string;
    /** Where it is frozen; null for an order that was computed for this answer alone. */
    snapshot: RankingSnapshot | null;
  };

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
 * `without` names requirements that are left out; nothing is frozen. A place is the position in the order, from 0.
 * Nobody is shown by that: the page holds whom to show, and how.
 * Errors: SIMULATION_BUDGET_SPENT; NOT_FOUND for a requirement of none of them.
 * Cost: 6 queries for all vacancies of an employer together, and a ranking each.
 */
export const rankCandidates =
  (deps: RankDeps) =>
  async (
    viewer: Viewer,
    vacancyIds: readonly string[],
    request: SliceRequest<number>,
    without: readonly string[] = [],
    signal?: AbortSignal,
  ): Promise<Map<string, RankedPage>> => {
    const now = deps.clock.now();
    const store = await deps.facts.current();
    const stated = await deps.readAs(actorOf(viewer), (manager) =>
      readOwn(manager, viewer, vacancyIds, store, now),
    );
    checkKnown(stated, without);
    const own = stated.map((vacancy) => ({ ...vacancy, facts: leaveOut(vacancy.facts, without) }));
    await spendQuestions(
      deps,
      own.map(({ id, employerId, isPublished, facts }) => ({
        askerId: employerId,
        vacancyId: id,
        isPublic: isPublished && without.length === 0,
        asked: [facts],
      })),
    );
    const offset = request.after === null ? 0 : request.after + 1;
    const lists = await Promise.all(
      own.map(async (vacancy) => ({
        vacancy,
        ranking: await deps.ranker.rank(vacancy.facts, { first: request.first, offset, signal }),
      })),
    );
    return new Map(
      lists.map(({ vacancy, ranking }) => [
        vacancy.id,
        toPage(vacancy, ranking, { offset, request, store }),
      ]),
    );
  };

interface OwnVacancy extends Rankable {
  employerId: string;
  isVerified: boolean;
}

/** Those of the vacancies whose employers the viewer acts for. Cost: 2 queries. */
export async function readOwn(
  manager: EntityManager,
  viewer: Viewer,
  vacancyIds: readonly string[],
  { catalogue }: FactsStore,
  at: Date,
): Promise<OwnVacancy[]> {
  const employerOf = await employersOfOwn(manager, viewer, vacancyIds, at);
  const rankable = await loadVacancies(manager, catalogue, [...employerOf.keys()]);
  return rankable.flatMap((vacancy) => {
    const employer = employerOf.get(vacancy.id);
    return employer ? [{ ...vacancy, ...employer }] : [];
  });
}

function toPage(
  vacancy: OwnVacancy,
  { rows, rest: _, shown: __, lines: ___, seq: ____, ...totals }: Ranking,
  { offset, request, store }: { offset: number; request: SliceRequest<number>; store: FactsStore },
): RankedPage {
  const { taxonomy, geography } = store.catalogue;
  const relax = lazily(() =>
    suggestRelaxations(compileVacancy(vacancy.facts, taxonomy, geography)),
  );
  const locate = placeIn({ offset, eligible: totals.eligible, rows });
  const toItem = (person: RankedPerson, position: number) => {
    const { candidateId, rank, tiedWith, match } = person;
    const told = tellPerson(person, vacancy.facts, taxonomy, (...asked) => relax()(...asked));
    const showing = { organisationId: vacancy.employerId, candidateId };
    const withheld = reasonToWithhold(vacancy, position);
    return {
      rank,
      tiedWith,
      scoreBp: match.scoreBp,
      verdict: match.verdict,
      match: withheld === null ? told.match : null,
      counterfactuals: () => locate(told.counterfactuals()),
      withheld,
      showing: withheld === null ? showing : null,
      toCard: told.card,
    };
  };
  return {
    ...totals,
    vacancyId: vacancy.id,
    snapshot: null,
    hasNext: offset + rows.length < totals.eligible,
    hasPrevious: request.after !== null,
    total: totals.eligible,
    totalIsExact: true,
    rows: rows.map((row, index) => ({ item: toItem(row, offset + index), place: offset + index })),
  };
}

/** `position` from 0. */
function reasonToWithhold({ isVerified }: OwnVacancy, position: number): Withheld | null {
  if (!isVerified) return 'NOT_VERIFIED';
  return position < VISIBLE_DEPTH ? null : 'RANK_LIMIT';
}

/** Refuses what would leave out nothing of any of the vacancies. */
function checkKnown(vacancies: readonly OwnVacancy[], without: readonly string[]): void {
  if (vacancies.length === 0) return;
  const known = new Set(vacancies.flatMap(({ facts }) => requirementIds(facts)));
  const missing = without.findIndex((id) => !known.has(id));
  if (missing >= 0) throw errors.object.notFound(`without.${missing}`);
}

function requirementIds({ requirements, education, experience }: VacancyFacts): string[] {
  return [...requirements, education, experience].flatMap((asked) => (asked ? [asked.id] : []));
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
