import { levelOf } from './layout';

/** Who in a block has what: for each term the slots, side by side. */
export class Postings {
  private constructor(
    /** Ascending. */
    private readonly terms: Uint16Array,
    /** Of each term, where its slots begin; one more at the end. */
    private readonly starts: Uint32Array,
    private readonly slots: Uint16Array,
    /** Along `slots`; empty when there are none. */
    private readonly grades: Uint8Array,
  ) {}

  /**
   * Shape: `termsOf` has `stride` places a slot, 0 = none; fewer than 65,536 slots. `gradesOf` runs along it.
   *
   * Cost: O(places + the greatest term), some 5 ns a place.
   */
  static build(
    { termsOf, gradesOf }: { termsOf: Uint16Array; gradesOf?: Uint8Array },
    stride: number,
    size: number,
  ): Postings {
    const end = size * stride;
    const counts = new Uint32Array(greatest(termsOf, end) + 2);
    for (let at = 0; at < end; at += 1) counts[termsOf[at]] += 1;
    counts[0] = 0;
    const terms: number[] = [];
    const starts: number[] = [];
    let total = 0;
    for (let term = 1; term < counts.length; term += 1) {
      const count = counts[term];
      if (count === 0) continue;
      terms.push(term);
      starts.push(total);
      counts[term] = total;
      total += count;
    }
    starts.push(total);
    const slots = new Uint16Array(total);
    const grades = new Uint8Array(gradesOf ? total : 0);
    for (let at = 0; at < end; at += 1) {
      const term = termsOf[at];
      if (term === 0) continue;
      slots[counts[term]] = Math.floor(at / stride);
      if (gradesOf) grades[counts[term]] = gradesOf[at];
      counts[term] += 1;
    }
    return new Postings(Uint16Array.from(terms), Uint32Array.from(starts), slots, grades);
  }

  /** Adds `amount` to the sum of each slot that has the term. */
  addTo(sums: Int32Array, term: number, amount: number): void {
    const { slots, starts } = this;
    const place = this.find(term);
    if (place < 0) return;
    const end = starts[place + 1];
    for (let at = starts[place]; at < end; at += 1) sums[slots[at]] += amount;
  }

  /** Sets a bit of each slot that has the term at least at a level. */
  mark(masks: Int32Array, term: number, minLevel: number, bit: number): void {
    const { slots, starts, grades } = this;
    const place = this.find(term);
    if (place < 0) return;
    const end = starts[place + 1];
    for (let at = starts[place]; at < end; at += 1) {
      if (levelOf(grades[at]) >= minLevel) masks[slots[at]] |= bit;
    }
  }

  private find(term: number): number {
    const { terms } = this;
    let low = 0;
    let high = terms.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (terms[middle] === term) return middle;
      if (terms[middle] < term) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}

function greatest(all: Uint16Array, end: number): number {
  let most = 0;
  for (let at = 0; at < end; at += 1) if (all[at] > most) most = all[at];
  return most;
}
