import type { PastWork } from '../../matching/core/facts';
import { HALF_BP } from '../../matching/core/fixed-point';
import { resize } from './resize';

const FIRST_ROOM = 64;

/**
 * What somebody's past work earns for each occupation that any vacancy asks for.
 *
 * Shape: for every occupation a row of what it earns for each of those, side by side, made when first needed.
 */
export class WorkCredits {
  /** By number: what the person at hand earns. */
  credits = new Int32Array(FIRST_ROOM);
  /** By number: what each occupation of the taxonomy earns; null where everybody earns half. */
  private readonly evidences: (Uint16Array | null)[] = [];
  private readonly numbers = new Map<number | null, number>();
  private readonly rows = new Map<number, Uint16Array>();

  /** The number of what a vacancy asks. */
  register(occupation: number | null, evidence: Uint16Array | null): number {
    const known = this.numbers.get(occupation);
    if (known !== undefined) return known;
    const number = this.evidences.push(evidence) - 1;
    this.numbers.set(occupation, number);
    if (number === this.credits.length) this.credits = resize(this.credits, number * 2);
    this.rows.clear();
    return number;
  }

  /** Turns to another person. */
  open(experiences: readonly PastWork[]): void {
    const { credits, evidences } = this;
    credits.fill(0);
    for (const { occupation } of experiences) {
      if (occupation === null) continue;
      const row = this.rowOf(occupation);
      for (let at = 0; at < row.length; at += 1) credits[at] = Math.max(credits[at], row[at]);
    }
    const anything = evidences.indexOf(null);
    if (anything >= 0) credits[anything] = HALF_BP;
  }

  private rowOf(occupation: number): Uint16Array {
    const known = this.rows.get(occupation);
    if (known !== undefined) return known;
    const row = Uint16Array.from(this.evidences, (evidence) => evidence?.[occupation] ?? 0);
    this.rows.set(occupation, row);
    return row;
  }
}
