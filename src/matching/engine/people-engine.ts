import type { Crowd } from '../core/crowd';
import type { CandidateFacts, VacancyFacts } from '../core/facts';
import type { Simulation } from '../core/simulate';
import type { Verdict } from '../core/tally';
import type { Ranking, RankOptions } from '../ranker';

/** Whom a search index found: its newest changes may be missing in it. */
export interface FoundPeople {
  readonly numbers: readonly number[];
  /** Whoever changed since this instant (milliseconds) is considered anyway. */
  readonly changedSince: number;
  /** If more people than these changed since, everybody is considered. */
  readonly mostRecent: number;
}

/** Which stretch of the order is wanted, and of whom. */
export interface RankPeopleOptions extends RankOptions {
  /** The only people who may be eligible; without it everybody is looked at. */
  readonly found?: FoundPeople;
}

/** Somebody in an order, with all that decides the place. */
export interface StandingRow {
  readonly candidateId: string;
  readonly person: number;
  readonly scoreBp: number;
  readonly verdict: Verdict;
  readonly verified: number;
  readonly confirmedMonth: number;
  readonly tie: number;
}

/** The first rows of an order as of a place in the order of changes; `isAll` = nobody else is eligible. */
export interface Standings {
  readonly seq: number;
  readonly isAll: boolean;
  readonly rows: readonly StandingRow[];
}

/** People's facts as of a place in the order of changes, in the order of the ids; null = may not be ranked. */
export interface FoundFacts {
  readonly seq: number;
  readonly people: readonly (CandidateFacts | null)[];
}

/**
 * Everybody who may be ranked, as of one place in the order of changes; the caller never holds them.
 *
 * Shape: a request sees all of a batch of changes or nothing of it.
 * Errors: SERVICE_UNAVAILABLE while too many requests wait and when the engine ends; the reason of a request's signal.
 */
export interface PeopleEngine {
  /** How many people there were after the latest batch of changes. */
  readonly size: number;
  /** Ranks by the same numbers whoever is asked for: a scan, unless `found` names people. */
  rank(vacancy: VacancyFacts, options: RankPeopleOptions): Promise<Ranking>;
  /** What a vacancy's order would be if it were another one, comparing so many first places. */
  simulate(
    before: VacancyFacts,
    after: VacancyFacts,
    top: number,
    signal?: AbortSignal,
  ): Promise<Simulation>;
  /** The ids of people by number; null for whoever may not be ranked (any more). */
  identify(people: readonly number[]): Promise<(string | null)[]>;
  /** The first people of a vacancy's order, unexplained. */
  stand(vacancy: VacancyFacts, first: number): Promise<Standings>;
  /** Among whom the people are told alike who stand in a vacancy's first places. */
  crowd(vacancy: VacancyFacts): Promise<Crowd>;
  /** The facts of people by id. */
  find(candidateIds: readonly string[]): Promise<FoundFacts>;
  /** Reads these people again, by id; afterwards everything up to `seq` is in. */
  apply(candidateIds: readonly string[], seq: number): Promise<void>;
  /** Ends it once no request is left. */
  close(): Promise<void>;
}
