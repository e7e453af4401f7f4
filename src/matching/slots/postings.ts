import { levelOf } from './layout';

/** Terms are looked up by runs of `2 ** RUN_BITS`, of which a block has a handful each. */
const RUN_BITS = 5;

/** Who in a block has what: for each term the slots, side by side. */
export class Postings {
  private constructor(
    /** Ascending. */
    private readonly terms: Uint16Array,
    /** Of each run of `RUN` terms, where it begins among `terms`; one more at the end. */
    private readonly runs: Uint16Array,
    /** Of each term, where its slots begin; one more at the end. */
    readonly starts: Uint32Array,
    readonly slots: Uint16Array,
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
    return new Postings(
      Uint16Array.from(terms),
      indexRuns(terms),
      Uint32Array.from(starts),
      slots,
      grades,
    );
  }

  /** Sets a bit of each slot that has the term at least at a level. */
  mark(masks: Uint8Array, term: number, minLevel: number, bit: number): void {
    const { slots, starts, grades } = this;
    const place = this.find(term);
    if (place < 0) return;
    const end = starts[place + 1];
    for (let at = starts[place]; at < end; at += 1) {
      // Without a branch, which could not be foreseen: the sign tells whether the level is too low.
      masks[slots[at]] |= bit & ~((levelOf(grades[at]) - minLevel) >> 31);
    }
  }

  /** The terms of the longest lists, `count` at most. Cost: O(terms). */
  commonest(count: number): number[] {
    const { starts } = this;
    const length = (place: number) => starts[place + 1] - starts[place];
    const places: number[] = [];
    let least = 0;
    for (let place = 0; place < this.terms.length; place += 1) {
      if (length(place) <= least) continue;
      places.push(place);
      places.sort((a, b) => length(b) - length(a)).splice(count);
      if (places.length === count) least = length(places[count - 1]);
    }
    return places.map((place) => this.terms[place]);
  }

  /** Place of a term among `starts`; -1 when nobody has it. */
  find(term: number): number {
    const { terms, runs } = this;
    const run = term >>> RUN_BITS;
    if (run + 1 >= runs.length) return -1;
    const end = runs[run + 1];
    for (let place = runs[run]; place < end; place += 1) {
      if (terms[place] >= term) return terms[place] === term ? place : -1;
    }
    return -1;
  }
}

/** Where each run begins. Shape: `terms` ascends. */
function indexRuns(terms: readonly number[]): Uint16Array {
  const last = terms.length === 0 ? -1 : terms[terms.length - 1] >>> RUN_BITS;
  const runs = new Uint16Array(last + 2);
  for (const term of terms) runs[(term >>> RUN_BITS) + 1] += 1;
  for (let run = 1; run < runs.length; run += 1) runs[run] += runs[run - 1];
  return runs;
}

function greatest(all: Uint16Array, end: number): number {
  let most = 0;
  for (let at = 0; at < end; at += 1) if (all[at] > most) most = all[at];
  return most;
}
