import {
  type CompiledRequirement,
  type CompiledVacancy,
  LACKS_MUST,
  LACKS_NOTHING,
  type RequirementLink,
} from './compile';
import { checkScope, checkThreshold, decide } from './eligibility';
import { bandMonths, weighMonths } from './experience';
import { type CandidateFacts, VERIFIED_EVIDENCE } from './facts';
import { FULL_BP, HALF_BP } from './fixed-point';
import { clearTally, type Tally } from './tally';
import { VIA } from './taxonomy';

/**
 * Scores one pair into `into`: the same whole number from both sides (I8).
 *
 * Cost: O(held competencies · links), about a microsecond; allocates nothing.
 */
export function tally(vacancy: CompiledVacancy, candidate: CandidateFacts, into: Tally): void {
  into.scope = checkScope(vacancy, candidate);
  coverRequirements(vacancy, candidate, into);
  completeFrom(vacancy, candidate, into);
}

/**
 * Whether a person is eligible; only then `into` is complete, and equal to what `tally` gives.
 *
 * Cost: as `tally`, less for the many who live elsewhere or share no competency.
 */
export function tallyEligible(
  vacancy: CompiledVacancy,
  candidate: CandidateFacts,
  into: Tally,
): boolean {
  into.scope = checkScope(vacancy, candidate);
  if (into.scope === 'FAIL') return false;
  if (vacancy.needsSharedCompetency && !mayCover(vacancy, candidate)) return false;
  coverRequirements(vacancy, candidate, into);
  if (!mayBeEligible(vacancy, into)) return false;
  completeFrom(vacancy, candidate, into);
  return into.verdict !== 'NOT_ELIGIBLE';
}

/** False when what is covered excludes already. */
export function mayBeEligible(vacancy: CompiledVacancy, covered: Tally): boolean {
  return covered.lack < LACKS_MUST && (covered.sharesCompetency || !vacancy.needsSharedCompetency);
}

/** False only when nothing that the person holds covers anything that is asked for. */
function mayCover({ linkFilter }: CompiledVacancy, candidate: CandidateFacts): boolean {
  for (const { competency } of candidate.competencies) {
    if (linkFilter[competency % linkFilter.length] === 1) return true;
  }
  return false;
}

/** What a score needs of a person beside what is held and done. */
export type Circumstances = Pick<
  CandidateFacts,
  'district' | 'education' | 'employmentTypes' | 'availableFromMonth'
>;

/**
 * Scores and decides what is covered by now.
 *
 * Shape: `months` are those that count for the vacancy, not yet banded; `occupationBp` what past work speaks for it.
 */
export function completeTally(
  vacancy: CompiledVacancy,
  person: Circumstances,
  months: number,
  occupationBp: number,
  into: Tally,
): void {
  into.occupationBp = occupationBp;
  into.evidenceBp += floorShare(vacancy.occupationShareBp, occupationBp);
  scoreOtherParts(vacancy, person, months, into);
  into.scoreBp =
    floorShare(into.evidenceBp, vacancy.specificityBp) +
    floorShare(vacancy.experienceShareBp, into.experienceBp) +
    floorShare(vacancy.distanceShareBp, into.distanceBp) +
    floorShare(vacancy.educationShareBp, into.educationBp) +
    floorShare(vacancy.availabilityShareBp, into.availabilityBp);
  into.verdict = decide(vacancy, into);
}

function completeFrom(vacancy: CompiledVacancy, candidate: CandidateFacts, into: Tally): void {
  const { occupationEvidence, sameFamily } = vacancy;
  let best = occupationEvidence === null ? HALF_BP : 0;
  let months = 0;
  for (const work of candidate.experiences) {
    months += weighMonths(work, sameFamily);
    if (occupationEvidence !== null && work.occupation !== null) {
      best = Math.max(best, occupationEvidence[work.occupation]);
    }
  }
  completeTally(vacancy, candidate, months, best, into);
}

/** The part of a share that a credit earns, rounded down. */
export function floorShare(shareBp: number, creditBp: number): number {
  return Math.floor((shareBp * creditBp) / FULL_BP);
}

