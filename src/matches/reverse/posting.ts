import { resize } from './resize';

const FIRST_ROOM = 4;

/** The slots of a shelf for which a held competency may count, each with the most that it promises. */
export class Posting {
  /** Slot, promise, slot, promise; the rest is room. */
  private entries = new Int32Array(FIRST_ROOM);
  private end = 0;

  add(slot: number, promise: number): void {
    if (this.end === this.entries.length) this.entries = resize(this.entries, this.end * 2);
    this.entries[this.end] = slot;
    this.entries[this.end + 1] = promise;
    this.end += 2;
  }

  /** Cost: O(length); the order of the others may change. */
  remove(slot: number): void {
    for (let at = 0; at < this.end; at += 2) {
      if (this.entries[at] !== slot) continue;
      this.end -= 2;
      this.entries[at] = this.entries[this.end];
      this.entries[at + 1] = this.entries[this.end + 1];
      return;
    }
  }

  /** Adds each promise to the sum of its slot. */
  addTo(sums: Int32Array): void {
    const { entries, end } = this;
    for (let at = 0; at < end; at += 2) sums[entries[at]] += entries[at + 1];
  }
}
