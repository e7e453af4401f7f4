import {
  type CompiledRequirement,
  type CompiledVacancy,
  LACKS_MUST,
  LACKS_NOTHING,
  LACKS_SHOULD,
  type RequirementLink,
} from '../core/compile';
import { VERIFIED_EVIDENCE } from '../core/facts';
import { floorShare, levelCredit } from '../core/score';
import { clearTally, type Tally } from '../core/tally';
import { VIA } from '../core/taxonomy';
import { type Columns, LEVELS, levelOf, MOST_HELD } from './layout';

/** A cell: what a level contributes, whether it earns any credit, whether it meets the requirement. */
const CONTRIBUTION = 0x3fff;
const EARNS = 1 << 14;
const MEETS = 1 << 15;

/** The first cell of a link, since nobody holds level 0: which requirement, and whether holding verifies it. */
const VERIFIES = 1;

/**
 * What every held competency does for one vacancy, worked out for each level beforehand.
 *
 * Gives what `coverWith` and `sumCover` of the core give, without a look at what is not covered. Contributions grow with
 * the credit, so the best contribution is that of the best credit.
 */
export class CoverTable {
  /** By 1 + competency: the place in `starts`, 0 = it covers nothing. */
  private readonly placeOf: Uint16Array;
  private readonly starts: Int32Array;
  private readonly cells: Int32Array;
  private readonly lackOf: Uint8Array;
  private readonly opens: Uint8Array;
  private readonly musts: number;
  private readonly shoulds: number;
  /** Of the person at hand, by requirement; outdated unless `person` says otherwise. */
  private readonly person: Int32Array;
  private readonly best: Int32Array;
  private readonly isMet: Uint8Array;
  private readonly isVerified: Uint8Array;
  private turn = 0;

  constructor({ requirements, links, taxonomy }: CompiledVacancy) {
    this.lackOf = Uint8Array.from(requirements, ({ lack }) => lack);
    this.opens = Uint8Array.from(requirements, ({ opensEligibility }) => Number(opensEligibility));
    this.musts = requirements.filter(({ lack }) => lack === LACKS_MUST).length;
    this.shoulds = requirements.filter(({ lack }) => lack === LACKS_SHOULD).length;
    this.person = new Int32Array(requirements.length);
    this.best = new Int32Array(requirements.length);
    this.isMet = new Uint8Array(requirements.length);
    this.isVerified = new Uint8Array(requirements.length);
    this.placeOf = new Uint16Array(taxonomy.competencyCount + 1);
    this.starts = new Int32Array(links.size + 2);
    const cells: number[] = [];
    let place = 0;
    for (const [held, own] of links) {
      place += 1;
      this.placeOf[held + 1] = place;
      this.starts[place] = cells.length;
      for (const link of own) cells.push(...cellsOf(link, requirements[link.requirement]));
    }
    this.starts[place + 1] = cells.length;
    this.cells = Int32Array.from(cells);
  }

  /** Adds up what the competencies in a slot cover. */
  cover({ held, grades, spans }: Columns, slot: number, into: Tally): void {
    this.turn += 1;
    into.evidenceBp = 0;
    into.verifiedCount = 0;
    into.sharesCompetency = false;
    let unmet = this.musts;
    let wanting = this.shoulds;
    const from = slot * MOST_HELD;
    const to = from + spans[slot];
    for (let at = from; at < to; at += 1) {
      const place = this.placeOf[held[at]];
      if (!place) continue;
      const end = this.starts[place + 1];
      for (let link = this.starts[place]; link < end; link += LEVELS) {
        const lack = this.add(link, grades[at], into);
        if (lack === LACKS_MUST) unmet -= 1;
        else if (lack === LACKS_SHOULD) wanting -= 1;
      }
    }
    into.lack = unmet > 0 ? LACKS_MUST : wanting > 0 ? LACKS_SHOULD : LACKS_NOTHING;
  }

  /** Fills `isMet` for the person covered last. */
  fillMet(into: Tally): void {
    clearTally(into, this.isMet.length);
    this.isMet.forEach((isMet, at) => {
      if (this.person[at] === this.turn) into.isMet[at] = isMet;
    });
  }

  /** Takes one link of a held competency; returns what is lacking no more. */
  private add(link: number, grade: number, into: Tally): number {
    const { best, isMet, isVerified } = this;
    const head = this.cells[link];
    const cell = this.cells[link + levelOf(grade)];
    const at = head >>> 1;
    if (this.person[at] !== this.turn) {
      this.person[at] = this.turn;
      best[at] = 0;
      isMet[at] = 0;
      isVerified[at] = 0;
    }
    const gain = (cell & CONTRIBUTION) - best[at];
    if (gain > 0) {
      best[at] += gain;
      into.evidenceBp += gain;
    }
    if ((cell & EARNS) !== 0 && this.opens[at] === 1) into.sharesCompetency = true;
    if ((head & VERIFIES) !== 0 && (grade & 0xf) >= VERIFIED_EVIDENCE && isVerified[at] === 0) {
      isVerified[at] = 1;
      into.verifiedCount += 1;
    }
    if ((cell & MEETS) === 0 || isMet[at] === 1) return LACKS_NOTHING;
    isMet[at] = 1;
    return this.lackOf[at];
  }
}

function cellsOf(link: RequirementLink, { shareBp, minLevel }: CompiledRequirement): number[] {
  const cells = [(link.requirement << 1) | (link.via <= VIA.IMPLIED ? VERIFIES : 0)];
  for (let level = 1; level < LEVELS; level += 1) {
    const credit = levelCredit(link.strengthBp, level, minLevel);
    const earns = credit > 0 ? EARNS : 0;
    const meets = link.canMeet && level >= minLevel ? MEETS : 0;
    cells.push(floorShare(shareBp, credit) | earns | meets);
  }
  return cells;
}