/** What a held level earns for a required one: all from it on, below it in proportion. */
export function levelCredit(strengthBp: number, level: number, minLevel: number): number {
  return level >= minLevel ? strengthBp : Math.floor((strengthBp * level) / minLevel);
}

function coverRequirements(vacancy: CompiledVacancy, candidate: CandidateFacts, into: Tally): void {
  const { requirements, links, linkFilter } = vacancy;
  clearTally(into, requirements.length);
  for (const { competency, level, evidence } of candidate.competencies) {
    if (linkFilter[competency % linkFilter.length] === 0) continue;
    const covered = links.get(competency);
    if (covered !== undefined) coverWith(covered, level, evidence, requirements, into);
  }
  sumCover(requirements, into);
}

/** Counts a held competency for what it covers: the best cover counts, never the sum of covers. */
export function coverWith(
  links: readonly RequirementLink[],
  level: number,
  evidence: number,
  requirements: readonly CompiledRequirement[],
  { creditBp, isMet, isVerified }: Tally,
): void {
  for (const link of links) {
    const at = link.requirement;
    const { minLevel } = requirements[at];
    const credit = levelCredit(link.strengthBp, level, minLevel);
    if (credit > creditBp[at]) creditBp[at] = credit;
    if (link.canMeet && level >= minLevel) isMet[at] = 1;
    if (link.via <= VIA.IMPLIED && evidence >= VERIFIED_EVIDENCE) isVerified[at] = 1;
  }
}

/** Adds up once everything held is counted. */
export function sumCover(requirements: readonly CompiledRequirement[], into: Tally): void {
  const { creditBp, isMet, isVerified } = into;
  let evidenceBp = 0;
  let verifiedCount = 0;
  let lack = LACKS_NOTHING;
  let sharesCompetency = false;
  for (let at = 0; at < requirements.length; at += 1) {
    const requirement = requirements[at];
    if (isMet[at] === 0 && requirement.lack > lack) lack = requirement.lack;
    if (creditBp[at] === 0) continue;
    evidenceBp += floorShare(requirement.shareBp, creditBp[at]);
    verifiedCount += isVerified[at];
    if (requirement.opensEligibility) sharesCompetency = true;
  }
  into.evidenceBp = evidenceBp;
  into.verifiedCount = verifiedCount;
  into.lack = lack;
  into.sharesCompetency = sharesCompetency;
}

function scoreOtherParts(
  vacancy: CompiledVacancy,
  candidate: Circumstances,
  worked: number,
  into: Tally,
): void {
  const { facts } = vacancy;
  const months = bandMonths(worked);
  into.experienceMonths = months;
  into.experience = checkThreshold(facts.experience, months);
  into.experienceBp = creditExperience(vacancy, months);
  into.education = checkThreshold(facts.education, candidate.education);
  into.educationBp = creditEducation(vacancy, candidate.education);
  into.distanceBp = vacancy.distanceBp(candidate.district);
  into.availabilityBp = creditAvailability(vacancy, candidate);
}

/** What credits need of a vacancy. */
type Asking = Pick<CompiledVacancy, 'facts'>;

/** What months of work earn, once they are banded. */
export function creditExperience({ facts }: Asking, months: number): number {
  return facts.experience === null
    ? HALF_BP
    : levelCredit(FULL_BP, months, facts.experience.minimum);
}

export function creditEducation({ facts }: Asking, education: number | null): number {
  const result = checkThreshold(facts.education, education);
  if (result === 'UNKNOWN') return HALF_BP;
  return result === 'PASS' ? FULL_BP : 0;
}

export function creditAvailability(vacancy: Asking, candidate: Circumstances): number {
  return (
    (creditEmployment(vacancy, candidate.employmentTypes) +
      creditStart(vacancy, candidate.availableFromMonth)) /
    2
  );
}

/** Half of the credit for availability: the type of employment. */
export function creditEmployment({ facts }: Asking, types: number | null): number {
  if (facts.employmentType === null || types === null) return HALF_BP;
  return (types & facts.employmentType) !== 0 ? FULL_BP : 0;
}

/** The other half: the month from which. */
export function creditStart({ facts }: Asking, availableFrom: number | null): number {
  if (facts.startMonth === null || availableFrom === null) return HALF_BP;
  return availableFrom <= facts.startMonth ? FULL_BP : 0;
}
