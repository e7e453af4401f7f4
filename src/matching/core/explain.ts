import type { CompiledVacancy } from './compile';
import { type DistanceBand, measureDistance } from './distance';
import type { CandidateFacts, HeldCompetency, Necessity, Threshold } from './facts';
import { FULL_BP } from './fixed-point';
import { boundWeight, type Part } from './parts';
import { floorShare, tally } from './score';
import { findHeldLevels, findSources, type Source } from './sources';
import { type CheckResult, createTally, type Tally, type Verdict } from './tally';
import { VIA, type ViaCode } from './taxonomy';

export type Factor =
  | 'COMPETENCY'
  | 'OCCUPATION'
  | 'SPECIFICITY'
  | 'EXPERIENCE'
  | 'DISTANCE'
  | 'EDUCATION'
  | 'AVAILABILITY';

export type Via = 'EXACT' | 'IMPLIED' | 'SUBSTITUTE' | 'SIMILAR' | 'NONE';

/** One line of the sum; every number in basis points. Only SPECIFICITY may be negative, and weighs nothing. */
export interface FactorLine {
  readonly factor: Factor;
  /** The requirement that the line answers, where there is one. */
  readonly requirementId: string | null;
  readonly weightBp: number;
  /** What the employer made the line's part weigh, which `weightBp` contains; absent = ordinary. */
  readonly partWeightBp?: number;
  readonly fulfilmentBp: number;
  readonly contributionBp: number;
  readonly via: Via;
  /** What the person holds that earned it. */
  readonly held: HeldCompetency | null;
  /** True when one side did not say, so that it earned half. */
  readonly isUnstated: boolean;
}

/** One condition of eligibility (MUST) or of a strong verdict (SHOULD). */
export interface EligibilityLine {
  readonly check: 'SCOPE' | 'SHARED_COMPETENCY' | 'REQUIREMENT' | 'EDUCATION' | 'EXPERIENCE';
  readonly requirementId: string | null;
  readonly necessity: Necessity;
  readonly result: CheckResult;
}

/** A required competency that is not fully covered; `haveLevel` is 0 when the person does not hold it. */
export interface Gap {
  readonly requirementId: string;
  readonly competency: number;
  readonly haveLevel: number;
  readonly needLevel: number;
}

/** One pair: the score, what it is made of and what is missing, seen alike from both sides. */
export interface Match {
  readonly scoreBp: number;
  readonly verdict: Verdict;
  readonly verifiedCount: number;
  readonly eligibility: readonly EligibilityLine[];
  /** Their contributions sum to `scoreBp` (I2). */
  readonly factors: readonly FactorLine[];
  readonly gaps: readonly Gap[];
  /** Band of the distance; null for a remote vacancy or an unknown home. */
  readonly distance: DistanceBand | null;
}

/** Specificity takes off from what is held and done, so it belongs to that part. */
const PART_OF: Readonly<Record<Factor, Part>> = {
  COMPETENCY: 'competency',
  OCCUPATION: 'competency',
  SPECIFICITY: 'competency',
  EXPERIENCE: 'experience',
  DISTANCE: 'distance',
  EDUCATION: 'education',
  AVAILABILITY: 'availability',
};

function weighPart({ facts: { partWeights } }: CompiledVacancy, factor: Factor) {
  return partWeights ? { partWeightBp: boundWeight(partWeights[PART_OF[factor]]) } : {};
}

const VIA_NAMES: Readonly<Record<ViaCode, Via>> = {
  [VIA.EXACT]: 'EXACT',
  [VIA.IMPLIED]: 'IMPLIED',
  [VIA.SUBSTITUTE]: 'SUBSTITUTE',
  [VIA.SIMILAR]: 'SIMILAR',
};

/** The score of a pair with all its lines. Cost: a few microseconds a requirement. */
export function explain(vacancy: CompiledVacancy, candidate: CandidateFacts): Match {
  const counts = createTally();
  tally(vacancy, candidate, counts);
  const sources = findSources(vacancy, candidate);
  const distance = locate(vacancy, candidate);
  return {
    scoreBp: counts.scoreBp,
    verdict: counts.verdict,
    verifiedCount: counts.verifiedCount,
    eligibility: listChecks(vacancy, counts),
    factors: [
      ...sources.map((source, at) => competencyLine(vacancy, at, counts.creditBp[at], source)),
      ...listOtherFactors(vacancy, candidate, counts, distance),
    ],
    gaps: listGaps(vacancy, candidate, counts),
    distance,
  };
}

