import { levelOf } from './layout';

/** Terms of one word of the directory. */
const WORD_BITS = 5;
const WORD_TERMS = 2 ** WORD_BITS;

/** Who in a block has what: for each term the slots, side by side. */
export class Postings {
  private constructor(
    /** Two numbers for each 32 terms: which of them somebody has, and how many such terms come before. */
    private readonly directory: Uint32Array,
    /** Of each term that somebody has, where its slots begin; one more at the end. */
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
    const counts = new Uint32Array(greatest(termsOf, end) + 1);
    for (let at = 0; at < end; at += 1) counts[termsOf[at]] += 1;
    counts[0] = 0;
    const directory = indexTerms(counts);
    const starts: number[] = [];
    let total = 0;
    for (let term = 1; term < counts.length; term += 1) {
      const count = counts[term];
      if (count === 0) continue;
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
    return new Postings(directory, Uint32Array.from(starts), slots, grades);
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
    const found: { term: number; length: number }[] = [];
    let place = 0;
    for (let term = 1; term < (this.directory.length / 2) * WORD_TERMS; term += 1) {
      if (!this.has(term)) continue;
      const length = this.starts[place + 1] - this.starts[place];
      place += 1;
      if (found.length === count && length <= (found.at(-1)?.length ?? length)) continue;
      found.push({ term, length });
      found.sort((a, b) => b.length - a.length).splice(count);
    }
    return found.map(({ term }) => term);
  }

  /** Place of a term among `starts`; -1 when nobody has it. Cost: one line of memory. */
  find(term: number): number {
    const at = (term >>> WORD_BITS) * 2;
    const bit = 1 << (term % WORD_TERMS);
    const { directory } = this;
    if (at >= directory.length || (directory[at] & bit) === 0) return -1;
    return directory[at + 1] + countBits(directory[at] & (bit - 1));
  }

  private has(term: number): boolean {
    return (this.directory[(term >>> WORD_BITS) * 2] & (1 << (term % WORD_TERMS))) !== 0;
  }
}

/** Shape: `counts` by term. */
function indexTerms(counts: Uint32Array): Uint32Array {
  const directory = new Uint32Array(Math.ceil(counts.length / WORD_TERMS) * 2);
  let before = 0;
  for (let term = 0; term < counts.length; term += 1) {
    const at = (term >>> WORD_BITS) * 2;
    if (term % WORD_TERMS === 0) directory[at + 1] = before;
    if (counts[term] === 0) continue;
    directory[at] |= 1 << (term % WORD_TERMS);
    before += 1;
  }
  return directory;
}

/** How many bits of 32 are set. Source: Hacker's Delight, 5-1. */
function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

function greatest(all: Uint16Array, end: number): number {
  let most = 0;
  for (let at = 0; at < end; at += 1) if (all[at] > most) most = all[at];
  return most;
}
