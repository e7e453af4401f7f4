import type { CompiledVacancy, RequirementLink } from '../core/compile';
import { FULL_BP, HALF_BP } from '../core/fixed-point';
import { floorShare } from '../core/score';
import { type Columns, FACT_WORDS, MOST_HELD, MOST_WORKS } from './layout';

/** In a sum of promises: how many open the gate; a bit for an occupation; above, what all can earn at most. */
const GATE_BITS = 5;
const GATE = 2 ** GATE_BITS - 1;
/** The bit of an occupation. */
export const WORKED = 2 ** GATE_BITS;
const BELOW_BITS = GATE_BITS + 1;

/** The occupations that promise most have a promise of their own, all others the next best one. */
const OWN_OCCUPATIONS = 48;

/** What a competency or an occupation promises, in a sum. */
export interface Promised {
  /** 1 + number of the competency or occupation. */
  readonly term: number;
  readonly amount: number;
}

/** Tells which links open the gate: nobody is eligible without one of them. Null when everybody may be. */
export type Gate = ((link: RequirementLink) => boolean) | null;

/**
 * What each competency and each occupation can earn for one vacancy at most, at whatever level and whatever else is
 * there: the sum over all competencies and the best occupation is never less than what they earn.
 */
export class Promises {
  /** What everybody's sum begins with. */
  readonly start: number;
  readonly competencies: readonly Promised[];
  /** The best first, since only the best of a person's counts. */
  readonly occupations: readonly Promised[];
  /** By 1 + competency. */
  readonly amountOf: ReadonlyMap<number, number>;
  /** Amounts by term, once somebody is summed up alone. */
  private tables: { readonly held: Int32Array; readonly worked: Int32Array } | null = null;

  constructor(
    private readonly vacancy: CompiledVacancy,
    gate: Gate,
  ) {
    const { own, othersBp } = promiseOccupations(vacancy);
    this.start = toSum(othersBp) | Number(gate === null);
    this.occupations = own;
    this.competencies = [...vacancy.links].map(([held, links]) => ({
      term: held + 1,
      amount: promiseLinks(vacancy, links) | Number(gate !== null && links.some(gate)),
    }));
    this.amountOf = new Map(this.competencies.map(({ term, amount }) => [term, amount]));
  }

  /** What all that the person in a slot has promises together. Cost: 30 ns. */
  sum({ held, spans, facts }: Columns, slot: number): number {
    this.tables ??= this.tabulate();
    const { tables } = this;
    let sum = this.start;
    const from = slot * MOST_HELD;
    const to = from + spans[slot];
    for (let at = from; at < to; at += 1) sum += tables.held[held[at]];
    const end = (slot + 1) * FACT_WORDS;
    let best = 0;
    for (let at = end - MOST_WORKS; at < end; at += 1) {
      best = Math.max(best, tables.worked[facts[at] >>> 16]);
    }
    return sum + best;
  }

  private tabulate() {
    const { competencyCount, occupationCount } = this.vacancy.taxonomy;
    return {
      held: amountsByTerm(this.competencies, competencyCount),
      worked: amountsByTerm(this.occupations, occupationCount),
    };
  }
}

/** 1 when a sum opens the gate, else 0. */
export const opensGate = (sum: number): number => -(sum & GATE) >>> 31;

/** The most that competencies and occupations with such a sum can earn, before specificity. */
export const mostOf = (sum: number): number => sum >>> BELOW_BITS;

/** The least sum that may stand for so much. */
export const leastSum = (evidenceBp: number): number => (evidenceBp <= 0 ? 0 : toSum(evidenceBp));

const toSum = (evidenceBp: number): number => evidenceBp * 2 ** BELOW_BITS;

/** Shape: 0 for terms that promise nothing, and for no term. */
function amountsByTerm(promised: readonly Promised[], count: number): Int32Array {
  const amounts = new Int32Array(count + 1);
  for (const { term, amount } of promised) amounts[term] = amount;
  return amounts;
}

function promiseLinks(
  { requirements }: CompiledVacancy,
  links: readonly RequirementLink[],
): number {
  let most = 0;
  for (const { requirement, strengthBp } of links) {
    most += floorShare(requirements[requirement].shareBp, strengthBp);
  }
  return toSum(most);
}

function promiseOccupations({ occupationEvidence, occupationShareBp }: CompiledVacancy) {
  if (occupationEvidence === null) {
    return { own: [], othersBp: floorShare(occupationShareBp, HALF_BP) };
  }
  // Ascending, as numbers.
  const others =
    occupationEvidence
      .slice()
      .sort()
      .at(-1 - OWN_OCCUPATIONS) ?? 0;
  const othersBp = floorShare(occupationShareBp, others);
  const own: Promised[] = [];
  occupationEvidence.forEach((evidenceBp, occupation) => {
    if (evidenceBp <= others) return;
    const more = floorShare(occupationShareBp, Math.min(FULL_BP, evidenceBp)) - othersBp;
    own.push({ term: occupation + 1, amount: toSum(more) | WORKED });
  });
  own.sort((a, b) => b.amount - a.amount);
  return { own, othersBp };
}
