import { type Block, MOST_SLOTS } from './block';
import { type Groups, MOST_GROUPS } from './groups';
import type { Postings } from './postings';
import { type Promised, type Promises, WORKED } from './promises';

/** Of whoever has nothing beside what the group has. */
const LIKE_GROUP = -1;

/** Of whoever is out of the question; it stays below 0 whatever is added. */
const OUT = -(2 ** 30);

/**
 * What the promises amount to for the people of one block: for each group, and for each who has more than the group.
 *
 * Used again and again, since one ranking is made at a time.
 */
export class PromiseSums {
  /** By group. */
  readonly byGroup = new Int32Array(MOST_GROUPS);
  /** By slot, of those who were singled out. */
  readonly bySlot = new Int32Array(MOST_SLOTS);
  /** The slots of those who were singled out. */
  readonly single = new Uint16Array(MOST_SLOTS);
  singleCount = 0;
  /** By group: how many were singled out or are out of the question. */
  private readonly gone = new Uint16Array(MOST_GROUPS);

  /** Turns to a block where everybody is like the group. */
  open({ size }: Block): void {
    this.bySlot.fill(LIKE_GROUP, 0, size);
    this.gone.fill(0);
    this.singleCount = 0;
  }

  /** Turns to a block where everybody is out of the question who is not let in or set. */
  openEmpty({ size, index: { groups } }: Block): void {
    this.bySlot.fill(OUT, 0, size);
    for (let group = 0; group < groups.count; group += 1) this.gone[group] = groups.sizeOf(group);
    this.singleCount = 0;
  }

  /** Lets somebody in who is like the group. */
  letIn({ index: { groups } }: Block, slot: number): void {
    this.gone[groups.groupOf[slot]] -= 1;
    this.bySlot[slot] = LIKE_GROUP;
  }

  /** Sets the sum of one person. */
  set(slot: number, sum: number): void {
    this.single[this.singleCount] = slot;
    this.singleCount += 1;
    this.bySlot[slot] = sum;
  }

  /** Takes somebody out of the question. */
  drop({ index: { groups } }: Block, slot: number): void {
    if (!this.isLikeGroup(slot)) return;
    this.gone[groups.groupOf[slot]] += 1;
    this.bySlot[slot] = OUT;
  }

  /** Sums up for everybody who is not out of the question. */
  add({ index: { groups, competencies, occupations } }: Block, promises: Promises): void {
    groups.sumTerms(promises, this.byGroup);
    const { groupOf, terms } = groups;
    for (const one of promises.competencies) {
      if (!terms.includes(one.term)) this.addTerm(competencies, one, groupOf);
    }
    for (const one of promises.occupations) this.addTerm(occupations, one, groupOf);
  }

  isLikeGroup(slot: number): boolean {
    return this.bySlot[slot] === LIKE_GROUP;
  }

  /** How many of a group are like it. */
  countAlike(groups: Groups, group: number): number {
    return groups.sizeOf(group) - this.gone[group];
  }

  private addTerm(postings: Postings, { term, amount }: Promised, groupOf: Uint8Array): void {
    const place = postings.find(term);
    if (place < 0) return;
    const { slots, starts } = postings;
    const { bySlot, byGroup, gone } = this;
    const end = starts[place + 1];
    for (let at = starts[place]; at < end; at += 1) {
      const slot = slots[at];
      const sum = bySlot[slot];
      if (sum !== LIKE_GROUP) {
        // Of occupations only the best, which came first.
        if ((sum & amount & WORKED) === 0) bySlot[slot] = sum + amount;
      } else {
        const group = groupOf[slot];
        gone[group] += 1;
        this.set(slot, byGroup[group] + amount);
      }
    }
  }
}
