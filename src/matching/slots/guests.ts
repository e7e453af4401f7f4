import { type AreaRange, rangesOverlap } from '../core/area';
import type { CandidateFacts } from '../core/facts';
import { Block, MOST_SLOTS } from './block';

/** Some of those who named one area, each with a slot of their own beside the one at home. */
interface GuestBlock {
  readonly area: AreaRange;
  readonly block: Block;
  readonly slotOf: Map<number, number>;
}

const NONE: readonly AreaRange[] = [];

/**
 * The people who named areas beside their home, once more by the area that they named.
 *
 * A second slot costs memory for few, and saves a search through the memory for each of them.
 */
export class Guests {
  private readonly areasOf = new Map<number, readonly AreaRange[]>();
  private readonly byArea = new Map<string, GuestBlock[]>();

  /** The areas that a person named. */
  of(person: number): readonly AreaRange[] {
    return this.areasOf.get(person) ?? NONE;
  }

  *blocks(): Generator<Block> {
    for (const blocks of this.byArea.values()) for (const { block } of blocks) yield block;
  }

  /** Blocks of the areas that overlap one of the scope. Cost: O(areas named by anybody). */
  *reach(scope: readonly AreaRange[]): Generator<Block> {
    for (const blocks of this.byArea.values()) {
      for (const { area, block } of blocks) {
        if (scope.some((range) => rangesOverlap(range, area))) yield block;
      }
    }
  }

  put(facts: CandidateFacts): void {
    const { person, willingAreas } = facts;
    this.remove(person);
    if (willingAreas.length === 0) return;
    this.areasOf.set(person, willingAreas);
    for (const area of willingAreas) {
      const known = this.at(area);
      // The same area may be named twice.
      if (known.some(({ slotOf }) => slotOf.has(person))) continue;
      const { block, slotOf } =
        known.find((one) => one.block.size < MOST_SLOTS) ?? open(known, area);
      const slot = block.addSlot();
      slotOf.set(person, slot);
      block.write(slot, facts);
    }
  }

  remove(person: number): void {
    for (const area of this.of(person)) {
      for (const { block, slotOf } of this.at(area)) {
        const slot = slotOf.get(person);
        if (slot === undefined) continue;
        slotOf.delete(person);
        const moved = block.vacate(slot);
        if (moved !== null) slotOf.set(moved, slot);
      }
    }
    this.areasOf.delete(person);
  }

  private at(area: AreaRange): GuestBlock[] {
    const key = `${area.from}-${area.to}`;
    const known = this.byArea.get(key) ?? [];
    this.byArea.set(key, known);
    return known;
  }
}

function open(blocks: GuestBlock[], area: AreaRange): GuestBlock {
  const opened = { area, block: new Block(area), slotOf: new Map<number, number>() };
  blocks.push(opened);
  return opened;
}
