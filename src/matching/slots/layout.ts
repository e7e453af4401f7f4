import type { CandidateFacts, HeldCompetency, PastWork } from '../core/facts';

/** 32-bit words of a slot: 112 bytes a person. */
export const SLOT_WORDS = 28;

/** Where in a slot each fact stands. */
export const AT = {
  person: 0,
  tieSalt: 1,
  district: 2,
  /** From the lowest byte: how many works, how many competencies, education, employment types. */
  counts: 3,
  /** Low half: available from; high half: confirmed. */
  months: 4,
  /** Low half: months; high half: 1 + occupation. */
  works: 5,
  /** From the lowest bits: 4 of evidence, 4 of level, the rest the competency. */
  skills: 8,
} as const;

const MOST_WORKS = AT.skills - AT.works;
const MOST_SKILLS = SLOT_WORDS - AT.skills;
/** Number of works of somebody whose facts do not fit; they are kept beside the slots. */
export const OVERFLOWS = 0xff;

/** One more than the highest level that fits a slot; the least is 1. */
export const LEVELS = 8;

const NO_DISTRICT = -1;
const NO_BYTE = 0xff;
const NO_HALF = 0xffff;
const MOST_COMPETENCIES = 2 ** 23;

/** What a slot says in its fixed words, read again and again into one object. */
export interface SlotView {
  person: number;
  tieSalt: number;
  district: number | null;
  education: number | null;
  employmentTypes: number | null;
  availableFromMonth: number | null;
  confirmedMonth: number;
}

export function createView(): SlotView {
  return {
    person: 0,
    tieSalt: 0,
    district: null,
    education: null,
    employmentTypes: null,
    availableFromMonth: null,
    confirmedMonth: 0,
  };
}

/** Writes everything but the areas into the slot at `base`; what does not fit leaves a mark only. */
export function writeSlot(words: Int32Array, base: number, facts: CandidateFacts): boolean {
  words[base + AT.person] = facts.person;
  words[base + AT.district] = facts.district ?? NO_DISTRICT;
  if (!fits(facts)) {
    words[base + AT.counts] = OVERFLOWS;
    return false;
  }
  words[base + AT.tieSalt] = facts.tieSalt;
  words[base + AT.counts] =
    facts.experiences.length |
    (facts.competencies.length << 8) |
    ((facts.education ?? NO_BYTE) << 16) |
    ((facts.employmentTypes ?? NO_BYTE) << 24);
  words[base + AT.months] = (facts.availableFromMonth ?? NO_HALF) | (facts.confirmedMonth << 16);
  facts.experiences.forEach(({ occupation, months }, i) => {
    words[base + AT.works + i] = months | (((occupation ?? -1) + 1) << 16);
  });
  facts.competencies.forEach(({ competency, level, evidence }, i) => {
    words[base + AT.skills + i] = evidence | (level << 4) | (competency << 8);
  });
  return true;
}

/** Reads the fixed words of the slot at `base`. */
export function readView(words: Int32Array, base: number, into: SlotView): void {
  const counts = words[base + AT.counts];
  const months = words[base + AT.months];
  const education = (counts >>> 16) & NO_BYTE;
  const types = counts >>> 24;
  const available = months & NO_HALF;
  into.person = words[base + AT.person];
  into.tieSalt = words[base + AT.tieSalt] >>> 0;
  into.district = readDistrict(words, base);
  into.education = education === NO_BYTE ? null : education;
  into.employmentTypes = types === NO_BYTE ? null : types;
  into.availableFromMonth = available === NO_HALF ? null : available;
  into.confirmedMonth = months >>> 16;
}

export function readDistrict(words: Int32Array, base: number): number | null {
  const district = words[base + AT.district];
  return district === NO_DISTRICT ? null : district;
}

/** Everything of a slot that fits but the areas, which are kept beside the slots. */
export function readSlot(words: Int32Array, base: number): Omit<CandidateFacts, 'willingAreas'> {
  const view = createView();
  readView(words, base, view);
  const counts = words[base + AT.counts];
  const experiences = run(words, base + AT.works, counts & 0xff).map(readWork);
  const competencies = run(words, base + AT.skills, (counts >>> 8) & 0xff).map(readSkill);
  return { ...view, competencies, experiences };
}

const run = (words: Int32Array, from: number, length: number): number[] =>
  Array.from(words.subarray(from, from + length));

const readWork = (word: number): PastWork => ({
  occupation: word >>> 16 === 0 ? null : (word >>> 16) - 1,
  months: word & NO_HALF,
});

const readSkill = (word: number): HeldCompetency => ({
  competency: word >>> 8,
  level: (word >>> 4) & 0xf,
  evidence: word & 0xf,
});

function fits(facts: CandidateFacts): boolean {
  const { competencies, experiences, education, employmentTypes, availableFromMonth } = facts;
  return (
    experiences.length <= MOST_WORKS &&
    competencies.length <= MOST_SKILLS &&
    isBelow(2 ** 32, facts.tieSalt) &&
    isBelow(NO_BYTE, education ?? 0) &&
    isBelow(NO_BYTE, employmentTypes ?? 0) &&
    isBelow(NO_HALF, availableFromMonth ?? 0) &&
    isBelow(NO_HALF, facts.confirmedMonth) &&
    experiences.every((w) => isBelow(NO_HALF, w.months) && isBelow(NO_HALF, w.occupation ?? 0)) &&
    competencies.every(
      (held) =>
        isBelow(MOST_COMPETENCIES, held.competency) &&
        isBelow(LEVELS - 1, held.level - 1) &&
        isBelow(16, held.evidence),
    )
  );
}

const isBelow = (end: number, value: number) =>
  Number.isInteger(value) && value >= 0 && value < end;
