import { areaRange, rangesOverlap } from './area';
import { type CompiledVacancy, LACKS_MUST, LACKS_NOTHING, lackOfUnmet } from './compile';
import type { CandidateFacts, Threshold, VacancyFacts } from './facts';
import type { CheckResult, Tally, Verdict } from './tally';

/** Scores from which a fit is called so. Source: docs/MATCHING.md. */
export const STRONG_BP = 7_500;
export const POSSIBLE_BP = 5_000;

/** UNKNOWN is not FAIL (I4): whoever does not say stays in. */
export function checkThreshold(threshold: Threshold | null, value: number | null): CheckResult {
  if (threshold === null || value === null) return 'UNKNOWN';
  return value >= threshold.minimum ? 'PASS' : 'FAIL';
}

/** Whatever has a scope: a compiled vacancy, or two at once. */
export interface Scoped {
  readonly facts: Pick<VacancyFacts, 'scope'>;
}

/** The person lives in the scope or named an area of it. */
export function checkScope(
  { facts: { scope } }: Scoped,
  candidate: Pick<CandidateFacts, 'district' | 'willingAreas'>,
): CheckResult {
  const { district, willingAreas } = candidate;
  for (const range of scope) {
    if (district !== null && district >= range.from && district <= range.to) return 'PASS';
    for (const willing of willingAreas) if (rangesOverlap(willing, range)) return 'PASS';
  }
  if (scope.length === 0) return 'PASS';
  if (district === null) return 'UNKNOWN';
  const home = areaRange(district);
  return scope.some((range) => rangesOverlap(home, range)) ? 'UNKNOWN' : 'FAIL';
}

/** The verdict that follows from the checks and the score of `into`. */
export function decide(vacancy: CompiledVacancy, into: Tally): Verdict {
  const { facts } = vacancy;
  if (into.scope === 'FAIL') return 'NOT_ELIGIBLE';
  if (vacancy.needsSharedCompetency && !into.sharesCompetency) return 'NOT_ELIGIBLE';
  const lack = Math.max(
    into.lack,
    lackOf(facts.education, into.education),
    lackOf(facts.experience, into.experience),
  );
  return judge(lack, into.scoreBp);
}

/** The verdict of somebody in reach who shares what must be shared, by the most that is lacking and by the score. */
export function judge(lack: number, scoreBp: number): Verdict {
  if (lack === LACKS_MUST) return 'NOT_ELIGIBLE';
  if (scoreBp >= STRONG_BP && lack === LACKS_NOTHING) return 'STRONG';
  return scoreBp >= POSSIBLE_BP ? 'POSSIBLE' : 'STRETCH';
}

/** What an asked threshold matters after its check. */
export function lackOf(asked: Threshold | null, result: CheckResult): number {
  return asked !== null && result === 'FAIL' ? lackOfUnmet(asked.necessity) : LACKS_NOTHING;
}
