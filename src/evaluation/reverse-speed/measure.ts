import { isDeepStrictEqual } from 'node:util';
import { type AffectedVacancy, VacancyIndex } from '../../matches/vacancy-index';
import type { CompiledVacancy } from '../../matching/core/compile';
import type { CandidateFacts } from '../../matching/core/facts';
import { comparePlaces, type MatchPlace, placeOf } from '../../matching/core/place';
import { tallyEligible } from '../../matching/core/score';
import { createTally } from '../../matching/core/tally';
import type { SlotPeople } from '../../matching/slots/people';
import { rankSlots } from '../../matching/slots/rank-slots';
import type { SpeedLine } from '../ranking-speed/lines';
import { memoryInUse } from '../ranking-speed/memory';
import { compileIn, fillSlots, inventWorld } from '../ranking-speed/prepared';
import { benchRows } from '../ranking-speed/taxonomies';
import { mean, percentiles, round, stopwatch } from '../ranking-speed/times';
import { InventedWorld } from '../ranking-speed/world';
import { inventOpenVacancies } from './open-vacancies';

export interface ReverseOptions {
  readonly vacancies: number;
  /** Whose places are the floors of the lists. */
  readonly people: number;
  /** People who change, one after another. */
  readonly changes: number;
  /** Of those, so many are held against scoring every vacancy. */
  readonly compared: number;
}

/** Changes a second and thread at 100,000 open vacancies. Source: the issue of live matches. */
const LEAST_RATE = 1_000;
/** Everybody above this place stands on a list. */
const FLOOR_RANK = 100;
const SEED_OF_CHANGED = 20_261_122;
const WARM_UP = 300;

/** A vacancy as the index and as the comparison know it. */
interface Open {
  readonly id: string;
  readonly vacancy: CompiledVacancy;
  readonly floor: MatchPlace | null;
}

/** How fast the open vacancies are found on whose lists a changed person belongs, and whether they are the right ones. */
export function measureReverse(options: ReverseOptions): SpeedLine {
  const { people, changes, compared } = options;
  const open = inventLists(options);
  const before = memoryInUse();
  const filling = stopwatch();
  const index = new VacancyIndex();
  for (const { id, vacancy, floor } of open) index.put(id, vacancy, floor);
  const fillMs = filling();
  const bytesAVacancy = round((memoryInUse() - before) / Math.max(1, open.length));
  const changed = [...new InventedWorld(benchRows('starter'), SEED_OF_CHANGED).people(changes)];
  for (const person of changed.slice(0, WARM_UP)) index.affectedBy(person);
  const scoredBefore = index.scored;
  let affected = 0;
  const times = changed.map((person) => {
    const watch = stopwatch();
    affected += index.affectedBy(person).length;
    return watch();
  });
  const scored = index.scored - scoredBefore;
  const { rankings, ...spread } = percentiles(times);
  const changesASecond = Math.round(1_000 / mean(times));
  return {
    ...{ vacancies: index.size, people, changes: rankings, changesASecond, ...spread },
    ...{ affected: round(affected / rankings), scored: round(scored / rankings) },
    ...{ bytesAVacancy, fillMs },
    ...compare(index, open, changed.slice(0, compared)),
    ...{ bar: `changesASecond ≥ ${LEAST_RATE}`, isMet: changesASecond >= LEAST_RATE },
  };
}

/** Vacancies with the floors that so many people would give their lists. */
function inventLists({ vacancies, people }: ReverseOptions): Open[] {
  const world = inventWorld({ taxonomy: 'starter', people, vacancies });
  const slots = fillSlots(world, people);
  return inventOpenVacancies(world, vacancies).map((facts) => ({
    id: String(facts.vacancy),
    vacancy: compileIn(world, facts),
    // Of another one, since ranking makes it remember how far thousands of districts are.
    floor: floorOf(slots, compileIn(world, facts)),
  }));
}

function floorOf(people: SlotPeople, vacancy: CompiledVacancy): MatchPlace | null {
  const last = rankSlots(people, vacancy, { first: 1, offset: FLOOR_RANK - 1 }).rows.at(0);
  return last === undefined ? null : (standing(vacancy, last.item)?.place ?? null);
}

function standing(vacancy: CompiledVacancy, person: CandidateFacts, counts = createTally()) {
  if (!tallyEligible(vacancy, person, counts)) return null;
  return { place: placeOf(vacancy, person, counts), verdict: counts.verdict };
}

/** The same by scoring every vacancy: how long that takes, and for how many people it finds something else. */
function compare(index: VacancyIndex, open: readonly Open[], people: readonly CandidateFacts[]) {
  const [own, others]: [number[], number[]] = [[], []];
  let differences = 0;
  for (const person of people) {
    const ownWatch = stopwatch();
    const found = index.affectedBy(person);
    own.push(ownWatch());
    const watch = stopwatch();
    const expected = scoreAll(open, person);
    others.push(watch());
    if (!isDeepStrictEqual(byId(found), byId(expected))) differences += 1;
  }
  return {
    ...{ compared: people.length, differences, scoringAllMs: round(mean(others)) },
    timesFaster: Math.round(mean(others) / mean(own)),
  };
}

function scoreAll(open: readonly Open[], person: CandidateFacts): AffectedVacancy[] {
  const found: AffectedVacancy[] = [];
  const counts = createTally();
  for (const { id, vacancy, floor } of open) {
    const own = standing(vacancy, person, counts);
    if (own === null || (floor !== null && comparePlaces(own.place, floor) > 0)) continue;
    found.push({ vacancyId: id, ...own });
  }
  return found;
}

const byId = (found: readonly AffectedVacancy[]) =>
  new Map(found.map((one) => [one.vacancyId, one]));
