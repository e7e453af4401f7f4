import type { CompiledVacancy } from '../../matching/core/compile';
import { judge } from '../../matching/core/eligibility';
import { FULL_BP } from '../../matching/core/fixed-point';
import { floorShare } from '../../matching/core/score';
import type { Tally } from '../../matching/core/tally';
import type { PersonView, Questions } from './person-view';
import { resize } from './resize';

/** What decides of most slots whether anybody scores there: small numbers, side by side, to read little memory. */
const GATE = {
  /** The least evidence that reaches the floor with the most of every part, or the greatest number that fits. */
  leastBp: 0,
  /** Number among what is asked of past work. */
  occupation: 1,
  occupationShareBp: 2,
} as const;
const GATE_STRIDE = 3;
const MOST_GATE = 2 ** 16 - 1;

/** What else makes the score; at the end, part by part, the number of its question and its share. */
const AT = {
  /** The score of the floor; 0 when there is none. */
  floorBp: 0,
  specificityBp: 1,
  /** The shares of all parts together. */
  partsShareBp: 2,
  needsSharedCompetency: 3,
  parts: 4,
} as const;
const STRIDE = 12;

const FIRST_SLOTS = 4;
/** Instead of dividing. */
const PER_FULL = 1 / FULL_BP;
/** More than floating point numbers of this size are ever off. */
const ROUNDING_BP = 1e-3;

/** How vacancies, by slot, score what a person at hand answers. */
export class ScoreTable {
  private gates = new Uint16Array(FIRST_SLOTS * GATE_STRIDE);
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
    cells[from + AT.floorBp] = floorBp;
    gates[gate + GATE.leastBp] = missingBp === 0 ? 0 : Math.min(MOST_GATE, leastBp);
  }

  /**
   * Chooses the slots that a person may reach whose competencies earn no more than the sums: none is missing.
   *
   * Shape: a sum above 0 for every slot that may be reached; the chosen are put into `into` from its beginning.
   * Returns: how many there are.
   * Cost: some 5 ns a slot, since one comparison leaves out nearly all.
   */
  choose(sums: Int32Array, end: number, view: PersonView, into: Int32Array): number {
    const { gates } = this;
    const { works } = view;
    let count = 0;
    for (let slot = 0, gate = 0; slot < end; slot += 1, gate += GATE_STRIDE) {
      const workBp = works[gates[gate + GATE.occupation]];
      // `sum + floorShare(shareBp, workBp) < leastBp`, but no division for the many.
      const missing = (gates[gate + GATE.leastBp] - sums[slot]) * FULL_BP;
      if (missing > gates[gate + GATE.occupationShareBp] * workBp) continue;
      if (sums[slot] <= 0 || !this.mayReachFloor(slot, sums[slot], workBp, view)) continue;
      into[count] = slot;
      count += 1;
    }
    return count;
  }

  /** Whether so much evidence is enough with what the other parts earn, not rounded down anywhere. */
  private mayReachFloor(slot: number, sumBp: number, workBp: number, view: PersonView): boolean {
    const { gates, cells } = this;
    const [gate, from] = [slot * GATE_STRIDE, slot * STRIDE];
    const leastBp = cells[from + AT.floorBp] - ROUNDING_BP;
    const evidence = sumBp * FULL_BP + gates[gate + GATE.occupationShareBp] * workBp;
    let mostBp =
      evidence * cells[from + AT.specificityBp] * PER_FULL * PER_FULL +
      cells[from + AT.partsShareBp];
    const end = from + STRIDE;
    for (let at = from + AT.parts; at < end && mostBp >= leastBp; at += 2) {
      mostBp -= cells[at + 1] * (FULL_BP - view.creditBp(cells[at])) * PER_FULL;
    }
    return mostBp >= leastBp;
  }

  /**
   * Scores and decides once the competencies are added up: what `completeTally` of the core gives, credits left out.
   *
   * True when the person is eligible and has the score of the floor at least.
   */
  complete(slot: number, view: PersonView, into: Tally): boolean {
    const { gates, cells } = this;
    const [gate, from] = [slot * GATE_STRIDE, slot * STRIDE];
    const workBp = view.works[gates[gate + GATE.occupation]];
    into.evidenceBp += floorShare(gates[gate + GATE.occupationShareBp], workBp);
    into.scoreBp = floorShare(into.evidenceBp, cells[from + AT.specificityBp]);
    for (let at = from + AT.parts; at < from + STRIDE; at += 2) {
      into.scoreBp += floorShare(cells[at + 1], view.creditBp(cells[at]));
      into.lack = Math.max(into.lack, view.lackOf(cells[at]));
    }
    const isApart = cells[from + AT.needsSharedCompetency] === 1 && !into.sharesCompetency;
    into.verdict = isApart ? 'NOT_ELIGIBLE' : judge(into.lack, into.scoreBp);
    return into.verdict !== 'NOT_ELIGIBLE' && into.scoreBp >= cells[from + AT.floorBp];
  }
}
