/** The parts of the GraphQL answers that the home page shows; shaped like `operations.ts` asks. */

export interface UnderstoodAnswer {
  type: string;
  matchedText: string;
  confidenceBp: number;
  concept: { label: string };
}

export interface RequirementAnswer {
  id: string;
  kind: string;
  necessity: 'MUST' | 'SHOULD' | 'NICE';
  competency: { label: string } | null;
  minYears: number | null;
  education: string | null;
}

export interface FactorAnswer {
  factor: string;
  contributionBp: number;
  via: string;
  requirement: { competency: { label: string } | null } | null;
}

export interface MatchAnswer {
  scoreBp: number;
  verdict: string;
  factors: readonly FactorAnswer[];
  gaps: readonly { missing: { label: string } | null }[];
}

export interface VacancyAnswer {
  id: string;
  title: string;
  employer: { name: string } | null;
  regions: readonly { name: string }[];
  wage: { min: string | null; max: string | null; unit: string } | null;
}

export interface MatchMeAnswer {
  understood: readonly UnderstoodAnswer[];
  considered: number;
  eligible: number;
  matches: readonly { vacancy: VacancyAnswer; match: MatchAnswer }[];
}

export interface CandidateAnswer {
  rank: number;
  node: {
    handle: string;
    education: string;
    experience: string;
    distance: string | null;
    competencies: readonly { label: string }[];
  };
  match: MatchAnswer;
}

export interface RankingAnswer {
  totalConsidered: number;
  totalEligible: number;
  edges: readonly CandidateAnswer[];
}

export interface DemoVacancyAnswer extends VacancyAnswer {
  requirements: readonly RequirementAnswer[];
}
