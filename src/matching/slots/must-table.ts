import { type CompiledVacancy, LACKS_MUST } from '../core/compile';
import type { Postings } from './postings';

/** Bits of one number. */
const MOST_MUSTS = 8;

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

  /** Writes 1 for each of `size` slots whose person meets every must, else 0; returns how many meet them. */
  mark(competencies: Postings, into: Uint8Array, size: number): number {
    into.fill(0, 0, size);
    for (const { term, minLevel, bit } of this.meetings) {
      competencies.mark(into, term, minLevel, bit);
    }
    let count = 0;
    for (let slot = 0; slot < size; slot += 1) {
      const isMet = Number(into[slot] === this.all);
      into[slot] = isMet;
      count += isMet;
    }
    return count;
  }
}
