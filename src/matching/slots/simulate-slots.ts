import type { AreaRange } from '../core/area';
import type { CompiledVacancy } from '../core/compile';
import { type Simulation, Simulator } from '../core/simulate';
import { createTally } from '../core/tally';
import type { Block } from './block';
import { createView, OVERFLOWS } from './layout';
import type { SlotPeople } from './people';
import { SlotScorer } from './slot-scorer';
import { isInScope, isInside, type Visitor, walkScope } from './walk-scope';

/**
 * What `Simulator` says of everybody, for two vacancies, also of different scopes.
 *
 * Cost: two scores of whoever lives in one of the scopes or named an area of it; others are not touched.
 */
export function simulateSlots(
  people: SlotPeople,
  before: CompiledVacancy,
  after: CompiledVacancy,
  top: number,
): Simulation {
  const simulator = new Simulator(before, after, top);
  simulator.consider(people.size);
  const scope = unite(before.facts.scope, after.facts.scope);
  walkScope(people, { facts: { scope } }, new SimulationVisitor(people, simulator));
  return simulator.build();
}

class SimulationVisitor implements Visitor {
  private readonly before: SlotScorer;
  private readonly after: SlotScorer;
  private readonly isOneScope: boolean;
  private readonly into = createTally();
  private readonly view = createView();

  constructor(
    private readonly people: SlotPeople,
    private readonly simulator: Simulator,
  ) {
    this.before = new SlotScorer(simulator.softened);
    this.after = new SlotScorer(simulator.after);
    this.isOneScope = isSame(simulator.softened.facts.scope, simulator.after.facts.scope);
    this.into.scope = 'PASS';
  }

  addHome(block: Block): void {
    this.addSome(block, () => true);
  }

  addSome(block: Block, isWanted: (slot: number) => boolean): void {
    const isOfBefore = this.scopeTest(this.before, block);
    const isOfAfter = this.scopeTest(this.after, block);
    for (let slot = 0; slot < block.size; slot += 1) {
      if (isWanted(slot)) this.add(block, slot, isOfBefore, isOfAfter);
    }
  }

  private add(block: Block, slot: number, isOfBefore: SlotTest, isOfAfter: SlotTest): void {
    const { people, simulator, before, after, into, view } = this;
    const { columns } = block;
    if (columns.spans[slot] === OVERFLOWS) {
      simulator.add(people.read(block, slot));
      return;
    }
    if (isOfBefore(slot) && before.tally(columns, slot, view, into)) {
      before.fillMet(into);
      simulator.addBefore(into, view);
    }
    if (isOfAfter(slot) && after.tally(columns, slot, view, into)) simulator.addAfter(into, view);
  }

  /** Tells who, of those in one of the scopes, is in this one. */
  private scopeTest({ vacancy }: SlotScorer, block: Block): SlotTest {
    if (this.isOneScope) return isEvery;
    const { scope } = vacancy.facts;
    // Whoever named an area that a block is of is reached through it, wherever the home is.
    return isInside(scope, block)
      ? isEvery
      : (slot) => isInScope(this.people, vacancy, block, slot);
  }
}

type SlotTest = (slot: number) => boolean;

const isEvery: SlotTest = () => true;

/** No area at all addresses everybody. */
const unite = (one: readonly AreaRange[], other: readonly AreaRange[]): readonly AreaRange[] =>
  one.length === 0 || other.length === 0 ? [] : [...one, ...other];

const isSame = (one: readonly AreaRange[], other: readonly AreaRange[]): boolean =>
  one.length === other.length &&
  one.every(({ from, to }, at) => from === other[at]?.from && to === other[at]?.to);
