import type { MatchAnswer } from '../parts/match-answers';
import type { OfferAnswer } from '../parts/offer';
import type { UnderstoodAnswer } from '../parts/understood';

/** The parts of the GraphQL answers that the home page shows; shaped as `operations.ts` asks. */

export interface RequirementAnswer {
  id: string;
  kind: string;
  necessity: string;
  competency: { label: string } | null;
  minMonths: number | null;
  education: string | null;
}

export interface MatchMeAnswer {
  understood: readonly UnderstoodAnswer[];
  used: { assumedCompetencies: readonly { label: string }[] };
  considered: number;
  eligible: number;
  matches: readonly { rank: number; vacancy: OfferAnswer; match: MatchAnswer }[];
}

export interface CandidateAnswer {
  rank: number;
  /** Null = withheld. */
  node: {
    handle: string;
    education: string | null;
    experience: string | null;
    distance: string | null;
    /** What fewer than five people have in common, and is not told. */
    withheld: readonly string[];
    competencies: readonly { competency: { label: string } }[];
  } | null;
  match: MatchAnswer;
}

export interface RankingAnswer {
  totalConsidered: number;
  totalEligible: number;
  edges: readonly CandidateAnswer[];
}

export interface RankedVacancyAnswer extends OfferAnswer {
  requirements: readonly RequirementAnswer[];
  rankedCandidates: RankingAnswer;
}

export interface CountsAnswer {
  totalCount: number;
  facets: readonly { by: string; buckets: readonly { label: string; count: number }[] }[];
}
