import { type CompiledVacancy, LACKS_NOTHING } from '../../matching/core/compile';
import { VERIFIED_EVIDENCE } from '../../matching/core/facts';
import { floorShare, levelCredit } from '../../matching/core/score';
import type { Tally } from '../../matching/core/tally';
import { VIA } from '../../matching/core/taxonomy';
import { evidenceOf, levelOf } from './person-view';
import { resize } from './resize';

/** What a requirement has in a row, before its links. */
const AT = { shareBp: 0, minLevel: 1, lack: 2, opens: 3, links: 4 } as const;
const HEAD = 5;
/** What a link has: the competency that covers, and its strength above these bits. */
const LINK = 2;
const FLAG_BITS = 2;
const CAN_MEET = 1;
const CAN_VERIFY = 2;

const FIRST_ROOM = 1_024;
const FIRST_SLOTS = 4;
/** What a slot has: where its row begins and ends. */
const SPAN = 2;

/**
 * The requirements of vacancies and what covers them, by slot, all in one run of numbers: after a while without use
 * objects cost a dozen times more, since each lies in memory of its own.
 */
export class CoverRows {
  private numbers = new Int32Array(FIRST_ROOM);
  private spans = new Int32Array(FIRST_SLOTS * SPAN);
  private end = 0;
  /** Numbers before the end that no slot has any more. */
  private unused = 0;

  /** Takes in the row of a slot that has none. Cost: O(links), and now and then all rows are moved together. */
  add(slot: number, vacancy: CompiledVacancy): void {
    const row = packCover(vacancy);
    if (slot * SPAN >= this.spans.length) this.spans = resize(this.spans, slot * SPAN * 2);
    if (this.end + row.length > this.numbers.length) this.makeRoom(row.length);
    this.numbers.set(row, this.end);
    this.setSpan(slot, this.end, this.end + row.length);
    this.end += row.length;
  }

  remove(slot: number): void {
    const [from, end] = this.spanOf(slot);
    this.unused += end - from;
    this.setSpan(slot, 0, 0);
  }

  /**
   * Adds up what somebody holds for a vacancy: what `coverWith` and `sumCover` of the core give, lists left out.
   *
   * Shape: `grades` by competency. Cost: 2 ns a link.
   */
  addUp(slot: number, grades: Int32Array, into: Tally): void {
    into.evidenceBp = 0;
    into.verifiedCount = 0;
    into.lack = LACKS_NOTHING;
    into.sharesCompetency = false;
    const { numbers } = this;
    const end = this.spans[slot * SPAN + 1];
    for (let at = this.spans[slot * SPAN]; at < end; ) {
      const next = at + HEAD + numbers[at + AT.links] * LINK;
      addOne(numbers, at, next, grades, into);
      at = next;
    }
  }

  private makeRoom(wanted: number): void {
    const used = this.end - this.unused;
    const moved = new Int32Array((used + wanted) * 2);
    let to = 0;
    for (let slot = 0; slot * SPAN < this.spans.length; slot += 1) {
      const [from, end] = this.spanOf(slot);
      moved.set(this.numbers.subarray(from, end), to);
      this.setSpan(slot, to, to + end - from);
      to += end - from;
    }
    this.numbers = moved;
    this.end = to;
    this.unused = 0;
  }

  private spanOf(slot: number): [from: number, end: number] {
    return [this.spans[slot * SPAN], this.spans[slot * SPAN + 1]];
  }

  private setSpan(slot: number, from: number, end: number): void {
    this.spans[slot * SPAN] = from;
    this.spans[slot * SPAN + 1] = end;
  }
}

/** The numbers of a vacancy's requirements, each with its links behind it. */
function packCover({ requirements, links }: CompiledVacancy): number[] {
  const tails: number[][] = requirements.map(() => []);
  for (const all of links.values()) {
    for (const { requirement, held, strengthBp, canMeet, via } of all) {
      const flags = (canMeet ? CAN_MEET : 0) | (via <= VIA.IMPLIED ? CAN_VERIFY : 0);
      tails[requirement].push(held, (strengthBp << FLAG_BITS) | flags);
    }
  }
  const row: number[] = [];
  requirements.forEach(({ shareBp, minLevel, lack, opensEligibility }, at) => {
    const tail = tails[at];
    row.push(shareBp, minLevel, lack, Number(opensEligibility), tail.length / LINK, ...tail);
  });
  return row;
}

/** Counts the requirement that begins at `at`. */
function addOne(row: Int32Array, at: number, end: number, grades: Int32Array, into: Tally): void {
  const minLevel = row[at + AT.minLevel];
  let creditBp = 0;
  let flags = 0;
  for (let link = at + HEAD; link < end; link += LINK) {
    const grade = grades[row[link]];
    if (grade === 0) continue;
    const own = row[link + 1];
    const level = levelOf(grade);
    creditBp = Math.max(creditBp, levelCredit(own >> FLAG_BITS, level, minLevel));
    if (level >= minLevel) flags |= own & CAN_MEET;
    if (evidenceOf(grade) >= VERIFIED_EVIDENCE) flags |= own & CAN_VERIFY;
  }
  if ((flags & CAN_MEET) === 0) into.lack = Math.max(into.lack, row[at + AT.lack]);
  if (creditBp === 0) return;
  into.evidenceBp += floorShare(row[at + AT.shareBp], creditBp);
  if ((flags & CAN_VERIFY) !== 0) into.verifiedCount += 1;
  if (row[at + AT.opens] === 1) into.sharesCompetency = true;
}
