import type { FactorLine, Match } from '../../../src/matching/core/explain';
import type { SealedOrder, Statement, StatementLine } from '../../../src/matching/core/statement';

/** The place of a person in an order, as one leaf says it. */
export function stateMatch(
  order: SealedOrder,
  place: { readonly rank: number; readonly tiedWith: number },
  { scoreBp, verdict, factors, eligibility }: Match,
): Statement {
  return {
    ...order,
    rank: place.rank,
    tiedWith: place.tiedWith,
    scoreBp,
    verdict,
    lines: factors.map(toLine),
    checks: eligibility.map(({ check, requirementId, necessity, result }) => [
      check,
      requirementId,
      necessity,
      result,
    ]),
  };
}

function toLine(line: FactorLine): StatementLine {
  const { factor, requirementId, weightBp, fulfilmentBp, via, isUnstated } = line;
  return [factor, requirementId, weightBp, fulfilmentBp, via, isUnstated];
}
