import { areaRange } from '../core/area';
import type { CandidateFacts } from '../core/facts';
import { Block, blockRegion, MOST_SLOTS } from './block';
import { Guests } from './guests';
import { OVERFLOWS, readPerson, readSlot } from './layout';
import { type Location, Locations } from './locations';

const NO_HOME = -1;

/**
 * The facts of many people in fixed slots of typed arrays, grouped by regency: long runs are read fastest.
 *
 * Shape: 93 bytes a person and what the growing blocks keep free; whoever names other areas has a slot in the province of each.
 * Whoever does not fit a slot is kept as an object.
 */
export class SlotPeople {
  /** The people of one regency each; or those of whom only the province, or no home, is known. */
  readonly blocks: Block[] = [];
  readonly guests = new Guests();
  /** Numbers of the blocks of each region. */
  private readonly blocksOf = new Map<number, number[]>();
  private readonly locations = new Locations();
  private readonly overflow = new Map<number, CandidateFacts>();
  private count = 0;

  get size(): number {
    return this.count;
  }

  has(person: number): boolean {
    return this.locations.find(person) !== null;
  }

  /** The facts as they were put in. */
  get(person: number): CandidateFacts | undefined {
    const at = this.locations.find(person);
    return at === null ? undefined : this.read(this.blocks[at.block], at.slot);
  }

  *values(): Generator<CandidateFacts> {
    for (const block of this.blocks) {
      for (let slot = 0; slot < block.size; slot += 1) yield this.read(block, slot);
    }
  }

  /** The facts in a slot. */
  read({ columns }: Block, slot: number): CandidateFacts {
    const person = readPerson(columns, slot);
    const kept = columns.spans[slot] === OVERFLOWS ? this.overflow.get(person) : undefined;
    return kept ?? { ...readSlot(columns, slot), willingAreas: this.guests.of(person) };
  }

  /** Where a person's slot is. */
  locate(person: number): Location | null {
    return this.locations.find(person);
  }

  /** Puts somebody in, or new facts in the place of the old ones. Cost: O(facts). */
  put(facts: CandidateFacts): void {
    const { person } = facts;
    const known = this.locations.find(person);
    const at = known !== null && this.isAt(known, facts.district) ? known : null;
    if (known !== null && at === null) this.vacate(known);
    const target = at?.block ?? this.blockWithRoom(facts.district);
    const slot = at?.slot ?? this.blocks[target].addSlot();
    this.locations.set(person, target, slot);
    if (known === null) this.count += 1;
    this.overflow.delete(person);
    if (!this.blocks[target].write(slot, facts)) this.overflow.set(person, facts);
    this.guests.put(facts);
  }

  remove(person: number): void {
    const known = this.locations.find(person);
    if (known === null) return;
    this.vacate(known);
    this.locations.delete(person);
    this.overflow.delete(person);
    this.guests.remove(person);
    this.count -= 1;
  }

  /** Gives back spare room and works out what rankings ask: once many came. Cost: O(people). */
  settle(): void {
    for (const block of [...this.blocks, ...this.guests.all.map(({ block }) => block)]) {
      block.trim();
      block.index;
    }
  }

  private isAt({ block }: Location, district: number | null): boolean {
    return this.blocksOf.get(regionKey(district))?.includes(block) ?? false;
  }

  private blockWithRoom(district: number | null): number {
    const key = regionKey(district);
    const known = this.blocksOf.get(key) ?? [];
    this.blocksOf.set(key, known);
    let block = known.find((at) => this.blocks[at].size < MOST_SLOTS);
    if (block === undefined) {
      block = this.blocks.length;
      this.blocks.push(new Block(key === NO_HOME ? null : areaRange(key)));
      known.push(block);
    }
    return block;
  }

  private vacate({ block, slot }: Location): void {
    const moved = this.blocks[block].vacate(slot);
    if (moved !== null) this.locations.set(moved, block, slot);
  }
}

const regionKey = (district: number | null): number =>
  district === null ? NO_HOME : blockRegion(district);
