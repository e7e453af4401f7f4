import type { CompiledVacancy } from '../core/compile';
import { type Simulation, Simulator } from '../core/simulate';
import { createTally } from '../core/tally';
import type { Block } from './block';
import { createView, OVERFLOWS } from './layout';
import type { SlotPeople } from './people';
import { SlotScorer } from './slot-scorer';
import { type Visitor, walkScope } from './walk-scope';

/**
 * What `Simulator` says of everybody, for two vacancies of one scope.
 *
 * Cost: two scores of whoever lives in the scope or named an area of it; others are not touched.
 */
export function simulateSlots(
  people: SlotPeople,
  before: CompiledVacancy,
  after: CompiledVacancy,
  top: number,
): Simulation {
  const simulator = new Simulator(before, after, top);
  simulator.consider(people.size);
  walkScope(people, before, new SimulationVisitor(people, simulator));
  return simulator.build();
}

class SimulationVisitor implements Visitor {
  private readonly before: SlotScorer;
  private readonly after: SlotScorer;
  private readonly into = createTally();
  private readonly view = createView();

  constructor(
    private readonly people: SlotPeople,
    private readonly simulator: Simulator,
  ) {
    this.before = new SlotScorer(simulator.softened);
    this.after = new SlotScorer(simulator.after);
    this.into.scope = 'PASS';
  }

  addHome(block: Block): void {
    for (let slot = 0; slot < block.size; slot += 1) this.add(block, slot);
  }

  addSome(block: Block, isWanted: (slot: number) => boolean): void {
    for (let slot = 0; slot < block.size; slot += 1) if (isWanted(slot)) this.add(block, slot);
  }

  private add(block: Block, slot: number): void {
    const { people, simulator, before, after, into, view } = this;
    const { columns } = block;
    if (columns.spans[slot] === OVERFLOWS) {
      simulator.add(people.read(block, slot));
      return;
    }
    if (before.tally(columns, slot, view, into)) {
      before.fillMet(into);
      simulator.addBefore(into, view);
    }
    if (after.tally(columns, slot, view, into)) simulator.addAfter(into, view);
  }
}
