import type { AreaNumber, AreaRange } from '../core/area';
import type { CandidateFacts } from '../core/facts';
import { Groups } from './groups';
import {
  AT,
  type Columns,
  copySlot,
  createColumns,
  FACT_WORDS,
  MOST_HELD,
  MOST_WORKS,
  OVERFLOWS,
  readPerson,
  resizeColumns,
  writeSlot,
} from './layout';
import { Postings } from './postings';

const FIRST_SLOTS = 8;

/** A full block grows by this share: room is a tenth of the memory at most, copying stays rare. */
const GROWTH = 1.1;

/** Slots are numbered in 16 bits; a smaller block is indexed again sooner, after a change: in a millisecond. */
export const MOST_SLOTS = 8_192;

const REGENCY = 100;

/** Number of the region whose block somebody belongs to: the regency of the home, or the province if only that is known. */
export const blockRegion = (district: number): AreaNumber => district - (district % REGENCY);

/** Who in a block has what, and who is kept beside the slots. */
export interface BlockIndex {
  readonly competencies: Postings;
  readonly occupations: Postings;
  readonly groups: Groups;
  readonly kept: readonly number[];
}

/** The slots of people who have a region in common, side by side. */
export class Block {
  columns: Columns = createColumns(FIRST_SLOTS);
  size = 0;
  /** Where anybody in it lives or once lived. */
  readonly homes = new Set<number | null>();
  private indexed: BlockIndex | null = null;

  /** `area` = what they have in common; null when no home is known. */
  constructor(readonly area: AreaRange | null) {}

  /** As the block is now. Cost: nothing if it has not changed since it was asked for, else O(people). */
  get index(): BlockIndex {
    this.indexed ??= indexBlock(this.columns, this.size);
    return this.indexed;
  }

  /** Gives back what was kept free. */
  trim(): void {
    this.columns = resizeColumns(this.columns, this.size);
  }

  /** The next free slot, not yet written. */
  addSlot(): number {
    const room = this.columns.spans.length;
    if (this.size === room)
      this.columns = resizeColumns(this.columns, Math.ceil((room + 1) * GROWTH));
    this.size += 1;
    return this.size - 1;
  }

  /** Whether the facts fit; else the slot is only a mark. */
  write(slot: number, facts: CandidateFacts): boolean {
    this.indexed = null;
    this.homes.add(facts.district);
    return writeSlot(this.columns, slot, facts);
  }

  /** The last of the block takes the free slot: the person who moved, if any. */
  vacate(slot: number): number | null {
    this.indexed = null;
    this.size -= 1;
    if (slot === this.size) return null;
    copySlot(this.columns, this.size, slot);
    return readPerson(this.columns, slot);
  }
}

function indexBlock({ held, grades, facts, spans }: Columns, size: number): BlockIndex {
  const worked = new Uint16Array(size * MOST_WORKS);
  const kept: number[] = [];
  for (let slot = 0; slot < size; slot += 1) {
    if (spans[slot] === OVERFLOWS) kept.push(slot);
    for (let i = 0; i < MOST_WORKS; i += 1) {
      worked[slot * MOST_WORKS + i] = facts[slot * FACT_WORDS + AT.works + i] >>> 16;
    }
  }
  const competencies = Postings.build({ termsOf: held, gradesOf: grades }, MOST_HELD, size);
  return {
    competencies,
    groups: Groups.build(competencies, size),
    occupations: Postings.build({ termsOf: worked }, MOST_WORKS, size),
    kept,
  };
}
