import type { Postings } from './postings';
import type { Promises } from './promises';

/** Competencies that tell the groups of a block apart, at most. */
const MOST_TOLD = 8;

/** Two to the power of so many people for each group that can be told apart. */
const MEMBER_BITS = 4;

/** Groups of a block, at most. */
export const MOST_GROUPS = 2 ** MOST_TOLD;

/**
 * The people of a block by which of its commonest competencies they have.
 *
 * Whoever has nothing rare that a vacancy wants is like the rest of the group, and counted with them in one step.
 */
export class Groups {
  private constructor(
    /** 1 + competency, for each bit of a group's number. */
    readonly terms: readonly number[],
    /** By slot. */
    readonly groupOf: Uint8Array,
    /** Of each group, where its slots begin; one more at the end. */
    readonly starts: Uint16Array,
    readonly slots: Uint16Array,
  ) {}

  /** Cost: O(people). */
  static build(competencies: Postings, size: number): Groups {
    const told = Math.min(MOST_TOLD, Math.max(0, 31 - Math.clz32(size) - MEMBER_BITS));
    const terms = competencies.commonest(told);
    const groupOf = new Uint8Array(size);
    terms.forEach((term, bit) => {
      competencies.mark(groupOf, term, 0, 1 << bit);
    });
    const starts = new Uint16Array(2 ** terms.length + 1);
    for (const group of groupOf) starts[group + 1] += 1;
    for (let group = 1; group < starts.length; group += 1) starts[group] += starts[group - 1];
    const next = starts.slice();
    const slots = new Uint16Array(size);
    for (let slot = 0; slot < size; slot += 1) {
      const group = groupOf[slot];
      slots[next[group]] = slot;
      next[group] += 1;
    }
    return new Groups(terms, groupOf, starts, slots);
  }

  get count(): number {
    return this.starts.length - 1;
  }

  sizeOf(group: number): number {
    return this.starts[group + 1] - this.starts[group];
  }

  /** Writes for each group what it promises. */
  sumTerms({ start, amountOf }: Promises, into: Int32Array): void {
    const { terms, count } = this;
    const amounts = terms.map((term) => amountOf.get(term) ?? 0);
    into[0] = start;
    for (let group = 1; group < count; group += 1) {
      const highest = 31 - Math.clz32(group);
      into[group] = into[group ^ (1 << highest)] + amounts[highest];
    }
  }
}
