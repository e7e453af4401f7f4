/** The parts of the GraphQL answers that cards of matches show. */

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
  gaps: readonly { missing: { label: string } }[];
}
