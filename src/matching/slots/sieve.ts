import type { CompiledVacancy } from '../core/compile';
import { FULL_BP, HALF_BP } from '../core/fixed-point';
import { floorShare, levelCredit } from '../core/score';
import { type Block, MOST_SLOTS } from './block';
import { AT, type Columns, FACT_WORDS } from './layout';
import { MustTable } from './must-table';
import { PromiseSums } from './promise-sums';
import { type Gate, leastSum, mostOf, opensGate, Promises } from './promises';
import { RestTable } from './rest-table';

/** Of the block at hand: one ranking is made at a time, so all use the same. */
const sums = new PromiseSums();
/** Of that block, who meets every must. */
const meeting = new Uint16Array(MOST_SLOTS);

/** When fewer than one in so many meet every must, each of them is summed up alone. */
const FEW = 24;

/** Slots that are sifted at once, at most. */
export const MOST_SIFTED = 512;

/** Tells which slots of a block count; null = all. */
export type IsWanted = ((slot: number) => boolean) | null;

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
  readonly slots = new Int32Array(MOST_SIFTED);
  private readonly promises: Promises;
  private readonly musts: MustTable;
  private readonly rest: RestTable;
  /** Whether the gate, the musts and the rest tell without fail who is eligible. */
  private readonly isExact: boolean;
  private readonly mostRestBp: number;
  private block: Block | null = null;
  private left = 0;
  /** How many of those who were singled out were sifted. */
  private singles = 0;
  /** Which group comes next, which of its members, and how many of them were taken. */
  private group = 0;
  private member = 0;
  private taken = 0;

  constructor(private readonly vacancy: CompiledVacancy) {
    this.musts = new MustTable(vacancy);
    this.rest = new RestTable(vacancy);
    const gate = this.musts.hasAny ? null : gateOf(vacancy);
    this.promises = new Promises(vacancy, gate);
    this.isExact = this.musts.hasAny ? this.musts.isEnough : everyLinkEarns(vacancy, gate);
    this.mostRestBp = measureRest(vacancy);
  }

  /**
   * Turns to a block, of which only some may be wanted.
   *
   * Cost: two nanoseconds for each that has what the vacancy wants and few have.
   */
  open(block: Block, isWanted: IsWanted): void {
    const { musts } = this;
    this.block = block;
    this.singles = 0;
    this.group = 0;
    this.member = 0;
    this.taken = 0;
    if (musts.hasAny) this.openMeeting(block, isWanted);
    else this.openAll(block, isWanted);
  }

  private openAll(block: Block, isWanted: IsWanted): void {
    sums.open(block);
    // Whoever is kept beside the slots promises nothing here.
    for (const slot of block.index.kept) sums.drop(block, slot);
    if (isWanted !== null) {
      for (let slot = 0; slot < block.size; slot += 1) {
        if (!isWanted(slot)) sums.drop(block, slot);
      }
    }
    sums.add(block, this.promises);
  }

  /** With those only who meet every must. */
  private openMeeting(block: Block, isWanted: IsWanted): void {
    const { musts, promises } = this;
    const { size, index, columns } = block;
    const count = musts.find(index.competencies, meeting, size);
    const isFew = count * FEW < size;
    sums.openEmpty(block);
    for (let at = 0; at < count; at += 1) {
      const slot = meeting[at];
      if (isWanted?.(slot) === false) continue;
      if (isFew) sums.set(slot, promises.sum(columns, slot));
      else sums.letIn(block, slot);
    }
    if (!isFew) sums.add(block, promises);
  }

  /** Whether anybody of the block was not sifted yet. */
  get hasMore(): boolean {
    return this.block !== null && this.group < this.block.index.groups.count;
  }

  /**
   * Finds those of the next slots, `MOST_SIFTED` at most, whose people must be scored for an order above the floor;
   * returns how many `slots` then begins with.
   *
   * Cost: 3 ns for whoever was singled out, ten times that with a look at everything else; nothing for whoever is like
   * a group that cannot get there.
   */
  sift(limit: number, above: Above): number {
    const { block } = this;
    if (block === null) return 0;
    this.left = 0;
    const least = this.leastSum(above);
    if (this.singles < sums.singleCount) this.siftSingles(limit, least);
    else this.siftGroups(block, limit, least);
    if (this.isExact) this.siftByRest(block.columns, above);
    return this.left;
  }

  private siftSingles(limit: number, least: number): void {
    const { bySlot, single, singleCount } = sums;
    const { slots } = this;
    const end = Math.min(singleCount, this.singles + limit);
    let below = 0;
    let left = 0;
    for (let at = this.singles; at < end; at += 1) {
      const slot = single[at];
      const isOpen = opensGate(bySlot[slot]);
      if (bySlot[slot] < least) below += isOpen;
      else {
        slots[left] = slot;
        left += isOpen;
      }
    }
    this.singles = end;
    this.left = left;
    this.below += below;
  }

  private siftGroups(block: Block, limit: number, least: number): void {
    const { groups } = block.index;
    let rest = limit;
    while (this.group < groups.count && rest > 0) {
      const { group, member } = this;
      const end = groups.starts[group + 1];
      const sum = sums.byGroup[group];
      if (opensGate(sum) === 0) this.member = end;
      else if (sum < least) {
        this.below += sums.countAlike(groups, group) - this.taken;
        this.member = end;
      } else {
        this.member = Math.min(end, member + rest);
        rest -= this.member - member;
        this.takeAlike(groups.slots, member, sum);
      }
      if (this.member === end) {
        this.group += 1;
        this.taken = 0;
      }
    }
  }

  /** Takes those from `from` to the next member who are like the group. */
  private takeAlike(members: Uint16Array, from: number, sum: number): void {
    const { slots, member } = this;
    const before = this.left;
    for (let at = from; at < member; at += 1) {
      const slot = members[at];
      if (!sums.isLikeGroup(slot)) continue;
      sums.bySlot[slot] = sum;
      slots[this.left] = slot;
      this.left += 1;
    }
    this.taken += this.left - before;
  }

  private siftByRest({ facts }: Columns, { floorBp, distance }: Above): void {
    const { rest, vacancy, slots } = this;
    let below = 0;
    let left = 0;
    for (let i = 0; i < this.left; i += 1) {
      const slot = slots[i];
      const earned = rest.earned(facts, slot);
      const home = (facts[slot * FACT_WORDS + AT.district] + DISTRICTS) % DISTRICTS;
      const missing = floorBp - earned - distance.byDistrict[home];
      // Multiplied, not divided: for whole numbers it is the same.
      if (mostOf(sums.bySlot[slot]) * vacancy.specificityBp >= missing * FULL_BP) {
        slots[left] = slot;
        left += 1;
      } else if (earned >= 0) {
        below += 1;
      }
    }
    this.left = left;
    this.below += below;
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
