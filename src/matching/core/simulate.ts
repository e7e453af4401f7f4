import { type CompiledVacancy, compileVacancy } from './compile';
import type { CandidateFacts, Necessity, VacancyFacts } from './facts';
import { leaveOut } from './leave-out';
import { type Order, OrderBuilder } from './rank';
import { tallyEligible } from './score';
import { createTally, type Tally } from './tally';

/** What is asked for otherwise in one requirement; what is not given stays. */
export interface RequirementChange {
  readonly requirementId: string;
  readonly remove?: boolean;
  readonly necessity?: Necessity;
  readonly weightBp?: number;
  /** Least level of a competency, step of education or months of work, by the kind of the requirement. */
  readonly minimum?: number;
}

export type PoolCounts = Pick<
  Order<unknown>,
  'considered' | 'eligible' | 'strong' | 'possible' | 'stretch'
>;

/** What a vacancy's order would be if it asked for something else. */
export interface Simulation {
  readonly before: PoolCounts;
  readonly after: PoolCounts;
  /** By must requirement of the vacancy as it is: how many would be eligible if it were no must. */
  readonly excludedOnlyBy: ReadonlyMap<string, number>;
  /** How many of the first places would go to people who have none now. */
  readonly entered: number;
  /** How many who have one of the first places now would lose it. */
  readonly displaced: number;
}

/** Where the work would be, and whose people it would address; what is not given stays. */
export type PlaceChange = Partial<
  Pick<VacancyFacts, 'scope' | 'places' | 'isRemote' | 'measuresRegencies'>
>;

/** The vacancy with these changes; those that name no requirement of it change nothing. */
export function changeVacancy(
  facts: VacancyFacts,
  changes: readonly RequirementChange[],
  place: PlaceChange = {},
): VacancyFacts {
  const changeOf = new Map(changes.map((change) => [change.requirementId, change]));
  const alter = <T extends { id: string; necessity: Necessity; weightBp: number }>(one: T): T => {
    const { necessity, weightBp } = changeOf.get(one.id) ?? {};
    return {
      ...one,
      necessity: necessity ?? one.necessity,
      weightBp: weightBp ?? one.weightBp,
    };
  };
  const threshold = (one: VacancyFacts['education']) =>
    one && { ...alter(one), minimum: changeOf.get(one.id)?.minimum ?? one.minimum };
  const removed = changes.filter(({ remove }) => remove).map(({ requirementId }) => requirementId);
  const left = leaveOut(facts, removed);
  return {
    ...left,
    ...place,
    requirements: left.requirements.map((one) => ({
      ...alter(one),
      minLevel: changeOf.get(one.id)?.minimum ?? one.minLevel,
    })),
    education: threshold(left.education),
    experience: threshold(left.experience),
  };
}

/** Of a person, what an order needs beside the score. */
type Placed = Pick<CandidateFacts, 'person' | 'tieSalt' | 'confirmedMonth'>;

/**
 * Compares a vacancy with a variant of it over the same people, who are added one by one.
 *
 * The vacancy itself is scored without its power to exclude: every must is a should, which weighs the same. So one
 * score tells the place of whoever fails no must, and the one must that excludes whoever fails no other.
 * Cost: two scores a person.
 */
export class Simulator {
  /** The vacancy as it is, its musts made shoulds. */
  readonly softened: CompiledVacancy;
  private readonly before: OrderBuilder<number>;
  private readonly changed: OrderBuilder<number>;
  private readonly excluded = new Map<string, number>();
  private readonly musts: readonly Must[];
  private readonly counts = createTally();

  /** `top` = how many first places are compared. */
  constructor(
    vacancy: CompiledVacancy,
    readonly after: CompiledVacancy,
    top: number,
  ) {
    this.softened = soften(vacancy);
    this.before = new OrderBuilder({ first: top });
    this.changed = new OrderBuilder({ first: top });
    this.musts = mustsOf(vacancy);
    for (const { id } of this.musts) this.excluded.set(id, 0);
  }

  consider(count = 1): void {
    this.before.consider(count);
    this.changed.consider(count);
  }

  add(candidate: CandidateFacts): void {
    const { counts } = this;
    if (tallyEligible(this.softened, candidate, counts)) this.addBefore(counts, candidate);
    if (tallyEligible(this.after, candidate, counts)) this.addAfter(counts, candidate);
  }

  /** Takes whoever is eligible for `softened`, with the tally of it. */
  addBefore(counts: Tally, person: Placed): void {
    const failed = this.musts.filter(({ isFailed }) => isFailed(counts));
    const [only] = failed;
    if (only === undefined) {
      this.before.add(counts, this.softened, person, person.person, person.person);
    } else if (failed.length === 1) {
      this.excluded.set(only.id, (this.excluded.get(only.id) ?? 0) + 1);
    }
  }

  /** Takes whoever is eligible for `after`, with the tally of it. */
  addAfter(counts: Tally, person: Placed): void {
    this.changed.add(counts, this.after, person, person.person, person.person);
  }

  build(): Simulation {
    const [before, after] = [this.before.build(), this.changed.build()];
    const [first, then] = [before, after].map(({ rows }) => new Set(rows.map(({ item }) => item)));
    return {
      before: countsOf(before),
      after: countsOf(after),
      excludedOnlyBy: this.excluded,
      entered: [...then].filter((person) => !first.has(person)).length,
      displaced: [...first].filter((person) => !then.has(person)).length,
    };
  }
}

function soften({ facts, taxonomy, geography }: CompiledVacancy): CompiledVacancy {
  const toShould = <T extends { necessity: Necessity }>(one: T): T =>
    one.necessity === 'MUST' ? { ...one, necessity: 'SHOULD' } : one;
  const softened = {
    ...facts,
    requirements: facts.requirements.map(toShould),
    education: facts.education && toShould(facts.education),
    experience: facts.experience && toShould(facts.experience),
  };
  return compileVacancy(softened, taxonomy, geography);
}

const countsOf = ({ considered, eligible, strong, possible, stretch }: PoolCounts): PoolCounts => ({
  considered,
  eligible,
  strong,
  possible,
  stretch,
});

interface Must {
  readonly id: string;
  isFailed(counts: Tally): boolean;
}

function mustsOf({ requirements, facts }: CompiledVacancy): Must[] {
  const musts: Must[] = requirements.flatMap(({ id, necessity }, at) =>
    necessity === 'MUST' ? [{ id, isFailed: ({ isMet }) => isMet[at] === 0 }] : [],
  );
  if (facts.education?.necessity === 'MUST') {
    musts.push({ id: facts.education.id, isFailed: ({ education }) => education === 'FAIL' });
  }
  if (facts.experience?.necessity === 'MUST') {
    musts.push({ id: facts.experience.id, isFailed: ({ experience }) => experience === 'FAIL' });
  }
  return musts;
}
