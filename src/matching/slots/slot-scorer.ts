import type { CompiledVacancy } from '../core/compile';
import { weighMonths } from '../core/experience';
import { HALF_BP } from '../core/fixed-point';
import { completeTally, mayBeEligible } from '../core/score';
import type { Tally } from '../core/tally';
import { CoverTable } from './cover-table';
import { AT, type Columns, FACT_WORDS, NO_BYTE, NO_HALF, readView, type SlotView } from './layout';

/** Scores slots for one vacancy with the core's own steps, so that the number is the same. */
export class SlotScorer {
  private readonly table: CoverTable;
  private readonly work = { occupation: null as number | null, months: 0 };

  constructor(readonly vacancy: CompiledVacancy) {
    this.table = new CoverTable(vacancy);
  }

  /**
   * Whether the person in a slot is eligible by all but the scope, which `into` holds; only then `view` and the
   * scalars of `into` are complete.
   */
  tally(columns: Columns, slot: number, view: SlotView, into: Tally): boolean {
    this.table.cover(columns, slot, into);
    if (!mayBeEligible(this.vacancy, into)) return false;
    readView(columns, slot, view);
    this.complete(columns, slot, view, into);
    return into.verdict !== 'NOT_ELIGIBLE';
  }

  /** Fills `isMet` for the person tallied last, which `tally` leaves. */
  fillMet(into: Tally): void {
    this.table.fillMet(into);
  }

  private complete({ facts }: Columns, slot: number, view: SlotView, into: Tally): void {
    const { vacancy, work } = this;
    const { occupationEvidence, sameFamily } = vacancy;
    let best = occupationEvidence === null ? HALF_BP : 0;
    let months = 0;
    const from = slot * FACT_WORDS + AT.works;
    const to = from + (facts[slot * FACT_WORDS + AT.counts] & NO_BYTE);
    for (let at = from; at < to; at += 1) {
      const occupation = (facts[at] >>> 16) - 1;
      work.occupation = occupation < 0 ? null : occupation;
      work.months = facts[at] & NO_HALF;
      months += weighMonths(work, sameFamily);
      if (occupationEvidence !== null && occupation >= 0 && occupationEvidence[occupation] > best) {
        best = occupationEvidence[occupation];
      }
    }
    completeTally(vacancy, view, months, best, into);
  }
}
