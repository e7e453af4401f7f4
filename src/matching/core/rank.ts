import type { CompiledVacancy } from './compile';
import type { CandidateFacts } from './facts';
import { FULL_BP, mix } from './fixed-point';
import { comparePlaces, type MatchPlace } from './place';
import { tallyEligible } from './score';
import { createTally, type Tally, type Verdict } from './tally';
import { TopK } from './top-k';

/** Which stretch of the order to return. */
export interface Window {
  readonly first: number;
  readonly offset?: number;
}

/** One eligible pair and its place in the order. */
export interface RankedRow<T> {
  readonly item: T;
  readonly scoreBp: number;
  readonly verdict: Verdict;
  /** 1 + how many have a higher score. */
  readonly rank: number;
  /** How many others have the same score. */
  readonly tiedWith: number;
}

/** A stretch of the order with exact totals over all that was considered. */
export interface Order<T> {
  readonly considered: number;
  readonly eligible: number;
  readonly strong: number;
  readonly possible: number;
  readonly stretch: number;
  readonly rows: readonly RankedRow<T>[];
}

/** An item with its place; `person` is the number of the item, also of a vacancy. */
interface Place<T> extends MatchPlace {
  readonly item: T;
  readonly verdict: Verdict;
}

/**
 * The eligible people of a vacancy in their order.
 *
 * Ties: verified required competencies, then month of confirmation, then a number mixed from both
 * salts (I3); the engine's number decides only between equal mixtures.
 * Cost: O(people), two words a kept row.
 */
export function rankCandidates(
  vacancy: CompiledVacancy,
  candidates: Iterable<CandidateFacts>,
  window: Window,
): Order<CandidateFacts> {
  const order = new OrderBuilder<CandidateFacts>(window);
  const counts = createTally();
  for (const candidate of candidates) {
    order.consider();
    if (tallyEligible(vacancy, candidate, counts)) {
      order.add(counts, vacancy, candidate, candidate, candidate.person);
    }
  }
  return order.build();
}

/** The vacancies that a person is eligible for in their order, by the same number (I8); perhaps only some of them. */
export function rankVacancies(
  candidate: CandidateFacts,
  vacancies: Iterable<CompiledVacancy>,
  window: Window,
  isWanted: (verdict: Verdict) => boolean = () => true,
): Order<CompiledVacancy> {
  const order = new OrderBuilder<CompiledVacancy>(window);
  const counts = createTally();
  for (const vacancy of vacancies) {
    order.consider();
    if (tallyEligible(vacancy, candidate, counts) && isWanted(counts.verdict)) {
      order.add(counts, vacancy, candidate, vacancy, vacancy.facts.vacancy);
    }
  }
  return order.build();
}

/** Makes an order of eligible pairs as they come, with exact totals. */
export class OrderBuilder<T> {
  private readonly offset: number;
  private readonly top: TopK<Place<T>>;
  private readonly peopleAt = new Uint32Array(FULL_BP + 1);
  private strong = 0;
  private possible = 0;
  private stretch = 0;
  private considered = 0;
  private lowestKept = -1;

  constructor(window: Window) {
    this.offset = window.offset ?? 0;
    this.top = new TopK<Place<T>>(this.offset + window.first, comparePlaces);
  }

  consider(count = 1): void {
    this.considered += count;
  }

  /** Takes an eligible pair; of the candidate only what breaks ties. */
  add(
    counts: Tally,
    vacancy: CompiledVacancy,
    candidate: Pick<CandidateFacts, 'tieSalt' | 'confirmedMonth'>,
    item: T,
    number: number,
  ): void {
    const { scoreBp, verdict } = counts;
    if (verdict === 'STRONG') this.strong += 1;
    else if (verdict === 'POSSIBLE') this.possible += 1;
    else this.stretch += 1;
    this.peopleAt[scoreBp] += 1;
    if (scoreBp < this.lowestKept) return;
    this.top.add({
      item,
      scoreBp,
      verdict,
      verified: counts.verifiedCount,
      confirmedMonth: candidate.confirmedMonth,
      tie: mix(candidate.tieSalt, vacancy.facts.tieSalt),
      person: number,
    });
    this.lowestKept = this.top.last?.scoreBp ?? -1;
  }

  /** Takes eligible pairs of which it is known that they are below the last kept place and below POSSIBLE. */
  addBelow(count: number): void {
    this.stretch += count;
  }

  /** The score of the last kept place; -1 while there is room. */
  get lowestKeptBp(): number {
    return this.lowestKept;
  }

  build(): Order<T> {
    const { strong, possible, stretch } = this;
    const eligible = strong + possible + stretch;
    let above = 0;
    let next = FULL_BP;
    const rows = this.top
      .sorted()
      .slice(this.offset)
      .map(({ item, scoreBp, verdict }) => {
        // The scores fall from row to row: each is counted once.
        for (; next > scoreBp; next -= 1) above += this.peopleAt[next];
        const tiedWith = this.peopleAt[scoreBp] - 1;
        return { item, scoreBp, verdict, rank: above + 1, tiedWith };
      });
    return { considered: this.considered, eligible, strong, possible, stretch, rows };
  }
}
