import type { CompiledVacancy } from '../core/compile';
import { checkThreshold } from '../core/eligibility';
import { bandMonths, EXPERIENCE_BANDS, weighMonths } from '../core/experience';
import type { Threshold } from '../core/facts';
import { HALF_BP } from '../core/fixed-point';
import {
  creditEducation,
  creditEmployment,
  creditExperience,
  creditStart,
  floorShare,
} from '../core/score';
import { AT, FACT_WORDS, NO_BYTE, NO_HALF } from './layout';

/** Half months of work from which more of them change nothing. */
const LAST_BAND_FROM = 2 * EXPERIENCE_BANDS[EXPERIENCE_BANDS.length - 2].below;

/** More than anything earns: whoever does not reach a must falls below nothing. */
const EXCLUDED_BP = -1_000_000;

/**
 * What experience, education and availability earn for one vacancy, worked out by the core for each value beforehand.
 */
export class RestTable {
  /** Whether experience or education can exclude. */
  readonly canExclude: boolean;
  /** By 1 + occupation: 1 when its months count in full, not by half. */
  private readonly countsInFull: Uint8Array;
  /** By half months that count, the last for all above. */
  private readonly experience: Int32Array;
  /** By byte of the slot; the last stands for what is not stated. */
  private readonly education: Int32Array;
  private readonly employment: Int32Array;
  /** By halves of credit for employment and start together. */
  private readonly availability: Int32Array;
  private readonly lastStart: number;
  private readonly inTime: number;
  private readonly tooLate: number;
  private readonly unstated: number;

  constructor(vacancy: CompiledVacancy) {
    const { facts, educationShareBp, experienceShareBp, availabilityShareBp } = vacancy;
    const mustHave = (asked: Threshold | null, value: number | null) =>
      asked?.necessity === 'MUST' && checkThreshold(asked, value) === 'FAIL' ? EXCLUDED_BP : 0;
    this.canExclude =
      facts.education?.necessity === 'MUST' || facts.experience?.necessity === 'MUST';
    this.countsInFull = tabulateWorks(vacancy);
    this.experience = Int32Array.from({ length: LAST_BAND_FROM + 1 }, (_, halves) => {
      const months = bandMonths(halves / 2);
      const earned = floorShare(experienceShareBp, creditExperience(vacancy, months));
      return earned + mustHave(facts.experience, months);
    });
    this.education = tabulateByte((value) => {
      const earned = floorShare(educationShareBp, creditEducation(vacancy, value));
      return earned + mustHave(facts.education, value);
    });
    const halves = (creditBp: number) => creditBp / HALF_BP;
    this.employment = tabulateByte((value) => halves(creditEmployment(vacancy, value)));
    this.availability = Int32Array.from({ length: 5 }, (_, both) =>
      floorShare(availabilityShareBp, (both * HALF_BP) / 2),
    );
    this.lastStart = facts.startMonth ?? 0;
    this.inTime = halves(creditStart(vacancy, this.lastStart));
    this.tooLate = halves(creditStart(vacancy, this.lastStart + 1));
    this.unstated = halves(creditStart(vacancy, null));
  }

  /** What the person in a slot earns, of the score; negative when one of them excludes. */
  earned(facts: Int32Array, slot: number): number {
    const base = slot * FACT_WORDS;
    const counts = facts[base + AT.counts];
    const available = facts[base + AT.months] & NO_HALF;
    const stated = available <= this.lastStart ? this.inTime : this.tooLate;
    const start = available === NO_HALF ? this.unstated : stated;
    return (
      this.experience[Math.min(LAST_BAND_FROM, this.halfMonths(facts, base + AT.works))] +
      this.education[(counts >>> 16) & NO_BYTE] +
      this.availability[this.employment[counts >>> 24] + start]
    );
  }

  /** Months that count, doubled. */
  private halfMonths(facts: Int32Array, at: number): number {
    const { countsInFull } = this;
    // What is not used of the three is 0: work of no time in no occupation.
    const first = facts[at];
    const second = facts[at + 1];
    const third = facts[at + 2];
    return (
      ((first & NO_HALF) << countsInFull[first >>> 16]) +
      ((second & NO_HALF) << countsInFull[second >>> 16]) +
      ((third & NO_HALF) << countsInFull[third >>> 16])
    );
  }
}

function tabulateWorks({ sameFamily, taxonomy }: CompiledVacancy): Uint8Array {
  const work = { occupation: null as number | null, months: 2 };
  const full = new Uint8Array(taxonomy.occupationCount + 1);
  for (let at = 0; at < full.length; at += 1) {
    work.occupation = at === 0 ? null : at - 1;
    full[at] = Number(weighMonths(work, sameFamily) === 2);
  }
  return full;
}

function tabulateByte(earn: (value: number | null) => number): Int32Array {
  return Int32Array.from({ length: NO_BYTE + 1 }, (_, at) => earn(at === NO_BYTE ? null : at));
}
