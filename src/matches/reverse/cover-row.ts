import { type CompiledVacancy, LACKS_NOTHING } from '../../matching/core/compile';
import { VERIFIED_EVIDENCE } from '../../matching/core/facts';
import { floorShare, levelCredit } from '../../matching/core/score';
import type { Tally } from '../../matching/core/tally';
import { VIA } from '../../matching/core/taxonomy';
import { evidenceOf, levelOf } from './person-view';

/** What a requirement has in a row, before its links. */
const AT = { shareBp: 0, minLevel: 1, lack: 2, opens: 3, links: 4 } as const;
const HEAD = 5;
/** What a link has: the competency that covers, and its strength above these bits. */
const LINK = 2;
const FLAG_BITS = 2;
const CAN_MEET = 1;
const CAN_VERIFY = 2;

/**
 * A vacancy's requirements and what covers them, side by side: after a while without use its objects cost a dozen times
 * more, since each lies in memory of its own.
 */
export type CoverRow = Int32Array;

export function packCover({ requirements, links }: CompiledVacancy): CoverRow {
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
  return Int32Array.from(row);
}

/**
 * Adds up what somebody holds for a vacancy: what `coverWith` and `sumCover` of the core give, lists left out.
 *
 * Shape: `grades` by competency. Cost: 2 ns a link.
 */
export function addUp(row: CoverRow, grades: Int32Array, into: Tally): void {
  into.evidenceBp = 0;
  into.verifiedCount = 0;
  into.lack = LACKS_NOTHING;
  into.sharesCompetency = false;
  let next = 0;
  for (let at = 0; at < row.length; at = next) {
    next = at + HEAD + row[at + AT.links] * LINK;
    addOne(row, at, next, grades, into);
  }
}

/** Counts the requirement that begins at `at`. */
function addOne(row: CoverRow, at: number, end: number, grades: Int32Array, into: Tally): void {
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
