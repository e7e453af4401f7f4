import type { CompiledVacancy } from '../core/compile';
import { POSSIBLE_BP } from '../core/eligibility';
import { FULL_BP } from '../core/fixed-point';
import type { OrderBuilder } from '../core/rank';
import { floorShare, tallyEligible } from '../core/score';
import { createTally } from '../core/tally';
import type { Block } from './block';
import { createView, OVERFLOWS } from './layout';
import type { SlotPeople } from './people';
import { DISTRICTS, type DistanceShares, type IsWanted, MOST_SIFTED, Sieve } from './sieve';
import { SlotScorer } from './slot-scorer';
import type { Visitor } from './walk-scope';

/** So many slots are sifted at first, so that the floor rises soon, then more. */
const FIRST_SIFTED = 32;
const SIFTED_GROWTH = 1.25;

/** A block to be looked at. */
interface Waiting {
  readonly block: Block;
  readonly distance: DistanceShares;
  readonly isWanted: IsWanted;
}

/**
 * Adds slots to an order; whoever is eligible, but surely below the last kept place and below a POSSIBLE fit, is
 * counted and not scored.
 *
 * Shape: everybody who is added is in the scope. Cost: 3 to 30 ns for most, ten times that for whoever is scored.
 */
export class FloorScorer implements Visitor {
  private readonly scorer: SlotScorer;
  private readonly sieve: Sieve;
  private readonly into = createTally();
  private readonly view = createView();
  private readonly anywhere: DistanceShares;
  private readonly waiting: Waiting[] = [];
  private limit = FIRST_SIFTED;

  constructor(
    private readonly people: SlotPeople,
    private readonly vacancy: CompiledVacancy,
    private readonly order: OrderBuilder<number>,
  ) {
    this.scorer = new SlotScorer(vacancy);
    this.sieve = new Sieve(vacancy);
    this.into.scope = 'PASS';
    const best = floorShare(vacancy.distanceShareBp, FULL_BP);
    this.anywhere = { best, byDistrict: new Array<number>(DISTRICTS).fill(best) };
  }

  addHome(block: Block): void {
    this.waiting.push({ block, distance: this.measureHomes(block), isWanted: null });
  }

  addSome(block: Block, isWanted: (slot: number) => boolean): void {
    this.waiting.push({ block, distance: this.anywhere, isWanted });
  }

  /** Looks at all who were added: the nearest first, so that the floor rises soon. */
  finish(): void {
    this.waiting.sort(
      (a, b) =>
        Number(a.isWanted !== null) - Number(b.isWanted !== null) ||
        b.distance.best - a.distance.best,
    );
    for (const one of this.waiting) this.addBlock(one);
  }

  /** One person, wherever the home is. */
  addOne(block: Block, slot: number): void {
    const { scorer, order, view, into, vacancy } = this;
    if (block.columns.spans[slot] === OVERFLOWS) this.addKept(block, slot);
    else if (scorer.tally(block.columns, slot, view, into)) {
      order.add(into, vacancy, view, view.person, view.person);
    }
  }

  private addBlock({ block, distance, isWanted }: Waiting): void {
    const { sieve } = this;
    for (const slot of block.index.kept) if (isWanted?.(slot) ?? true) this.addKept(block, slot);
    sieve.open(block, isWanted);
    while (sieve.hasMore) {
      this.addRun(block, distance);
      this.limit = Math.min(MOST_SIFTED, Math.ceil(this.limit * SIFTED_GROWTH));
    }
  }

  private addRun({ columns }: Block, distance: DistanceShares): void {
    const { sieve, order, scorer, view, into, vacancy } = this;
    const floorBp = Math.min(POSSIBLE_BP, Math.max(0, order.lowestKeptBp));
    const left = sieve.sift(this.limit, { floorBp, distance });
    for (let i = 0; i < left; i += 1) {
      if (!scorer.tally(columns, sieve.slots[i], view, into)) continue;
      order.add(into, vacancy, view, view.person, view.person);
    }
    order.addBelow(sieve.below);
    sieve.below = 0;
  }

  /** Somebody whose facts do not fit a slot. */
  private addKept(block: Block, slot: number): void {
    const { vacancy, order, into } = this;
    const facts = this.people.read(block, slot);
    if (tallyEligible(vacancy, facts, into)) {
      order.add(into, vacancy, facts, facts.person, facts.person);
    }
    into.scope = 'PASS';
  }

  /** What the people of a block earn for the distance. */
  private measureHomes({ homes }: Block): DistanceShares {
    const { distanceShareBp } = this.vacancy;
    const byDistrict = new Array<number>(DISTRICTS).fill(0);
    let best = 0;
    for (const home of homes) {
      const share = floorShare(distanceShareBp, this.vacancy.distanceBp(home));
      byDistrict[((home ?? -1) + DISTRICTS) % DISTRICTS] = share;
      best = Math.max(best, share);
    }
    return { best, byDistrict };
  }
}
