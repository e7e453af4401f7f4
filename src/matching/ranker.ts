import type { AreaRange } from './core/area';
import type { Aspect } from './core/aspects';
import type { Match } from './core/explain';
import type { CandidateFacts, VacancyFacts } from './core/facts';
import type { PackedLines } from './core/packed-lines';
import type { Verdict } from './core/tally';
import type { ShownRows } from './shown-place';

/** How the people were found; the scores are the same. */
export type RankMethod = 'MEILISEARCH_EXACT' | 'SCAN';

/** Which stretch of an order is wanted: `first` rows behind the first `offset`, which is 0 unless given. */
export interface RankOptions {
  readonly first: number;
  readonly offset?: number;
  /** Numbers of the only people to consider; without it everybody. */
  readonly pool?: ReadonlySet<number>;
  /** How many of the first rows are explained; without it all. */
  readonly explained?: number;
  /** Whether those come as what a frozen order keeps of them, `shown`, in place of `rows`. */
  readonly isShown?: boolean;
  /** Whether the lines of all rows come packed. */
  readonly isPacked?: boolean;
  /** Whoever waits no longer; what has not begun is not computed then. */
  readonly signal?: AbortSignal;
}

/** Where an eligible person stands in a ranking. */
export interface RankedPlace {
  /** Number for the engines: never leaves the process. */
  readonly person: number;
  readonly scoreBp: number;
  readonly verdict: Verdict;
  readonly rank: number;
  readonly tiedWith: number;
}

/** An eligible person in a ranking. */
export interface RankedPerson extends RankedPlace {
  readonly candidateId: string;
  readonly facts: CandidateFacts;
  readonly match: Match;
  /** What no employer is told of the person before the person agrees. */
  readonly withheld: readonly Aspect[];
}

/** A stretch of a vacancy's order, with exact totals. */
export interface Ranking {
  readonly method: RankMethod;
  readonly taxonomyVersion: number;
  /** Place in the order of changes that the ranking reflects. */
  readonly seq: number;
  readonly considered: number;
  readonly eligible: number;
  readonly strong: number;
  readonly possible: number;
  readonly stretch: number;
  /** The explained rows. */
  readonly rows: readonly RankedPerson[];
  /** The rows after them. */
  readonly rest: readonly RankedPlace[];
  /** What the first of `rest` show; null when not asked for. */
  readonly shown: ShownRows | null;
  /** The lines of `rows` and `rest`; null when not asked for. */
  readonly lines: PackedLines | null;
}

/** Ranks the people of a vacancy. */
export interface Ranker {
  rank(vacancy: VacancyFacts, options: RankOptions): Promise<Ranking>;
}

/** A vacancy that a person is eligible for. */
export interface RecommendedVacancy {
  readonly vacancyId: string;
  readonly rank: number;
  readonly tiedWith: number;
  readonly match: Match;
}

/** A stretch of a person's order of vacancies, with exact totals. */
export interface Recommendation {
  readonly taxonomyVersion: number;
  readonly considered: number;
  readonly eligible: number;
  readonly strong: number;
  readonly possible: number;
  readonly stretch: number;
  readonly rows: readonly RecommendedVacancy[];
}

/** Which stretch of the vacancies is wanted: `first` rows behind the first `offset`, which is 0 unless given. */
export interface RecommendOptions {
  readonly first: number;
  readonly offset?: number;
  /** Vacancies that ran out before are left out. */
  readonly at: Date;
  /** By default all. */
  readonly wanted?: WantedVacancies;
}

/** Which vacancies somebody wants to see; all conditions hold together. */
export interface WantedVacancies {
  /** With a place in or around one of these; null = anywhere. Remote work is everywhere. */
  readonly areas: readonly AreaRange[] | null;
  /** Bits of the forms of employment, with those that state none; null = any. */
  readonly employmentTypes: number | null;
  /** At least so good. */
  readonly minVerdict: Verdict;
}

/** Ranks the published vacancies for a person, by the same number. */
export interface Recommender {
  recommend(candidate: CandidateFacts, options: RecommendOptions): Promise<Recommendation>;
}
