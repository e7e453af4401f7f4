import type { CompiledVacancy } from '../core/compile';
import { FULL_BP, HALF_BP } from '../core/fixed-point';
import { floorShare, levelCredit } from '../core/score';
import { type Block, MOST_SLOTS } from './block';
import { AT, type Columns, FACT_WORDS } from './layout';
import { MustTable } from './must-table';
import { type Gate, leastSum, mostOf, opensGate, Promises } from './promises';
import { RestTable } from './rest-table';

/** Of promises and of musts, by slot of the block at hand: one ranking is made at a time, so all use the same. */
const sums = new Int32Array(MOST_SLOTS);
const marks = new Uint8Array(MOST_SLOTS);

/** When fewer than one in so many meet every must, each of them is summed up alone. */
const FEW = 8;

/** Districts are numbered within so many. */
export const DISTRICTS = 100;

/** What a block's people can earn for the distance, of the score. */
export interface DistanceShares {
  /** By number of the district within its regency. */
  readonly byDistrict: readonly number[];
  readonly best: number;
}

/** From which score on somebody counts, and what they earn for the distance. */
export interface Above {
  readonly floorBp: number;
  readonly distance: DistanceShares;
}

/**
 * Passes over whoever is not eligible, or eligible and surely below a floor, without the score itself.
 *
 * Promises are never less than what they stand for can earn: who is below the floor by promises is below it by the score.
 */
export class Sieve {
  /** How many were passed over although they are eligible. */
  below = 0;
  private readonly promises: Promises;
  private readonly musts: MustTable;
  private readonly rest: RestTable;
  /** Whether the gate, the musts and the rest tell without fail who is eligible. */
  private readonly isExact: boolean;
  private readonly mostRestBp: number;

  constructor(private readonly vacancy: CompiledVacancy) {
    this.musts = new MustTable(vacancy);
    this.rest = new RestTable(vacancy);
    const gate = this.musts.hasAny ? () => false : gateOf(vacancy);
    this.promises = new Promises(vacancy, gate);
    this.isExact = this.musts.hasAny ? this.musts.isEnough : everyLinkEarns(vacancy, gate);
    this.mostRestBp = measureRest(vacancy);
  }

  /**
   * Turns to a block, of which only some may be wanted.
   *
   * Cost: a nanosecond a person, and two for each that has what the vacancy wants.
   */
  open(block: Block, isWanted: ((slot: number) => boolean) | null): void {
    const { musts } = this;
    const { index, size } = block;
    const meeting = musts.hasAny ? musts.mark(index.competencies, marks, size) : size;
    if (meeting * FEW < size) this.sumMarked(block);
    else this.sumAll(block);
    // Whoever is kept beside the slots promises nothing here, and who is not wanted is not let in.
    for (const slot of index.kept) sums[slot] = 0;
    if (isWanted === null) return;
    for (let slot = 0; slot < size; slot += 1) {
      if (sums[slot] !== 0 && !isWanted(slot)) sums[slot] = 0;
    }
  }

  private sumAll({ index, size }: Block): void {
    const { start, competencies, occupations } = this.promises;
    sums.fill(start, 0, size);
    index.competencies.addTo(sums, competencies);
    index.occupations.addTo(sums, occupations);
    if (!this.musts.hasAny) return;
    for (let slot = 0; slot < size; slot += 1) sums[slot] += marks[slot];
  }

  private sumMarked({ columns, size }: Block): void {
    const { promises } = this;
    sums.fill(0, 0, size);
    for (let slot = 0; slot < size; slot += 1) {
      if (marks[slot] === 1) sums[slot] = promises.sum(columns, slot) + 1;
    }
  }

  /**
   * Writes those slots from `from` to `to` whose people must be scored for an order above the floor; returns how many.
   *
   * Cost: 3 ns for whoever cannot get there by promises, ten times that with a look at everything else.
   */
  sift(columns: Columns, from: number, to: number, above: Above, slots: Int32Array): number {
    const left = this.siftByPromises(from, to, this.leastSum(above), slots);
    return this.isExact ? this.siftByRest(columns, slots, left, above) : left;
  }

  /** Nearly all stay below once the floor has risen, which the branch then foresees. */
  private siftByPromises(from: number, to: number, least: number, slots: Int32Array): number {
    let below = 0;
    let left = 0;
    for (let slot = from; slot < to; slot += 1) {
      const sum = sums[slot];
      const isOpen = opensGate(sum);
      if (sum < least) below += isOpen;
      else {
        slots[left] = slot;
        left += isOpen;
      }
    }
    this.below += below;
    return left;
  }

  private siftByRest(
    columns: Columns,
    slots: Int32Array,
    count: number,
    { floorBp, distance }: Above,
  ): number {
    const { rest, vacancy } = this;
    const { facts } = columns;
    let below = 0;
    let left = 0;
    for (let i = 0; i < count; i += 1) {
      const slot = slots[i];
      const earned = rest.earned(facts, slot);
      const home = (facts[slot * FACT_WORDS + AT.district] + DISTRICTS) % DISTRICTS;
      const missing = floorBp - earned - distance.byDistrict[home];
      // Multiplied, not divided: for whole numbers it is the same.
      if (mostOf(sums[slot]) * vacancy.specificityBp >= missing * FULL_BP) {
        slots[left] = slot;
        left += 1;
      } else if (earned >= 0) {
        below += 1;
      }
    }
    this.below += below;
    return left;
  }

  /** The least sum of promises with which the floor can be reached, if all else is as good as it can be. */
  private leastSum({ floorBp, distance }: Above): number {
    if (!this.isExact || this.rest.canExclude) return 0;
    const missing = floorBp - this.mostRestBp - distance.best;
    return leastSum(Math.ceil((missing * FULL_BP) / this.vacancy.specificityBp));
  }
}

/** All links that open eligibility. */
function gateOf({ requirements, needsSharedCompetency }: CompiledVacancy): Gate {
  return needsSharedCompetency
    ? (link) => link.strengthBp > 0 && requirements[link.requirement].opensEligibility
    : null;
}

function everyLinkEarns({ links, requirements }: CompiledVacancy, gate: Gate): boolean {
  return [...links.values()]
    .flat()
    .filter((link) => gate?.(link))
    .every((link) => levelCredit(link.strengthBp, 1, requirements[link.requirement].minLevel) > 0);
}

/** The most that experience, education and availability can earn. */
function measureRest(vacancy: CompiledVacancy): number {
  const { facts, experienceShareBp, educationShareBp, availabilityShareBp } = vacancy;
  const most = (stated: unknown) => (stated === null ? HALF_BP : FULL_BP);
  const availability = (most(facts.employmentType) + most(facts.startMonth)) / 2;
  return (
    floorShare(experienceShareBp, most(facts.experience)) +
    floorShare(educationShareBp, most(facts.education)) +
    floorShare(availabilityShareBp, availability)
  );
}
