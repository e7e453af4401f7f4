import type { CandidateFacts, HeldCompetency, PastWork } from '../core/facts';

/** 32-bit words of a person's facts. */
export const FACT_WORDS = 8;

/** Competencies that fit a slot. */
export const MOST_HELD = 20;

/** Where among the words of a person's facts each stands. */
export const AT = {
  person: 0,
  tieSalt: 1,
  district: 2,
  /** From the lowest byte: how many works; nothing; education; employment types. */
  counts: 3,
  /** Low half: available from; high half: confirmed. */
  months: 4,
  /** Low half: months; high half: 1 + occupation. */
  works: 5,
} as const;

/** Works that fit a slot. */
export const MOST_WORKS = FACT_WORDS - AT.works;

/** Marks somebody whose facts do not fit and are kept beside the slots: in `spans`. */
export const OVERFLOWS = 0xff;

/** One more than the highest level that fits a slot; the least is 1. */
export const LEVELS = 8;

const NO_DISTRICT = -1;
/** What is not stated, in 8 and in 16 bits. */
export const NO_BYTE = 0xff;
export const NO_HALF = 0xffff;

/**
 * The facts of some people side by side: 93 bytes each.
 *
 * What every ranking asks of everybody, the competencies, stands apart from what few are asked for.
 */
export interface Columns {
  /** `FACT_WORDS` each. */
  readonly facts: Int32Array;
  /** `MOST_HELD` each: 1 + competency; 0 = no more. */
  readonly held: Uint16Array;
  /** Along `held`, from the lowest bits: 4 of evidence, 4 of level. */
  readonly grades: Uint8Array;
  /** How many competencies are held, or `OVERFLOWS`. */
  readonly spans: Uint8Array;
}

/** The level in one of `grades`. */
export const levelOf = (grade: number): number => grade >>> 4;

export function createColumns(room: number): Columns {
  return {
    facts: new Int32Array(room * FACT_WORDS),
    held: new Uint16Array(room * MOST_HELD),
    grades: new Uint8Array(room * MOST_HELD),
    spans: new Uint8Array(room),
  };
}

/** The first `room` people with room for so many. */
export function resizeColumns(columns: Columns, room: number): Columns {
  const resized = createColumns(room);
  const kept = Math.min(room, columns.spans.length);
  resized.facts.set(columns.facts.subarray(0, kept * FACT_WORDS));
  resized.held.set(columns.held.subarray(0, kept * MOST_HELD));
  resized.grades.set(columns.grades.subarray(0, kept * MOST_HELD));
  resized.spans.set(columns.spans.subarray(0, kept));
  return resized;
}

export function copySlot({ facts, held, grades, spans }: Columns, from: number, to: number): void {
  facts.copyWithin(to * FACT_WORDS, from * FACT_WORDS, (from + 1) * FACT_WORDS);
  held.copyWithin(to * MOST_HELD, from * MOST_HELD, (from + 1) * MOST_HELD);
  grades.copyWithin(to * MOST_HELD, from * MOST_HELD, (from + 1) * MOST_HELD);
  spans[to] = spans[from];
}

/** Writes everything but the areas into a slot; what does not fit leaves a mark only. */
export function writeSlot(columns: Columns, slot: number, facts: CandidateFacts): boolean {
  const base = slot * FACT_WORDS;
  const words = columns.facts;
  words[base + AT.person] = facts.person;
  words[base + AT.district] = facts.district ?? NO_DISTRICT;
  words.fill(0, base + AT.works, base + FACT_WORDS);
  columns.held.fill(0, slot * MOST_HELD, (slot + 1) * MOST_HELD);
  columns.spans[slot] = OVERFLOWS;
  if (!fits(facts)) return false;
  words[base + AT.tieSalt] = facts.tieSalt;
  words[base + AT.counts] =
    facts.experiences.length |
    ((facts.education ?? NO_BYTE) << 16) |
    ((facts.employmentTypes ?? NO_BYTE) << 24);
  words[base + AT.months] = (facts.availableFromMonth ?? NO_HALF) | (facts.confirmedMonth << 16);
  facts.experiences.forEach(({ occupation, months }, i) => {
    words[base + AT.works + i] = months | (((occupation ?? -1) + 1) << 16);
  });
  writeHeld(columns, slot, facts.competencies);
  return true;
}

