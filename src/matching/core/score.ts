import type { CompiledRequirement, CompiledVacancy, RequirementLink } from './compile';
import { checkScope, checkThreshold, decide } from './eligibility';
import { countExperience } from './experience';
import { type CandidateFacts, type HeldCompetency, VERIFIED_EVIDENCE } from './facts';
import { FULL_BP, HALF_BP } from './fixed-point';
import { type CheckResult, clearTally, type Tally } from './tally';
import { VIA } from './taxonomy';

/**
 * Scores one pair into `into`: the same whole number from both sides (I8).
 *
 * Cost: O(held competencies · links), about a microsecond; allocates nothing.
 */
export function tally(vacancy: CompiledVacancy, candidate: CandidateFacts, into: Tally): void {
  into.scope = checkScope(vacancy, candidate);
  coverRequirements(vacancy, candidate, into);
  completeTally(vacancy, candidate, into);
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
  if (vacancy.needsSharedCompetency && !into.sharesCompetency) return false;
  completeTally(vacancy, candidate, into);
  return into.verdict !== 'NOT_ELIGIBLE';
}

/** False only when nothing that the person holds covers anything that is asked for. */
function mayCover({ linkFilter }: CompiledVacancy, candidate: CandidateFacts): boolean {
  for (const { competency } of candidate.competencies) {
    if (linkFilter[competency % linkFilter.length] === 1) return true;
  }
  return false;
}

function completeTally(vacancy: CompiledVacancy, candidate: CandidateFacts, into: Tally): void {
  into.occupationBp = findOccupationEvidence(vacancy, candidate);
  into.evidenceBp += floorShare(vacancy.occupationShareBp, into.occupationBp);
  scoreOtherParts(vacancy, candidate, into);
  into.scoreBp =
    floorShare(into.evidenceBp, vacancy.specificityBp) +
    floorShare(vacancy.experienceShareBp, into.experienceBp) +
    floorShare(vacancy.distanceShareBp, into.distanceBp) +
    floorShare(vacancy.educationShareBp, into.educationBp) +
    floorShare(vacancy.availabilityShareBp, into.availabilityBp);
  into.verdict = decide(vacancy, into);
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
  for (const held of candidate.competencies) {
    if (linkFilter[held.competency % linkFilter.length] === 0) continue;
    const covered = links.get(held.competency);
    if (covered !== undefined) applyLinks(covered, held, requirements, into);
  }
  let evidenceBp = 0;
  let verifiedCount = 0;
  let sharesCompetency = false;
  for (let at = 0; at < requirements.length; at += 1) {
    evidenceBp += floorShare(requirements[at].shareBp, into.creditBp[at]);
    verifiedCount += into.isVerified[at];
    if (into.creditBp[at] > 0 && requirements[at].opensEligibility) sharesCompetency = true;
  }
  into.evidenceBp = evidenceBp;
  into.verifiedCount = verifiedCount;
  into.sharesCompetency = sharesCompetency;
}

/** The best cover counts, never the sum of covers. */
function applyLinks(
  links: readonly RequirementLink[],
  held: HeldCompetency,
  requirements: readonly CompiledRequirement[],
  { creditBp, isMet, isVerified }: Tally,
): void {
  for (const link of links) {
    const at = link.requirement;
    const { minLevel } = requirements[at];
    const credit = levelCredit(link.strengthBp, held.level, minLevel);
    if (credit > creditBp[at]) creditBp[at] = credit;
    if (link.canMeet && held.level >= minLevel) isMet[at] = 1;
    if (link.via <= VIA.IMPLIED && held.evidence >= VERIFIED_EVIDENCE) isVerified[at] = 1;
  }
}

function findOccupationEvidence(vacancy: CompiledVacancy, candidate: CandidateFacts): number {
  const evidence = vacancy.occupationEvidence;
  if (evidence === null) return HALF_BP;
  let best = 0;
  for (const { occupation } of candidate.experiences) {
    if (occupation !== null && evidence[occupation] > best) best = evidence[occupation];
  }
  return best;
}

function scoreOtherParts(vacancy: CompiledVacancy, candidate: CandidateFacts, into: Tally): void {
  const { facts, taxonomy } = vacancy;
  const months = countExperience(candidate.experiences, facts.occupation, taxonomy);
  into.experienceMonths = months;
  into.experience = checkThreshold(facts.experience, months);
  into.experienceBp =
    facts.experience === null ? HALF_BP : levelCredit(FULL_BP, months, facts.experience.minimum);
  into.education = checkThreshold(facts.education, candidate.education);
  into.educationBp = creditOf(into.education);
  into.distanceBp = vacancy.distanceBp(candidate.district);
  into.availabilityBp =
    (employmentCredit(vacancy, candidate) + startCredit(vacancy, candidate)) / 2;
}

function creditOf(result: CheckResult): number {
  if (result === 'UNKNOWN') return HALF_BP;
  return result === 'PASS' ? FULL_BP : 0;
}

function employmentCredit({ facts }: CompiledVacancy, candidate: CandidateFacts): number {
  if (facts.employmentType === null || candidate.employmentTypes === null) return HALF_BP;
  return (candidate.employmentTypes & facts.employmentType) !== 0 ? FULL_BP : 0;
}

function startCredit({ facts }: CompiledVacancy, candidate: CandidateFacts): number {
  if (facts.startMonth === null || candidate.availableFromMonth === null) return HALF_BP;
  return candidate.availableFromMonth <= facts.startMonth ? FULL_BP : 0;
}
