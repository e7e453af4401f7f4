import type { CompiledVacancy } from '../../matching/core/compile';
import { judge } from '../../matching/core/eligibility';
import { FULL_BP } from '../../matching/core/fixed-point';
import { floorShare } from '../../matching/core/score';
import type { Tally } from '../../matching/core/tally';
import type { PersonView, Questions } from './person-view';
import { resize } from './resize';

/** What decides of most slots whether anybody scores there; side by side, to read little memory. */
const GATE = {
  /** The least evidence that reaches the floor with the most of every part. */
  leastBp: 0,
  occupation: 1,
  occupationShareBp: 2,
  /** The score of the floor; 0 when there is none. */
  floorBp: 3,
} as const;
const GATE_STRIDE = 4;

/** What else makes the score; at the end, part by part, the number of its question and its share. */
const AT = {
  specificityBp: 0,
  /** The shares of all parts together. */
  partsShareBp: 1,
  needsSharedCompetency: 2,
  parts: 3,
} as const;
const STRIDE = 12;
const PARTS_END = AT.parts + 8;

const FIRST_SLOTS = 4;
/** Nobody has so much evidence. */
const NEVER = 2 ** 30;

/** How vacancies, by slot, score what a person at hand answers. */
export class ScoreTable {
  private gates = new Int32Array(FIRST_SLOTS * GATE_STRIDE);
  private cells = new Int32Array(FIRST_SLOTS * STRIDE);

  write(slot: number, vacancy: CompiledVacancy, questions: Questions): void {
    // The distance last: it takes longest to measure, and few get there.
    const parts = [
      [questions.education, vacancy.educationShareBp],
      [questions.availability, vacancy.availabilityShareBp],
      [questions.experience, vacancy.experienceShareBp],
      [questions.distance, vacancy.distanceShareBp],
    ];
    const [gate, from] = [slot * GATE_STRIDE, slot * STRIDE];
    if (from === this.cells.length) {
      this.gates = resize(this.gates, gate * 2);
      this.cells = resize(this.cells, from * 2);
    }
    const { gates, cells } = this;
    gates[gate + GATE.occupation] = questions.occupation;
    gates[gate + GATE.occupationShareBp] = vacancy.occupationShareBp;
    cells[from + AT.specificityBp] = vacancy.specificityBp;
    cells[from + AT.partsShareBp] = parts.reduce((sum, [, shareBp]) => sum + shareBp, 0);
    cells[from + AT.needsSharedCompetency] = Number(vacancy.needsSharedCompetency);
    cells.set(parts.flat(), from + AT.parts);
  }

  setFloor(slot: number, floorBp: number): void {
    const { gates, cells } = this;
    const [gate, from] = [slot * GATE_STRIDE, slot * STRIDE];
    const missingBp = Math.max(0, floorBp - cells[from + AT.partsShareBp]);
    const leastBp = Math.ceil((missingBp * FULL_BP) / cells[from + AT.specificityBp]);
    gates[gate + GATE.floorBp] = floorBp;
    gates[gate + GATE.leastBp] = missingBp === 0 ? 0 : Math.min(NEVER, leastBp);
  }

  /** False only when competencies that earn no more than so much leave the person behind the floor. */
  mayReachFloor(slot: number, promisedBp: number, view: PersonView): boolean {
    const { gates } = this;
    const gate = slot * GATE_STRIDE;
    const shareBp = gates[gate + GATE.occupationShareBp];
    const creditBp = view.creditBp(gates[gate + GATE.occupation]);
    // The same as `promisedBp + floorShare(shareBp, creditBp) < leastBp`, but no division for the many.
    if ((gates[gate + GATE.leastBp] - promisedBp) * FULL_BP > shareBp * creditBp) return false;
    const { cells } = this;
    const from = slot * STRIDE;
    const evidenceBp = promisedBp + floorShare(shareBp, creditBp);
    const floorBp = gates[gate + GATE.floorBp];
    let mostBp =
      floorShare(evidenceBp, cells[from + AT.specificityBp]) + cells[from + AT.partsShareBp];
    const end = from + PARTS_END;
    for (let at = from + AT.parts; at < end && mostBp >= floorBp; at += 2) {
      mostBp += floorShare(cells[at + 1], view.creditBp(cells[at])) - cells[at + 1];
    }
    return mostBp >= floorBp;
  }

  /**
   * Scores and decides once the competencies are added up: what `completeTally` of the core gives, credits left out.
   *
   * True when the person is eligible and has the score of the floor at least.
   */
  complete(slot: number, view: PersonView, into: Tally): boolean {
    const { gates, cells } = this;
    const [gate, from] = [slot * GATE_STRIDE, slot * STRIDE];
    const workBp = view.creditBp(gates[gate + GATE.occupation]);
    into.evidenceBp += floorShare(gates[gate + GATE.occupationShareBp], workBp);
    into.scoreBp = floorShare(into.evidenceBp, cells[from + AT.specificityBp]);
    for (let at = from + AT.parts; at < from + PARTS_END; at += 2) {
      into.scoreBp += floorShare(cells[at + 1], view.creditBp(cells[at]));
      into.lack = Math.max(into.lack, view.lackOf(cells[at]));
    }
    const isApart = cells[from + AT.needsSharedCompetency] === 1 && !into.sharesCompetency;
    into.verdict = isApart ? 'NOT_ELIGIBLE' : judge(into.lack, into.scoreBp);
    return into.verdict !== 'NOT_ELIGIBLE' && into.scoreBp >= gates[gate + GATE.floorBp];
  }
}