function competencyLine(
  vacancy: CompiledVacancy,
  at: number,
  creditBp: number,
  source: Source | null,
): FactorLine {
  const requirement = vacancy.requirements[at];
  return {
    factor: 'COMPETENCY',
    requirementId: requirement.id,
    weightBp: requirement.shareBp,
    ...weighPart(vacancy, 'COMPETENCY'),
    fulfilmentBp: creditBp,
    contributionBp: floorShare(requirement.shareBp, creditBp),
    via: source ? VIA_NAMES[source.via] : 'NONE',
    held: source?.held ?? null,
    isUnstated: false,
  };
}

function listOtherFactors(
  vacancy: CompiledVacancy,
  candidate: CandidateFacts,
  counts: Tally,
  distance: DistanceBand | null,
): FactorLine[] {
  const { facts } = vacancy;
  const line = (
    factor: Factor,
    weightBp: number,
    fulfilmentBp: number,
    isUnstated: boolean,
    requirementId: string | null = null,
  ): FactorLine => ({
    factor,
    requirementId,
    weightBp,
    ...weighPart(vacancy, factor),
    fulfilmentBp,
    contributionBp: floorShare(weightBp, fulfilmentBp),
    via: 'NONE',
    held: null,
    isUnstated,
  });
  const dampedBp = floorShare(counts.evidenceBp, vacancy.specificityBp);
  return [
    line('OCCUPATION', vacancy.occupationShareBp, counts.occupationBp, facts.occupation === null),
    {
      ...line('SPECIFICITY', 0, vacancy.specificityBp, false),
      contributionBp: dampedBp - counts.evidenceBp,
    },
    line(
      'EXPERIENCE',
      vacancy.experienceShareBp,
      counts.experienceBp,
      facts.experience === null,
      facts.experience?.id,
    ),
    line(
      'DISTANCE',
      vacancy.distanceShareBp,
      counts.distanceBp,
      !facts.isRemote && !distance?.isKnown,
    ),
    line(
      'EDUCATION',
      vacancy.educationShareBp,
      counts.educationBp,
      counts.education === 'UNKNOWN',
      facts.education?.id,
    ),
    line(
      'AVAILABILITY',
      vacancy.availabilityShareBp,
      counts.availabilityBp,
      facts.employmentType === null ||
        facts.startMonth === null ||
        candidate.employmentTypes === null ||
        candidate.availableFromMonth === null,
    ),
  ];
}

function listChecks(vacancy: CompiledVacancy, counts: Tally): EligibilityLine[] {
  const lines: EligibilityLine[] = [
    { check: 'SCOPE', requirementId: null, necessity: 'MUST', result: counts.scope },
  ];
  if (vacancy.needsSharedCompetency) {
    lines.push({
      check: 'SHARED_COMPETENCY',
      requirementId: null,
      necessity: 'MUST',
      result: counts.sharesCompetency ? 'PASS' : 'FAIL',
    });
  }
  vacancy.requirements.forEach(({ id, necessity }, at) => {
    if (necessity === 'NICE') return;
    const result = counts.isMet[at] === 1 ? 'PASS' : 'FAIL';
    lines.push({ check: 'REQUIREMENT', requirementId: id, necessity, result });
  });
  const push = (
    check: 'EDUCATION' | 'EXPERIENCE',
    asked: Threshold | null,
    result: CheckResult,
  ) => {
    if (asked === null || asked.necessity === 'NICE') return;
    lines.push({ check, requirementId: asked.id, necessity: asked.necessity, result });
  };
  push('EDUCATION', vacancy.facts.education, counts.education);
  push('EXPERIENCE', vacancy.facts.experience, counts.experience);
  return lines;
}

function listGaps(vacancy: CompiledVacancy, candidate: CandidateFacts, counts: Tally): Gap[] {
  const levels = findHeldLevels(vacancy, candidate);
  return vacancy.requirements.flatMap(({ id, competency, minLevel }, at) =>
    counts.creditBp[at] >= FULL_BP
      ? []
      : [{ requirementId: id, competency, haveLevel: levels[at], needLevel: minLevel }],
  );
}

/** Band of the distance; null for a remote vacancy or an unknown home. */
export function locate(
  { facts, geography }: CompiledVacancy,
  candidate: Pick<CandidateFacts, 'district'>,
): DistanceBand | null {
  if (facts.isRemote || candidate.district === null) return null;
  return measureDistance(facts, candidate.district, geography);
}
