import { type AreaRange, areaRange } from '../core/area';
import type { CandidateFacts } from '../core/facts';
import { AT, OVERFLOWS, readSlot, SLOT_WORDS, writeSlot } from './layout';
import { Locations } from './locations';
import { NamedAreas } from './named-areas';

/** The people of one district side by side; or those of whom only a wider region, or no home, is known. */
export interface Block {
  /** Where everybody in it lives; null when no home is known. */
  readonly home: AreaRange | null;
  words: Int32Array;
  size: number;
}

const NO_HOME = -1;
const FIRST_SLOTS = 8;
/** A full block grows by this share: room is a tenth of the memory at most, copying stays rare. */
const GROWTH = 1.2;

/**
 * The facts of many people in fixed slots of typed arrays, grouped by district.
 *
 * Shape: 112 bytes a person and what the growing blocks keep free. Whoever does not fit a slot is kept as an object.
 */
export class SlotPeople {
  readonly blocks: Block[] = [];
  readonly named = new NamedAreas();
  private readonly blockOf = new Map<number, number>();
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
    return at === null ? undefined : this.read(this.blocks[at.block].words, at.slot * SLOT_WORDS);
  }

  *values(): Generator<CandidateFacts> {
    for (const { words, size } of this.blocks) {
      for (let slot = 0; slot < size; slot += 1) yield this.read(words, slot * SLOT_WORDS);
    }
  }

  /** The facts in a slot. */
  read(words: Int32Array, base: number): CandidateFacts {
    const person = words[base + AT.person];
    const kept = this.overflow.get(person);
    if (kept !== undefined) return kept;
    return { ...readSlot(words, base), willingAreas: this.named.of(person) };
  }

  /** Where a person's slot is. */
  locate(person: number): { readonly block: number; readonly slot: number } | null {
    return this.locations.find(person);
  }

  /** Puts somebody in, or new facts in the place of the old ones. Cost: O(facts). */
  put(facts: CandidateFacts): void {
    const { person } = facts;
    const target = this.blockAt(facts.district);
    const known = this.locations.find(person);
    if (known !== null && known.block !== target) this.vacate(known.block, known.slot);
    const slot = known?.block === target ? known.slot : this.addSlot(target);
    this.locations.set(person, target, slot);
    if (known === null) this.count += 1;
    this.overflow.delete(person);
    if (!writeSlot(this.blocks[target].words, slot * SLOT_WORDS, facts)) {
      this.overflow.set(person, facts);
    }
    this.named.set(person, facts.willingAreas);
  }

  remove(person: number): void {
    const known = this.locations.find(person);
    if (known === null) return;
    this.vacate(known.block, known.slot);
    this.locations.delete(person);
    this.overflow.delete(person);
    this.named.set(person, []);
    this.count -= 1;
  }

  private blockAt(district: number | null): number {
    const key = district ?? NO_HOME;
    let block = this.blockOf.get(key);
    if (block === undefined) {
      block = this.blocks.length;
      const home = key === NO_HOME ? null : areaRange(key);
      this.blocks.push({ home, words: new Int32Array(FIRST_SLOTS * SLOT_WORDS), size: 0 });
      this.blockOf.set(key, block);
    }
    return block;
  }

  private addSlot(at: number): number {
    const block = this.blocks[at];
    const room = block.words.length / SLOT_WORDS;
    if (block.size === room) {
      const larger = new Int32Array(Math.ceil(room * GROWTH) * SLOT_WORDS);
      larger.set(block.words);
      block.words = larger;
    }
    block.size += 1;
    return block.size - 1;
  }

  /** The last of the block takes the free place. */
  private vacate(at: number, slot: number): void {
    const block = this.blocks[at];
    block.size -= 1;
    if (slot === block.size) return;
    const last = block.size * SLOT_WORDS;
    block.words.copyWithin(slot * SLOT_WORDS, last, last + SLOT_WORDS);
    this.locations.set(block.words[slot * SLOT_WORDS + AT.person], at, slot);
  }
}

/** Whether the slot is only a mark for facts that do not fit. */
export const overflows = (words: Int32Array, base: number): boolean =>
  words[base + AT.counts] === OVERFLOWS;
