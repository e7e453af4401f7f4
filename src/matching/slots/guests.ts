import { type AreaNumber, type AreaRange, areaRange, NATION, provinceOf } from '../core/area';
import type { CandidateFacts } from '../core/facts';
import { Block, MOST_SLOTS } from './block';

const NONE: readonly AreaRange[] = [];

/** Some of those who named areas of one province, each with a slot beside the one at home. */
export class GuestBlock {
  readonly block: Block;
  /** By slot: the only area that the person named; null = there are several. */
  private readonly named: (AreaRange | null)[] = [];
  private readonly slotOf = new Map<number, number>();

  constructor(readonly province: AreaNumber) {
    this.block = new Block(areaRange(province));
  }

  onlyArea(slot: number): AreaRange | null {
    return this.named[slot];
  }

  put(facts: CandidateFacts, only: AreaRange | null): void {
    const slot = this.block.addSlot();
    this.slotOf.set(facts.person, slot);
    this.named[slot] = only;
    this.block.write(slot, facts);
  }

  remove(person: number): void {
    const slot = this.slotOf.get(person);
    if (slot === undefined) return;
    this.slotOf.delete(person);
    const moved = this.block.vacate(slot);
    const last = this.named.pop() ?? null;
    if (moved === null) return;
    this.slotOf.set(moved, slot);
    this.named[slot] = last;
  }
}

/**
 * The people who named areas beside their home, once more by the provinces of these areas.
 *
 * A second slot costs memory for few, and saves a search through the memory for each of them.
 */
export class Guests {
  private readonly areasOf = new Map<number, readonly AreaRange[]>();
  private readonly byProvince = new Map<AreaNumber, GuestBlock[]>();
  /** Each area once, however many named it. */
  private readonly areas = new Map<string, AreaRange>();

  /** The areas that a person named. */
  of(person: number): readonly AreaRange[] {
    return this.areasOf.get(person) ?? NONE;
  }

  /** All blocks. */
  get all(): readonly GuestBlock[] {
    return [...this.byProvince.values()].flat();
  }

  put(facts: CandidateFacts): void {
    const { person, willingAreas } = facts;
    this.remove(person);
    if (willingAreas.length === 0) return;
    const areas = willingAreas.map((area) => this.share(area));
    this.areasOf.set(person, areas);
    const only = areas.length === 1 ? areas[0] : null;
    for (const province of provincesOf(areas)) this.blockWithRoom(province).put(facts, only);
  }

  remove(person: number): void {
    for (const province of provincesOf(this.of(person))) {
      for (const guests of this.at(province)) guests.remove(person);
    }
    this.areasOf.delete(person);
  }

  private blockWithRoom(province: AreaNumber): GuestBlock {
    const known = this.at(province);
    const free = known.find(({ block }) => block.size < MOST_SLOTS);
    if (free !== undefined) return free;
    const opened = new GuestBlock(province);
    known.push(opened);
    return opened;
  }

  private at(province: AreaNumber): GuestBlock[] {
    const known = this.byProvince.get(province) ?? [];
    this.byProvince.set(province, known);
    return known;
  }

  private share(area: AreaRange): AreaRange {
    const key = `${area.from}-${area.to}`;
    const shared = this.areas.get(key) ?? area;
    this.areas.set(key, shared);
    return shared;
  }
}

/** The province that an area lies in; the nation if it is wider. */
export function guestProvince({ from, to }: AreaRange): AreaNumber {
  const province = provinceOf(from);
  return provinceOf(to) === province ? province : NATION;
}

const provincesOf = (areas: readonly AreaRange[]) => new Set(areas.map(guestProvince));
