import type { CompiledVacancy } from '../core/compile';
import { checkScope } from '../core/eligibility';
import { type Simulation, Simulator } from '../core/simulate';
import { createTally } from '../core/tally';
import { AT, createView, readDistrict, SLOT_WORDS } from './layout';
import { overflows, type SlotPeople } from './people';
import { reaches } from './rank-slots';
import { SlotScorer } from './slot-scorer';

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
  const walk = new SimulationWalk(people, new Simulator(before, after, top));
  const { scope } = before.facts;
  for (const block of people.blocks) {
    if (!reaches(scope, block)) continue;
    for (let slot = 0; slot < block.size; slot += 1) walk.add(block.words, slot * SLOT_WORDS);
  }
  for (const person of scope.length > 0 ? people.named.reach(scope) : []) {
    const at = people.locate(person);
    const block = at && people.blocks[at.block];
    if (block && !reaches(scope, block)) walk.add(block.words, at.slot * SLOT_WORDS);
  }
  walk.simulator.consider(people.size);
  return walk.simulator.build();
}

class SimulationWalk {
  private readonly before: SlotScorer;
  private readonly after: SlotScorer;
  private readonly counts = createTally();
  private readonly view = createView();

  constructor(
    private readonly people: SlotPeople,
    readonly simulator: Simulator,
  ) {
    this.before = new SlotScorer(simulator.softened);
    this.after = new SlotScorer(simulator.after);
  }

  add(words: Int32Array, base: number): void {
    const { people, simulator, counts, view } = this;
    if (overflows(words, base)) {
      simulator.add(people.read(words, base));
      return;
    }
    const district = readDistrict(words, base);
    const willingAreas = people.named.of(words[base + AT.person]);
    const scope = checkScope(simulator.softened, { district, willingAreas });
    if (scope === 'FAIL') return;
    counts.scope = scope;
    if (this.before.tally(words, base, view, counts)) {
      this.before.fillMet(counts);
      simulator.addBefore(counts, view);
    }
    if (this.after.tally(words, base, view, counts)) simulator.addAfter(counts, view);
  }
}
