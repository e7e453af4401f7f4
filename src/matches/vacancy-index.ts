import {
  type AreaNumber,
  type AreaRange,
  areaRange,
  lastDistrict,
  NATION,
  provinceOf,
  regencyOf,
} from '../matching/core/area';
import type { CompiledVacancy } from '../matching/core/compile';
import type { CandidateFacts } from '../matching/core/facts';
import type { MatchPlace } from '../matching/core/place';
import { PersonView } from './reverse/person-view';
import { type Found, Shelf } from './reverse/shelf';

/** A vacancy on whose list somebody stands or would stand. */
export type AffectedVacancy = Found;

/** Where a vacancy stands. */
interface Spot {
  readonly shelf: Shelf;
  readonly slot: number;
}

/**
 * The open vacancies, to be asked on whose lists a changed person belongs.
 *
 * Shape: all are compiled with one taxonomy and one geography; with other ones a new index is filled.
 * Source: docs/adr/0020-promises-to-a-person.md.
 */
export class VacancyIndex {
  /** By the narrowest area that holds the whole scope; another one where one is full. */
  private readonly shelves = new Map<AreaNumber, Shelf[]>();
  /** All once more, for those who do not say where they live: a few long shelves are read faster than many short ones. */
  private readonly everywhere: Shelf[] = [];
  private readonly spots = new Map<string, readonly Spot[]>();
  private readonly view = new PersonView();

  private scoredCount = 0;

  get size(): number {
    return this.spots.size;
  }

  /** How many vacancies were scored since the index was made, to tell how well it leaves out the others. */
  get scored(): number {
    return this.scoredCount;
  }

  /**
   * Takes a vacancy in, instead of what it was; `floor` null = everybody eligible matters.
   *
   * Cost: some 0.2 ms; of the same compiled vacancy, only the floor moves.
   */
  put(vacancyId: string, vacancy: CompiledVacancy, floor: MatchPlace | null): void {
    const known = this.spots.get(vacancyId);
    if (known?.every(({ shelf, slot }) => shelf.holds(slot, vacancy))) {
      for (const { shelf, slot } of known) shelf.setFloor(slot, floor);
      return;
    }
    this.remove(vacancyId);
    const { scope } = vacancy.facts;
    const area = narrowestArea(scope);
    const questions = this.view.register(vacancy);
    const place = (shelves: Shelf[], isWhole: boolean): Spot => {
      const shelf = withRoom(shelves);
      return { shelf, slot: shelf.add({ vacancyId, vacancy, questions, isWhole }, floor) };
    };
    this.spots.set(vacancyId, [
      place(this.shelvesOf(area), isWhole(scope, area)),
      place(this.everywhere, scope.length === 0),
    ]);
  }

  remove(vacancyId: string): void {
    for (const { shelf, slot } of this.spots.get(vacancyId) ?? []) shelf.remove(slot);
    this.spots.delete(vacancyId);
  }

  /**
   * Every vacancy for which the person is eligible and does not stand behind the floor: exactly those that scoring all
   * would give, in no order.
   */
  affectedBy(person: CandidateFacts): AffectedVacancy[] {
    const found: AffectedVacancy[] = [];
    this.view.open(person);
    for (const shelf of this.shelvesFor(person)) {
      this.scoredCount += shelf.find(person, this.view, found);
    }
    return found;
  }

  private shelvesFor(person: CandidateFacts): readonly Shelf[] {
    if (person.district === null) return this.everywhere;
    const reach = [areaRange(person.district), ...person.willingAreas];
    const reached: Shelf[] = [];
    for (const [area, shelves] of this.shelves)
      if (isReached(area, reach)) reached.push(...shelves);
    return reached;
  }

  private shelvesOf(area: AreaNumber): Shelf[] {
    const known = this.shelves.get(area);
    if (known !== undefined) return known;
    const shelves: Shelf[] = [];
    this.shelves.set(area, shelves);
    return shelves;
  }
}

/** The first with a free slot, a new one when there is none. */
function withRoom(shelves: Shelf[]): Shelf {
  const open = shelves.find(({ isFull }) => !isFull);
  if (open !== undefined) return open;
  const shelf = new Shelf();
  shelves.push(shelf);
  return shelf;
}

/** The regency, the province or the nation that holds all ranges; no range means the nation. */
function narrowestArea(scope: readonly AreaRange[]): AreaNumber {
  const ends = scope.flatMap(({ from, to }) => [from, to]);
  for (const wider of [regencyOf, provinceOf]) {
    const areas = new Set(ends.map(wider));
    if (areas.size === 1) return wider(ends[0]);
  }
  return NATION;
}

/** Whether the scope is all of the area, so that whoever may reach the area may reach the vacancy. */
function isWhole(scope: readonly AreaRange[], area: AreaNumber): boolean {
  const { from, to } = areaRange(area);
  return scope.length === 0 || scope.some((range) => range.from === from && range.to === to);
}

/** Whether somebody with a home there, or who would work there, may be in the scope: elsewhere nobody is. */
function isReached(area: AreaNumber, reach: readonly AreaRange[]): boolean {
  const last = lastDistrict(area);
  for (const { from, to } of reach) if (from <= last && area <= to) return true;
  return false;
}
