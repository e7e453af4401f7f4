import { resize } from './resize';

const FIRST_ROOM = 4;
/** What one number of an entry holds at most. */
const MOST = 2 ** 16 - 1;

/** Slots that a posting can name. */
export const MOST_SLOTS = MOST + 1;

/**
 * The slots of a shelf for which a held competency may count, each with the most that it promises.
 *
 * Shape: a promise above what one entry holds has several. Small numbers, since reading them is most of the work.
 */
export class Posting {
  /** Slot, promise, slot, promise; the rest is room. */
  private entries = new Uint16Array(FIRST_ROOM);
  private end = 0;

  add(slot: number, promise: number): void {
    for (let rest = promise; rest > 0; rest -= MOST) this.push(slot, Math.min(rest, MOST));
  }

  /** Cost: O(length); the order of the others may change. */
  remove(slot: number): void {
    for (let at = this.end - 2; at >= 0; at -= 2) {
      if (this.entries[at] !== slot) continue;
      this.end -= 2;
      this.entries[at] = this.entries[this.end];
      this.entries[at + 1] = this.entries[this.end + 1];
    }
  }

  /** Adds each promise to the sum of its slot. */
  addTo(sums: Int32Array): void {
    const { entries, end } = this;
    for (let at = 0; at < end; at += 2) sums[entries[at]] += entries[at + 1];
  }

  private push(slot: number, promise: number): void {
    if (this.end === this.entries.length) this.entries = resize(this.entries, this.end * 2);
    this.entries[this.end] = slot;
    this.entries[this.end + 1] = promise;
    this.end += 2;
  }
}
