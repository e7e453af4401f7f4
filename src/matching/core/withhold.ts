import type { Aspect, AspectName } from './aspects';
import type { EligibilityLine, Factor, FactorLine, Match } from './explain';
import { FULL_BP } from './fixed-point';

/** A line as somebody else may be told it; `WITHHELD` stands for the sum of those that are not. */
export interface ToldLine extends Omit<FactorLine, 'factor'> {
  readonly factor: Factor | 'WITHHELD';
}

/** A match as somebody is told it: the person all of it, an employer what at least five people have in common. */
export interface ToldMatch extends Omit<Match, 'factors'> {
  /** Their contributions sum to `scoreBp` (I2). */
  readonly factors: readonly ToldLine[];
  /** What is not told; absent = nothing is withheld. */
  readonly withheld?: readonly Aspect[];
}

/** Conditions that only eligible people meet tell nothing of one of them. */
const ALWAYS_MET: readonly EligibilityLine['check'][] = ['REQUIREMENT', 'EXPERIENCE'];

const ASPECT_OF: Readonly<Record<EligibilityLine['check'], AspectName | null>> = {
  SCOPE: 'DISTANCE',
  SHARED_COMPETENCY: null,
  REQUIREMENT: 'COMPETENCY',
  EDUCATION: 'EDUCATION',
  EXPERIENCE: 'EXPERIENCE',
};

/**
 * The match of an eligible person without some aspects: neither their lines, conditions and gaps nor the distance.
 *
 * Shape: their lines are one, so that the sum holds. Specificity goes with what it takes off from.
 */
export function withhold(match: Match, withheld: readonly Aspect[]): ToldMatch {
  if (withheld.length === 0) return match;
  const hides = (aspect: string | null, requirementId: string | null) =>
    withheld.some(
      (one) => !one.isBand && one.aspect === aspect && one.requirementId === requirementId,
    );
  const hidesEvidence = withheld.some(
    ({ aspect, isBand }) => !isBand && (aspect === 'COMPETENCY' || aspect === 'OCCUPATION'),
  );
  const isHidden = ({ factor, requirementId }: FactorLine) =>
    factor === 'SPECIFICITY' ? hidesEvidence : hides(factor, requirementId);
  const hidden = match.factors.filter(isHidden);
  return {
    ...match,
    eligibility: match.eligibility.filter(
      ({ check, requirementId, necessity }) =>
        (necessity === 'MUST' && ALWAYS_MET.includes(check)) ||
        !hides(ASPECT_OF[check], requirementId),
    ),
    factors: [
      ...match.factors.filter((line) => !isHidden(line)),
      ...(hidden.length > 0 ? [sumUp(hidden)] : []),
    ],
    gaps: match.gaps.filter(({ requirementId }) => !hides('COMPETENCY', requirementId)),
    distance: hides('DISTANCE', null) ? null : match.distance,
    withheld,
  };
}

function sumUp(lines: readonly FactorLine[]): ToldLine {
  const weightBp = lines.reduce((sum, line) => sum + line.weightBp, 0);
  const contributionBp = lines.reduce((sum, line) => sum + line.contributionBp, 0);
  const fulfilledBp = weightBp === 0 ? 0 : Math.floor((contributionBp * FULL_BP) / weightBp);
  return {
    factor: 'WITHHELD',
    requirementId: null,
    weightBp,
    fulfilmentBp: Math.max(0, fulfilledBp),
    contributionBp,
    via: 'NONE',
    held: null,
    isUnstated: false,
  };
}
