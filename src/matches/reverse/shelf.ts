import {
  type CompiledVacancy,
  LACKS_MUST,
  type RequirementLink,
} from '../../matching/core/compile';
import { checkScope } from '../../matching/core/eligibility';
import type { CandidateFacts } from '../../matching/core/facts';
import type { MatchPlace } from '../../matching/core/place';
import { floorShare } from '../../matching/core/score';
import { createTally, type Verdict } from '../../matching/core/tally';
import { CoverRows } from './cover-rows';
import { FloorTable } from './floor-table';
import type { PersonView, Questions } from './person-view';
import { MOST_SLOTS, Posting } from './posting';
import { resize } from './resize';
import { ScoreTable } from './score-table';

/** A vacancy of the index. */
export interface Shelved {
  readonly vacancyId: string;
  readonly vacancy: CompiledVacancy;
  readonly questions: Questions;
  /** Whether its scope is all of the shelf's area. */
  readonly isWhole: boolean;
}

/** A vacancy for which somebody is eligible and not behind the floor. */
export interface Found {
  readonly vacancyId: string;
  readonly place: MatchPlace;
  readonly verdict: Verdict;
}

/** What a must weighs in a sum: more than all evidence, and so little that 32 bits hold thousands. */
const MUST = 2 ** 14;
const FIRST_SLOTS = 4;

/**
 * The vacancies whose scope lies in one area.
 *
 * Each has a slot; the lists tell for which slots a competency may count and what it promises: what it earns at most, at
 * whatever level and whatever else is held. So a sum of promises is never less than what somebody's competencies earn.
 */
export class Shelf {
  private readonly items: (Shelved | null)[] = [];
  /** What is read of an item while somebody's vacancies are looked for. */
  private readonly ids: string[] = [];
  private readonly isPart: boolean[] = [];
  private readonly free: number[] = [];
  private readonly postings = new Map<number, Posting>();
  private readonly table = new ScoreTable();
  private readonly covers = new CoverRows();
  private readonly floors = new FloorTable();
  /** What everybody's sum begins with. */
  private starts = new Int32Array(FIRST_SLOTS);
  private sums = new Int32Array(FIRST_SLOTS);
  /** Room for the slots that are looked at closely. */
  private chosen = new Int32Array(FIRST_SLOTS);
  private readonly tally = createTally();

  /** The slot where it stands now; `floor` null = nobody eligible stands behind it. Cost: O(links). */
  add(item: Shelved, floor: MatchPlace | null): number {
    const slot = this.free.pop() ?? this.items.length;
    if (slot === this.sums.length) {
      this.starts = resize(this.starts, slot * 2);
      this.sums = resize(this.sums, slot * 2);
      this.chosen = resize(this.chosen, slot * 2);
    }
    const { vacancy } = item;
    this.items[slot] = item;
    this.ids[slot] = item.vacancyId;
    this.isPart[slot] = !item.isWhole;
    this.starts[slot] = startOf(vacancy);
    this.table.write(slot, vacancy, item.questions);
    this.covers.add(slot, vacancy);
    this.floors.write(slot, vacancy);
    this.setFloor(slot, floor);
    for (const [held, links] of vacancy.links) {
      this.postingOf(held).add(slot, promise(vacancy, links));
    }
    return slot;
  }

  /** Whether another vacancy needs another shelf. */
  get isFull(): boolean {
    return this.free.length === 0 && this.items.length === MOST_SLOTS;
  }

  holds(slot: number, vacancy: CompiledVacancy): boolean {
    return this.itemAt(slot).vacancy === vacancy;
  }

  setFloor(slot: number, floor: MatchPlace | null): void {
    this.floors.set(slot, floor);
    this.table.setFloor(slot, floor === null ? 0 : floor.scoreBp);
  }

  /** Cost: O(links · vacancies for which the same competencies count). */
  remove(slot: number): void {
    for (const held of this.itemAt(slot).vacancy.links.keys()) this.postingOf(held).remove(slot);
    this.covers.remove(slot);
    // Without promises no sum rises above it any more.
    this.starts[slot] = 0;
    this.items[slot] = null;
    this.free.push(slot);
  }

  /**
   * Adds every vacancy for which the person, who is at hand in the view, is eligible and not behind the floor.
   *
   * Shape: how many were scored for that; the person may reach the area.
   *
   * Cost: some 5 ns a vacancy and a promise, half a microsecond for those that the promises leave.
   */
  find(person: CandidateFacts, view: PersonView, into: Found[]): number {
    this.sumUp(person);
    const { table, covers, floors, tally, chosen, ids } = this;
    const count = table.choose(this.sums, this.items.length, view, chosen);
    let scored = 0;
    for (let at = 0; at < count; at += 1) {
      const slot = chosen[at];
      if (this.isPart[slot] && checkScope(this.itemAt(slot).vacancy, person) === 'FAIL') continue;
      scored += 1;
      covers.addUp(slot, view.grades, tally);
      if (!table.complete(slot, view, tally)) continue;
      const place = floors.placeAt(slot, person, tally);
      if (place !== null) into.push({ vacancyId: ids[slot], place, verdict: tally.verdict });
    }
    return scored;
  }

  private sumUp({ competencies }: CandidateFacts): void {
    this.sums.set(this.starts);
    for (const { competency } of competencies) this.postings.get(competency)?.addTo(this.sums);
  }

  private postingOf(held: number): Posting {
    const known = this.postings.get(held);
    if (known !== undefined) return known;
    const posting = new Posting();
    this.postings.set(held, posting);
    return posting;
  }

  private itemAt(slot: number): Shelved {
    const item = this.items[slot];
    if (item === null || item === undefined) throw new RangeError(`No vacancy stands at ${slot}`);
    return item;
  }
}

/** So that a sum is above 0 only with every must and, where that is needed, something shared: nothing promises 0. */
function startOf({ requirements, needsSharedCompetency }: CompiledVacancy): number {
  const musts = requirements.filter(({ lack }) => lack === LACKS_MUST).length;
  return Number(!needsSharedCompetency) - musts * MUST;
}

function promise({ requirements }: CompiledVacancy, links: readonly RequirementLink[]): number {
  let most = 0;
  for (const { requirement, strengthBp, canMeet } of links) {
    const { shareBp, lack } = requirements[requirement];
    most += Math.max(1, floorShare(shareBp, strengthBp));
    if (canMeet && lack === LACKS_MUST) most += MUST;
  }
  return most;
}
