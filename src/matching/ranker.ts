import type { Match } from './core/explain';
import type { CandidateFacts, VacancyFacts } from './core/facts';

/** How the people were found; the scores are the same. */
export type RankMethod = 'MEILISEARCH_EXACT' | 'SCAN';

export interface RankOptions {
  readonly first: number;
  readonly offset?: number;
  /** Numbers of the only people to consider; without it everybody. */
  readonly pool?: ReadonlySet<number>;
}

/** An eligible person in a ranking. */
export interface RankedPerson {
  /** Number for the engines: never leaves the process. */
  readonly person: number;
  readonly candidateId: string;
  readonly rank: number;
  readonly tiedWith: number;
  readonly match: Match;
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
  readonly rows: readonly RankedPerson[];
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
  readonly rows: readonly RecommendedVacancy[];
}

export interface RecommendOptions {
  readonly first: number;
  /** Vacancies that ran out before are left out. */
  readonly at: Date;
}

/** Ranks the published vacancies for a person, by the same number. */
export interface Recommender {
  recommend(candidate: CandidateFacts, options: RecommendOptions): Promise<Recommendation>;
}
