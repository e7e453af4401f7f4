import type { CompiledVacancy } from '../../matching/core/compile';
import type { CandidateFacts } from '../../matching/core/facts';
import { comparePlaces, type MatchPlace, placeOf } from '../../matching/core/place';
import type { Tally } from '../../matching/core/tally';
import { resize } from './resize';

/** What decides whether a place is before the floor. */
const AT = { scoreBp: 0, verified: 1, confirmedMonth: 2, tie: 3, person: 4, tieSalt: 5 } as const;
const STRIDE = 6;
const FIRST_SLOTS = 4;

/** Behind everybody. */
const NO_FLOOR: MatchPlace = { scoreBp: -1, verified: 0, confirmedMonth: 0, tie: 0, person: 0 };

/** The floors of vacancies, by slot, side by side. */
export class FloorTable {
  // A tie has more than 32 bits.
  private cells = new Float64Array(FIRST_SLOTS * STRIDE);

  write(slot: number, { facts }: CompiledVacancy): void {
    const from = slot * STRIDE;
    if (from >= this.cells.length) this.cells = resize(this.cells, from * 2);
    this.cells[from + AT.tieSalt] = facts.tieSalt;
  }

  /** Null = nobody stands behind it. */
  set(slot: number, floor: MatchPlace | null): void {
    const { scoreBp, verified, confirmedMonth, tie, person } = floor ?? NO_FLOOR;
    this.cells.set([scoreBp, verified, confirmedMonth, tie, person], slot * STRIDE);
  }

  /** The place of an eligible pair; null when it is behind the floor. */
  placeAt(slot: number, person: CandidateFacts, counts: Tally): MatchPlace | null {
    const { cells } = this;
    const from = slot * STRIDE;
    const place = placeOf({ facts: { tieSalt: cells[from + AT.tieSalt] } }, person, counts);
    const floor = {
      scoreBp: cells[from + AT.scoreBp],
      verified: cells[from + AT.verified],
      confirmedMonth: cells[from + AT.confirmedMonth],
      tie: cells[from + AT.tie],
      person: cells[from + AT.person],
    };
    return comparePlaces(place, floor) > 0 ? null : place;
  }
}
