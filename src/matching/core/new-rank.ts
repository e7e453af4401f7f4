import type { Counterfactual } from './counterfactual';
import type { Order, RankedRow } from './rank';

/** A counterfactual with the place that it would bring. */
export interface PlacedCounterfactual extends Counterfactual {
  /** Null where the order at hand does not tell it exactly; absent where none is at hand. */
  readonly newRank?: number | null;
}

/** A stretch of an order, in order. */
export interface Stretch extends Pick<Order<unknown>, 'eligible'> {
  /** How many places of the order stand before it. */
  readonly offset: number;
  readonly rows: readonly Pick<RankedRow<unknown>, 'scoreBp' | 'rank'>[];
}

/**
 * The rank in this order with the new score, while everybody else stays as they are: 1 + how many have a higher score.
 *
 * Shape: the person has a lower score now, or no place. Null for whoever would not be eligible, and where those with a
 * higher score are not all in the stretch: nothing is estimated.
 * Ties: the rank of whoever has the same score. Cost: O(rows above the new place).
 */
export function newRankIn(
  { offset, eligible, rows }: Stretch,
  { newScoreBp, newVerdict }: Pick<Counterfactual, 'newScoreBp' | 'newVerdict'>,
): number | null {
  if (newVerdict === 'NOT_ELIGIBLE') return null;
  const at = rows.findIndex(({ scoreBp }) => scoreBp <= newScoreBp);
  if (at < 0) {
    // After an empty stretch nothing is known of those before it.
    const isLast = offset + rows.length === eligible && (rows.length > 0 || offset === 0);
    return isLast ? eligible + 1 : null;
  }
  const { scoreBp, rank } = rows[at];
  // Before the first row there may be more people at or below the new score.
  if (at === 0 && offset > 0 && scoreBp < newScoreBp) return null;
  return rank;
}

/** Each with its rank in the stretch. */
export const placeIn =
  (stretch: Stretch) =>
  (found: readonly Counterfactual[]): PlacedCounterfactual[] =>
    found.map((one) => ({ ...one, newRank: newRankIn(stretch, one) }));
