import type { CompiledVacancy, RequirementLink } from '../core/compile';
import { weighMonths } from '../core/experience';
import { HALF_BP } from '../core/fixed-point';
import { completeTally, coverWith, mayBeEligible, sumCover } from '../core/score';
import { clearTally, type Tally } from '../core/tally';
import { AT, readView, type SlotView } from './layout';

const NO_LINKS: readonly RequirementLink[] = [];

/** Scores slots for one vacancy with the core's own steps, so that the number is the same. */
export class SlotScorer {
  /** By competency: the place in `links`, 0 = it covers nothing. */
  private readonly linksAt: Uint16Array;
  private readonly links: (readonly RequirementLink[])[] = [NO_LINKS];
  private readonly work = { occupation: null as number | null, months: 0 };

  constructor(readonly vacancy: CompiledVacancy) {
    this.linksAt = new Uint16Array(vacancy.taxonomy.competencyCount);
    for (const [held, links] of vacancy.links) {
      this.linksAt[held] = this.links.push(links) - 1;
    }
  }

  /**
   * Whether the person in the slot at `base` is eligible by all but the scope, which `into` holds; only then `into`
   * and `view` are complete.
   */
  tally(words: Int32Array, base: number, view: SlotView, into: Tally): boolean {
    const { vacancy } = this;
    if (!this.cover(words, base, into) && vacancy.needsSharedCompetency) return false;
    sumCover(vacancy.requirements, into);
    if (!mayBeEligible(vacancy, into)) return false;
    readView(words, base, view);
    this.complete(words, base, view, into);
    return into.verdict !== 'NOT_ELIGIBLE';
  }

  /** False when nothing held covers anything; then `into` is empty, for a vacancy that needs no competency. */
  private cover(words: Int32Array, base: number, into: Tally): boolean {
    const { linksAt, links, vacancy } = this;
    const { requirements, needsSharedCompetency } = vacancy;
    let isCovered = false;
    const from = base + AT.skills;
    const to = from + ((words[base + AT.counts] >>> 8) & 0xff);
    for (let at = from; at < to; at += 1) {
      const word = words[at];
      const link = linksAt[word >>> 8];
      if (!link) continue;
      if (!isCovered) clearTally(into, requirements.length);
      isCovered = true;
      coverWith(links[link], (word >>> 4) & 0xf, word & 0xf, requirements, into);
    }
    if (!isCovered && !needsSharedCompetency) clearTally(into, requirements.length);
    return isCovered;
  }

  private complete(words: Int32Array, base: number, view: SlotView, into: Tally): void {
    const { vacancy, work } = this;
    const { occupationEvidence, sameFamily } = vacancy;
    let best = occupationEvidence === null ? HALF_BP : 0;
    let months = 0;
    const from = base + AT.works;
    const to = from + (words[base + AT.counts] & 0xff);
    for (let at = from; at < to; at += 1) {
      const occupation = (words[at] >>> 16) - 1;
      work.occupation = occupation < 0 ? null : occupation;
      work.months = words[at] & 0xffff;
      months += weighMonths(work, sameFamily);
      if (occupationEvidence !== null && occupation >= 0 && occupationEvidence[occupation] > best) {
        best = occupationEvidence[occupation];
      }
    }
    completeTally(vacancy, view, months, best, into);
  }
}
