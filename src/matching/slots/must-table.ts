import { type CompiledVacancy, LACKS_MUST } from '../core/compile';
import { MOST_SLOTS } from './block';
import type { Postings } from './postings';

/** Bits of one number. */
const MOST_MUSTS = 8;

/** Which musts are met, by slot of the block at hand: one ranking is made at a time, so all use the same. */
const masks = new Uint8Array(MOST_SLOTS);

/** A competency that meets a must, from a level on. */
interface Meeting {
  /** 1 + number of the competency. */
  readonly term: number;
  readonly minLevel: number;
  readonly bit: number;
}

/** Who has all the competencies that a vacancy needs without exception. */
export class MustTable {
  /** Whether meeting every must is enough to be eligible, as far as competencies go. */
  readonly isEnough: boolean;
  readonly hasAny: boolean;
  private readonly meetings: readonly Meeting[];
  private readonly all: number;

  constructor({ requirements, links, needsSharedCompetency }: CompiledVacancy) {
    const musts = requirements.flatMap(({ lack }, at) => (lack === LACKS_MUST ? [at] : []));
    const asked = musts.slice(0, MOST_MUSTS);
    this.hasAny = musts.length > 0;
    this.isEnough =
      asked.length === musts.length &&
      (!needsSharedCompetency || musts.some((at) => requirements[at].opensEligibility));
    this.all = 2 ** asked.length - 1;
    this.meetings = [...links].flatMap(([held, own]) =>
      own.flatMap(({ requirement, canMeet }) => {
        const at = canMeet ? asked.indexOf(requirement) : -1;
        const { minLevel } = requirements[requirement];
        return at < 0 ? [] : [{ term: held + 1, minLevel, bit: 1 << at }];
      }),
    );
  }

  /** Writes the slots of those who meet every must, ascending; returns how many. Shape: `size` slots. */
  find(competencies: Postings, into: Uint16Array, size: number): number {
    masks.fill(0, 0, size);
    for (const { term, minLevel, bit } of this.meetings) {
      competencies.mark(masks, term, minLevel, bit);
    }
    const { all } = this;
    let count = 0;
    for (let slot = 0; slot < size; slot += 1) {
      into[count] = slot;
      count += Number(masks[slot] === all);
    }
    return count;
  }
}
