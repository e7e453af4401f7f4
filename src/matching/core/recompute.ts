import { POSSIBLE_BP, STRONG_BP } from './eligibility';
import { floorShare } from './score';
import type { StatementCheck, StatementLine } from './statement';
import type { Verdict } from './tally';

/**
 * The score that follows from its lines: shares times fulfilment, each rounded down; competencies and occupation are
 * damped by specificity as a sum.
 *
 * Shape: equal to `scoreBp` of the match that the lines are of (I2).
 */
export function recomputeScore(lines: readonly StatementLine[]): number {
  let evidenceBp = 0;
  let otherBp = 0;
  let specificityBp = 0;
  for (const [factor, , weightBp, fulfilmentBp] of lines) {
    if (factor === 'SPECIFICITY') specificityBp = fulfilmentBp;
    else if (factor === 'COMPETENCY' || factor === 'OCCUPATION')
      evidenceBp += floorShare(weightBp, fulfilmentBp);
    else otherBp += floorShare(weightBp, fulfilmentBp);
  }
  return floorShare(evidenceBp, specificityBp) + otherBp;
}

/** What each line adds to the score; they sum to it. */
export function recomputeContributions(lines: readonly StatementLine[]): number[] {
  const earned = lines.map(([factor, , weightBp, fulfilmentBp]) =>
    factor === 'SPECIFICITY' ? 0 : floorShare(weightBp, fulfilmentBp),
  );
  const missing = recomputeScore(lines) - earned.reduce((a, b) => a + b, 0);
  return earned.map((bp, at) => (lines[at][0] === 'SPECIFICITY' ? missing : bp));
}

/** The verdict that follows from the score and the conditions. */
export function recomputeVerdict(scoreBp: number, checks: readonly StatementCheck[]): Verdict {
  const fails = (necessity: StatementCheck[2]) =>
    checks.some(([, , asked, result]) => asked === necessity && result === 'FAIL');
  if (fails('MUST')) return 'NOT_ELIGIBLE';
  if (scoreBp >= STRONG_BP && !fails('SHOULD')) return 'STRONG';
  return scoreBp >= POSSIBLE_BP ? 'POSSIBLE' : 'STRETCH';
}
