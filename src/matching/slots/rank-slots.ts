import type { CompiledVacancy } from '../core/compile';
import type { CandidateFacts } from '../core/facts';
import { type Order, OrderBuilder, type Window } from '../core/rank';
import { FloorScorer } from './floor-scorer';
import type { SlotPeople } from './people';
import { isInScope, walkScope } from './walk-scope';

/**
 * The eligible people of a vacancy in their order: the same as `rankCandidates` over everybody, or over a pool.
 *
 * Cost: O(people in the scope), or O(pool).
 */
export function rankSlots(
  people: SlotPeople,
  vacancy: CompiledVacancy,
  window: Window,
  pool?: ReadonlySet<number>,
): Order<CandidateFacts> {
  const order = new OrderBuilder<number>(window);
  const scorer = new FloorScorer(people, vacancy, order);
  if (pool === undefined) {
    order.consider(people.size);
    walkScope(people, vacancy, scorer);
    scorer.finish();
  } else {
    for (const person of pool) {
      const at = people.locate(person);
      if (at === null) continue;
      order.consider();
      const block = people.blocks[at.block];
      if (isInScope(people, vacancy, block, at.slot)) scorer.addOne(block, at.slot);
    }
  }
  const { rows, ...totals } = order.build();
  return {
    ...totals,
    rows: rows.flatMap((row) => {
      const item = people.get(row.item);
      return item === undefined ? [] : [{ ...row, item }];
    }),
  };
}
