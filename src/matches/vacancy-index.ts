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
import { comparePlaces, type MatchPlace, placeOf } from '../matching/core/place';
import type { Verdict } from '../matching/core/tally';
import { packCover } from './reverse/cover-row';
import { PersonView } from './reverse/person-view';
import { Shelf } from './reverse/shelf';

/** A vacancy on whose list somebody stands or would stand. */
export interface AffectedVacancy {
  readonly vacancyId: string;
  readonly place: MatchPlace;
  readonly verdict: Verdict;
}

/**
 * The open vacancies, to be asked on whose lists a changed person belongs.
 *
 * Shape: all are compiled with one taxonomy and one geography; with other ones a new index is filled.
 * Source: docs/adr/0020-promises-to-a-person.md.
 */
export class VacancyIndex {
  /** By the narrowest area that holds the whole scope. */
  private readonly shelves = new Map<AreaNumber, Shelf>();
  private readonly spots = new Map<string, { readonly shelf: Shelf; readonly slot: number }>();
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
   * Cost: some 50 µs; of the same compiled vacancy, only the floor moves.
   */
  put(vacancyId: string, vacancy: CompiledVacancy, floor: MatchPlace | null): void {
    const spot = this.spots.get(vacancyId);
    if (spot?.shelf.holds(spot.slot, vacancy)) {
      spot.shelf.setFloor(spot.slot, floor);
      return;
    }
    this.remove(vacancyId);
    const { scope } = vacancy.facts;
    const area = narrowestArea(scope);
    const shelf = this.shelfOf(area);
    const slot = shelf.add({
      vacancyId,
      vacancy,
      questions: this.view.register(vacancy),
      cover: packCover(vacancy),
      isWhole: isWhole(scope, area),
      floor,
    });
    this.spots.set(vacancyId, { shelf, slot });
  }

  remove(vacancyId: string): void {
    const spot = this.spots.get(vacancyId);
    spot?.shelf.remove(spot.slot);
    this.spots.delete(vacancyId);
  }

  /**
   * Every vacancy for which the person is eligible and does not stand behind the floor: exactly those that scoring all
   * would give, in no order.
   */
  affectedBy(person: CandidateFacts): AffectedVacancy[] {
    const found: AffectedVacancy[] = [];
    const reach = reachOf(person);
    this.view.open(person);
    for (const [area, shelf] of this.shelves) {
      if (!isReached(area, reach)) continue;
      this.scoredCount += shelf.find(person, this.view, ({ vacancyId, vacancy, floor }, counts) => {
        const place = placeOf(vacancy, person, counts);
        const isBehind = floor !== null && comparePlaces(place, floor) > 0;
        if (!isBehind) found.push({ vacancyId, place, verdict: counts.verdict });
      });
    }
    return found;
  }

  private shelfOf(area: AreaNumber): Shelf {
    const known = this.shelves.get(area);
    if (known !== undefined) return known;
    const shelf = new Shelf();
    this.shelves.set(area, shelf);
    return shelf;
  }
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

/** Where somebody lives, may live or would work: elsewhere every vacancy is out of the question. */
function reachOf({ district, willingAreas }: CandidateFacts): readonly AreaRange[] {
  return [areaRange(district ?? NATION), ...willingAreas];
}

function isReached(area: AreaNumber, reach: readonly AreaRange[]): boolean {
  const last = lastDistrict(area);
  for (const { from, to } of reach) if (from <= last && area <= to) return true;
  return false;
}