function writeHeld({ held, grades, spans }: Columns, slot: number, all: readonly HeldCompetency[]) {
  const base = slot * MOST_HELD;
  all.forEach(({ competency, level, evidence }, i) => {
    held[base + i] = competency + 1;
    grades[base + i] = evidence | (level << 4);
  });
  spans[slot] = all.length;
}

export function readDistrict({ facts }: Columns, slot: number): number | null {
  const district = facts[slot * FACT_WORDS + AT.district];
  return district === NO_DISTRICT ? null : district;
}

export const readPerson = ({ facts }: Columns, slot: number): number =>
  facts[slot * FACT_WORDS + AT.person];

/** Everything of a slot that fits but the areas, which are kept beside the slots. */
export function readSlot(columns: Columns, slot: number): Omit<CandidateFacts, 'willingAreas'> {
  const view = createView();
  readView(columns, slot, view);
  return {
    ...view,
    competencies: readHeld(columns, slot),
    experiences: readWorks(columns, slot),
  };
}

function readHeld({ held, grades, spans }: Columns, slot: number): HeldCompetency[] {
  const all: HeldCompetency[] = [];
  const base = slot * MOST_HELD;
  for (let at = base; at < base + spans[slot]; at += 1) {
    all.push({
      competency: held[at] - 1,
      level: levelOf(grades[at]),
      evidence: grades[at] & 0xf,
    });
  }
  return all;
}

function readWorks({ facts }: Columns, slot: number): PastWork[] {
  const all: PastWork[] = [];
  const from = slot * FACT_WORDS + AT.works;
  const to = from + (facts[slot * FACT_WORDS + AT.counts] & NO_BYTE);
  for (let at = from; at < to; at += 1) {
    const occupation = (facts[at] >>> 16) - 1;
    all.push({ occupation: occupation < 0 ? null : occupation, months: facts[at] & NO_HALF });
  }
  return all;
}

/** What a slot says beside competencies and works, read again and again into one object. */
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

export function readView(columns: Columns, slot: number, into: SlotView): void {
  const words = columns.facts;
  const base = slot * FACT_WORDS;
  const counts = words[base + AT.counts];
  const months = words[base + AT.months];
  const education = (counts >>> 16) & NO_BYTE;
  const types = counts >>> 24;
  const available = months & NO_HALF;
  into.person = words[base + AT.person];
  into.tieSalt = words[base + AT.tieSalt] >>> 0;
  into.district = readDistrict(columns, slot);
  into.education = education === NO_BYTE ? null : education;
  into.employmentTypes = types === NO_BYTE ? null : types;
  into.availableFromMonth = available === NO_HALF ? null : available;
  into.confirmedMonth = months >>> 16;
}

function fits(facts: CandidateFacts): boolean {
  const { competencies, experiences, education, employmentTypes, availableFromMonth } = facts;
  return (
    experiences.length <= MOST_WORKS &&
    competencies.length <= MOST_HELD &&
    isBelow(2 ** 32, facts.tieSalt) &&
    isBelow(NO_BYTE, education ?? 0) &&
    isBelow(NO_BYTE, employmentTypes ?? 0) &&
    isBelow(NO_HALF, availableFromMonth ?? 0) &&
    isBelow(NO_HALF, facts.confirmedMonth) &&
    experiences.every((w) => isBelow(NO_HALF, w.months) && isBelow(NO_HALF, w.occupation ?? 0)) &&
    competencies.every(
      (held) =>
        isBelow(NO_HALF, held.competency) &&
        isBelow(LEVELS - 1, held.level - 1) &&
        isBelow(16, held.evidence),
    )
  );
}

const isBelow = (end: number, value: number) =>
  Number.isInteger(value) && value >= 0 && value < end;
