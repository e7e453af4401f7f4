import type { CompiledVacancy } from './compile';
import { type Factor, locate } from './explain';
import type { CandidateFacts } from './facts';
import { FULL_BP } from './fixed-point';
import { bandHeldLevel } from './levels';
import { tally } from './score';
import { findHeldLevels, findSources } from './sources';
import { type CheckResult, createTally } from './tally';
import { VIA } from './taxonomy';

export const aspectNames = [
  'COMPETENCY',
  'OCCUPATION',
  'EXPERIENCE',
  'DISTANCE',
  'EDUCATION',
  'AVAILABILITY',
] as const satisfies readonly Factor[];
export type AspectName = (typeof aspectNames)[number];

/**
 * One thing that is told of people: what a line of a score says, with its condition and gap, or the band on the card,
 * which is told only with its line.
 */
export interface Aspect {
  readonly aspect: AspectName;
  /** The requirement that it answers, where there is one. */
  readonly requirementId: string | null;
  /** Whether it is the band alone, where that says more than the line. */
  readonly isBand: boolean;
}

export interface WeighedAspect extends Aspect {
  /** What it can contribute at most; 0 = the score does not depend on it. */
  readonly weightBp: number;
  /** Place among the vacancy's requirements of a competency. */
  readonly at: number;
}

const NOT_STATED = -1;

/** Reads off people what a vacancy's employer could be told of them: equal numbers are told alike. */
export class AspectMeter {
  /** The weightiest lines for the score first, since not all may be told; then the bands. */
  readonly aspects: readonly WeighedAspect[];
  /** Along them, for a band the place of its line. */
  readonly lineOf: readonly (number | null)[];
  private readonly counts = createTally();
  private readonly distances = new Map<number | null, number>();

  constructor(private readonly vacancy: CompiledVacancy) {
    this.aspects = listAspects(vacancy);
    this.lineOf = this.aspects.map(({ aspect, at, isBand }) =>
      isBand ? this.aspects.findIndex((one) => one.aspect === aspect && one.at === at) : null,
    );
  }

  /** Along `aspects`. Cost: some 2 microseconds. */
  measure(person: CandidateFacts): number[] {
    const { counts, vacancy } = this;
    tally(vacancy, person, counts);
    const covers = this.measureCovers(person);
    const lines: Measures = {
      OCCUPATION: counts.occupationBp,
      EXPERIENCE: counts.experienceBp,
      DISTANCE: this.measureDistance(person) * RESULTS.length + RESULTS.indexOf(counts.scope),
      EDUCATION: counts.educationBp,
      AVAILABILITY: counts.availabilityBp * 2 + Number(saysNot(person)),
    };
    const bands: Measures = {
      OCCUPATION: 0,
      EXPERIENCE: counts.experienceMonths,
      DISTANCE: 0,
      EDUCATION: person.education ?? NOT_STATED,
      AVAILABILITY: measureAvailability(vacancy, person),
    };
    return this.aspects.map(({ aspect, at, isBand }) => {
      if (aspect === 'COMPETENCY') return isBand ? covers[at].band : covers[at].line;
      return isBand ? bands[aspect] : lines[aspect];
    });
  }

  /** Credit, how it is earned, whether the requirement is met and what the gap says; and the band on the card. */
  private measureCovers(person: CandidateFacts): { line: number; band: number }[] {
    const { creditBp, isMet } = this.counts;
    const levels = findHeldLevels(this.vacancy, person);
    return findSources(this.vacancy, person).map((source, at) => {
      const isHeld = source !== null && source.via <= VIA.IMPLIED;
      const band = isHeld ? bandHeldLevel(source.held.level) : 0;
      const inGap = creditBp[at] < FULL_BP && levels[at] > 0 ? bandHeldLevel(levels[at]) : 0;
      const via = source === null ? VIA_NONE : source.via;
      return { line: ((creditBp[at] * VIAS + via) * 2 + isMet[at]) * BANDS + inGap, band };
    });
  }

  private measureDistance({ district }: CandidateFacts): number {
    const known = this.distances.get(district);
    if (known !== undefined) return known;
    const band = locate(this.vacancy, { district });
    const measured = band?.isKnown
      ? (band.upToKm ?? NOT_STATED) * 2 + Number(band.isApproximate)
      : NO_DISTANCE;
    this.distances.set(district, measured);
    return measured;
  }
}

type Measures = Readonly<Record<Exclude<AspectName, 'COMPETENCY'>, number>>;

const saysNot = ({ employmentTypes, availableFromMonth }: CandidateFacts) =>
  employmentTypes === null || availableFromMonth === null;

const VIA_NONE = Math.max(...Object.values(VIA)) + 1;
const VIAS = VIA_NONE + 1;
/** One more than the highest of the held levels in bands. */
const BANDS = 5;
const RESULTS: readonly CheckResult[] = ['PASS', 'FAIL', 'UNKNOWN'];
/** No kilometres are as many. */
const NO_DISTANCE = 100_000;

/** Those whose cards tell more than their lines. */
const WITH_BANDS: readonly AspectName[] = ['COMPETENCY', 'EXPERIENCE', 'EDUCATION', 'AVAILABILITY'];

function listAspects(vacancy: CompiledVacancy): WeighedAspect[] {
  const { facts, requirements } = vacancy;
  const one = (aspect: AspectName, weightBp: number, requirementId?: string): WeighedAspect => ({
    ...{ aspect, requirementId: requirementId ?? null, isBand: false, weightBp, at: 0 },
  });
  const { education, experience } = facts;
  const says = facts.employmentType !== null || facts.startMonth !== null;
  const lines = [
    ...requirements.map(({ id, shareBp }, at) => ({ ...one('COMPETENCY', shareBp, id), at })),
    ...(facts.occupation === null ? [] : [one('OCCUPATION', vacancy.occupationShareBp)]),
    one('EXPERIENCE', experience ? vacancy.experienceShareBp : 0, experience?.id),
    // Also of remote work: whether a home is known shows in the scope.
    one('DISTANCE', facts.isRemote ? 0 : vacancy.distanceShareBp),
    one('EDUCATION', education ? vacancy.educationShareBp : 0, education?.id),
    ...(says ? [one('AVAILABILITY', vacancy.availabilityShareBp)] : []),
  ];
  // The sort is stable, so that equal weights stay in this order.
  lines.sort((a, b) => b.weightBp - a.weightBp);
  const bands = lines.filter(({ aspect }) => WITH_BANDS.includes(aspect));
  return [...lines, ...bands.map((line) => ({ ...line, isBand: true, weightBp: 0 }))];
}

/** Nine cases: two things that fit, do not fit or are not stated. */
function measureAvailability({ facts }: CompiledVacancy, person: CandidateFacts): number {
  const { employmentType, startMonth } = facts;
  const { employmentTypes, availableFromMonth } = person;
  const fits =
    employmentType === null || employmentTypes === null
      ? 2
      : Number((employmentTypes & employmentType) !== 0);
  const isInTime =
    startMonth === null || availableFromMonth === null
      ? 2
      : Number(availableFromMonth <= startMonth);
  return fits * 3 + isInTime;
}
