import type { CompiledVacancy } from './compile';
import type { CandidateFacts, Necessity, VacancyFacts } from './facts';
import { leaveOut } from './leave-out';
import { type Order, OrderBuilder } from './rank';
import { tallyEligible, tallyReached } from './score';
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

/** The vacancy with these changes; those that name no requirement of it change nothing. */
export function changeVacancy(
  facts: VacancyFacts,
  changes: readonly RequirementChange[],
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
    requirements: left.requirements.map((one) => ({
      ...alter(one),
      minLevel: changeOf.get(one.id)?.minimum ?? one.minLevel,
    })),
    education: threshold(left.education),
    experience: threshold(left.experience),
  };
}

/**
 * Compares a vacancy with a variant of it over the same people, who are added one by one.
 *
 * Cost: two scores a person, one pass.
 */
export class Simulator {
  private readonly orders: readonly [OrderBuilder<CandidateFacts>, OrderBuilder<CandidateFacts>];
  private readonly excluded = new Map<string, number>();
  private readonly musts: readonly Must[];
  private readonly counts = createTally();

  /** `top` = how many first places are compared. */
  constructor(
    private readonly before: CompiledVacancy,
    private readonly after: CompiledVacancy,
    top: number,
  ) {
    this.orders = [new OrderBuilder({ first: top }), new OrderBuilder({ first: top })];
    this.musts = mustsOf(before);
    for (const { id } of this.musts) this.excluded.set(id, 0);
  }

  add(candidate: CandidateFacts): void {
    const [before, after] = this.orders;
    const { counts } = this;
    before.consider();
    after.consider();
    if (tallyReached(this.before, candidate, counts)) {
      if (counts.verdict === 'NOT_ELIGIBLE') this.countExclusion(counts);
      else before.add(counts, this.before, candidate, candidate, candidate.person);
    }
    if (tallyEligible(this.after, candidate, counts)) {
      after.add(counts, this.after, candidate, candidate, candidate.person);
    }
  }

  build(): Simulation {
    const [before, after] = this.orders.map((order) => order.build());
    const peopleOf = ({ rows }: Order<CandidateFacts>) =>
      new Set(rows.map(({ item }) => item.person));
    const [first, then] = [peopleOf(before), peopleOf(after)];
    return {
      before: countsOf(before),
      after: countsOf(after),
      excludedOnlyBy: this.excluded,
      entered: [...then].filter((person) => !first.has(person)).length,
      displaced: [...first].filter((person) => !then.has(person)).length,
    };
  }

  private countExclusion(counts: Tally): void {
    let only: string | null = null;
    for (const { id, isFailed } of this.musts) {
      if (!isFailed(counts)) continue;
      if (only !== null) return;
      only = id;
    }
    if (only !== null) this.excluded.set(only, (this.excluded.get(only) ?? 0) + 1);
  }
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
