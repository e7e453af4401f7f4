export type CheckResult = 'PASS' | 'FAIL' | 'UNKNOWN';

export type Verdict = 'STRONG' | 'POSSIBLE' | 'STRETCH' | 'NOT_ELIGIBLE';

/**
 * Everything that one pair's score is made of; filled anew by `tally`, so keep nothing of it.
 *
 * Unit: credits and shares in basis points; lists run along the vacancy's requirements.
 */
export interface Tally {
  creditBp: Int32Array;
  isMet: Uint8Array;
  isVerified: Uint8Array;
  occupationBp: number;
  experienceMonths: number;
  experienceBp: number;
  distanceBp: number;
  educationBp: number;
  availabilityBp: number;
  /** Competencies and occupation, before specificity. */
  evidenceBp: number;
  scoreBp: number;
  verifiedCount: number;
  /** The most that an unmet competency matters. */
  lack: number;
  scope: CheckResult;
  education: CheckResult;
  experience: CheckResult;
  sharesCompetency: boolean;
  verdict: Verdict;
}

/** A tally to be filled again and again; it grows with the longest vacancy. */
export function createTally(): Tally {
  return {
    creditBp: new Int32Array(32),
    isMet: new Uint8Array(32),
    isVerified: new Uint8Array(32),
    occupationBp: 0,
    experienceMonths: 0,
    experienceBp: 0,
    distanceBp: 0,
    educationBp: 0,
    availabilityBp: 0,
    evidenceBp: 0,
    scoreBp: 0,
    verifiedCount: 0,
    lack: 0,
    scope: 'UNKNOWN',
    education: 'UNKNOWN',
    experience: 'UNKNOWN',
    sharesCompetency: false,
    verdict: 'NOT_ELIGIBLE',
  };
}

/** Makes the lists ready for a vacancy of `length` requirements. */
export function clearTally(into: Tally, length: number): void {
  if (into.creditBp.length < length) {
    into.creditBp = new Int32Array(length);
    into.isMet = new Uint8Array(length);
    into.isVerified = new Uint8Array(length);
    return;
  }
  // For so few places a loop is faster than `fill`.
  for (let at = 0; at < length; at += 1) {
    into.creditBp[at] = 0;
    into.isMet[at] = 0;
    into.isVerified[at] = 0;
  }
}
