import type { FactorAnswer, MatchAnswer } from '../../../../src/http/pages/parts/match-answers';

/** A match whose SPECIFICITY cut makes the sum. */
export function aMatch(
  factors: readonly FactorAnswer[],
  gaps: readonly string[] = [],
): MatchAnswer {
  const scoreBp = factors.reduce((sum, factor) => sum + factor.contributionBp, 0);
  const verdict = scoreBp >= 7500 ? 'STRONG' : scoreBp >= 5000 ? 'POSSIBLE' : 'STRETCH';
  return { scoreBp, verdict, factors, gaps: gaps.map((label) => ({ missing: { label } })) };
}
