/** Where a person's slot is. */
export interface Location {
  readonly block: number;
  readonly slot: number;
}

const FIRST_LENGTH = 1_024;
const GROWTH = 1.25;

/** Block and slot by the person's number, which the database gives without large gaps. */
export class Locations {
  /** 1 + block; 0 = nowhere. */
  private blocks = new Uint16Array(FIRST_LENGTH);
  private slots = new Int32Array(FIRST_LENGTH);

  find(person: number): Location | null {
    const block = this.blocks[person];
    return block ? { block: block - 1, slot: this.slots[person] } : null;
  }

  set(person: number, block: number, slot: number): void {
    if (person >= this.blocks.length) this.grow(person);
    this.blocks[person] = block + 1;
    this.slots[person] = slot;
  }

  delete(person: number): void {
    this.blocks[person] = 0;
  }

  private grow(person: number): void {
    const length = Math.ceil((person + 1) * GROWTH);
    const blocks = new Uint16Array(length);
    const slots = new Int32Array(length);
    blocks.set(this.blocks);
    slots.set(this.slots);
    this.blocks = blocks;
    this.slots = slots;
  }
}
