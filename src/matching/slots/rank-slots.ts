import { type AreaRange, rangesOverlap } from '../core/area';
import type { CompiledVacancy } from '../core/compile';
import { checkScope } from '../core/eligibility';
import type { CandidateFacts } from '../core/facts';
import { type Order, OrderBuilder, type Window } from '../core/rank';
import { tallyEligible } from '../core/score';
import { createTally } from '../core/tally';
import { AT, createView, readDistrict, SLOT_WORDS } from './layout';
import { type Block, overflows, type SlotPeople } from './people';
import { SlotScorer } from './slot-scorer';

/**
 * The eligible people of a vacancy in their order: the same as `rankCandidates` over everybody, or over a pool.
 *
 * Cost: O(people at home in the scope + people who named an area of it + people without a home).
 */
export function rankSlots(
  people: SlotPeople,
  vacancy: CompiledVacancy,
  window: Window,
  pool?: ReadonlySet<number>,
): Order<CandidateFacts> {
  const ranking = new SlotRanking(people, vacancy, window);
  if (pool === undefined) ranking.addEverybody();
  else ranking.addPool(pool);
  const { rows, ...totals } = ranking.order.build();
  return {
    ...totals,
    rows: rows.flatMap((row) => {
      const item = people.get(row.item);
      return item === undefined ? [] : [{ ...row, item }];
    }),
  };
}

class SlotRanking {
  readonly order: OrderBuilder<number>;
  private readonly scorer: SlotScorer;
  private readonly counts = createTally();
  private readonly view = createView();

  constructor(
    private readonly people: SlotPeople,
    private readonly vacancy: CompiledVacancy,
    window: Window,
  ) {
    this.order = new OrderBuilder(window);
    this.scorer = new SlotScorer(vacancy);
  }

  addEverybody(): void {
    const { people } = this;
    const { scope } = this.vacancy.facts;
    this.order.consider(people.size);
    let isEverywhere = true;
    for (const block of people.blocks) {
      if (!reaches(scope, block)) {
        isEverywhere = false;
        continue;
      }
      const allInside = isInside(scope, block);
      for (let slot = 0; slot < block.size; slot += 1) {
        if (allInside) this.score(block.words, slot * SLOT_WORDS);
        else this.checkAndScore(block.words, slot * SLOT_WORDS);
      }
    }
    if (!isEverywhere) this.addNamers(scope);
  }

  addPool(pool: ReadonlySet<number>): void {
    for (const person of pool) {
      const at = this.people.locate(person);
      if (at === null) continue;
      this.order.consider();
      this.checkAndScore(this.people.blocks[at.block].words, at.slot * SLOT_WORDS);
    }
  }

  /** Those who named an area of the scope and live where nobody was looked at yet. */
  private addNamers(scope: readonly AreaRange[]): void {
    for (const person of this.people.named.reach(scope)) {
      const at = this.people.locate(person);
      const block = at && this.people.blocks[at.block];
      if (block && !reaches(scope, block)) this.score(block.words, at.slot * SLOT_WORDS);
    }
  }

  private checkAndScore(words: Int32Array, base: number): void {
    const district = readDistrict(words, base);
    const willingAreas = this.people.named.of(words[base + AT.person]);
    if (checkScope(this.vacancy, { district, willingAreas }) !== 'FAIL') this.score(words, base);
  }

  /** Scores somebody who is not outside the scope. */
  private score(words: Int32Array, base: number): void {
    const { vacancy, counts, view, people } = this;
    if (overflows(words, base)) {
      const facts = people.read(words, base);
      if (tallyEligible(vacancy, facts, counts)) {
        this.order.add(counts, vacancy, facts, facts.person, facts.person);
      }
      return;
    }
    counts.scope = 'PASS';
    if (!this.scorer.tally(words, base, view, counts)) return;
    this.order.add(counts, vacancy, view, view.person, view.person);
  }
}

/** Whether somebody in the block may live in the scope, or is not known to live elsewhere. */
export function reaches(scope: readonly AreaRange[], { home }: Block): boolean {
  if (home === null || scope.length === 0) return true;
  return scope.some((range) => rangesOverlap(range, home));
}

/** Whether everybody in the block lives in the scope. */
function isInside(scope: readonly AreaRange[], { home }: Block): boolean {
  if (home === null || scope.length === 0) return true;
  return scope.some((range) => range.from <= home.from && home.to <= range.to);
}
