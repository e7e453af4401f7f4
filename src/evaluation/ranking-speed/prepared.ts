import { type CompiledVacancy, compileVacancy } from '../../matching/core/compile';
import type { CandidateFacts, VacancyFacts } from '../../matching/core/facts';
import type { Order } from '../../matching/core/rank';
import { SlotPeople } from '../../matching/slots/people';
import type { SpeedLine } from './lines';
import { benchRows, type TaxonomyName } from './taxonomies';
import { InventedWorld, REACHES, type Reach } from './world';

export interface WorldSize {
  readonly taxonomy: TaxonomyName;
  readonly people: number;
  /** Vacancies for each reach. */
  readonly vacancies: number;
}

/** What every engine ranks. */
export interface Prepared {
  readonly size: WorldSize;
  readonly world: InventedWorld;
  readonly people: SlotPeople;
  readonly vacancies: Readonly<Record<Reach, readonly VacancyFacts[]>>;
}

/** Places that a ranking returns. */
export const FIRST = 50;
const SEED = 20_261_121;

export const inventWorld = ({ taxonomy }: WorldSize) =>
  new InventedWorld(benchRows(taxonomy), SEED);

/** Fills the slots, and works out what rankings ask of them. */
export function fillSlots(world: InventedWorld, count: number): SlotPeople {
  const people = new SlotPeople();
  for (const facts of world.people(count)) people.put(facts);
  people.settle();
  return people;
}

export function prepare(size: WorldSize, world: InventedWorld, people: SlotPeople): Prepared {
  const [regency, province, nation] = REACHES.map((reach) =>
    world.vacancies(size.vacancies, reach),
  );
  return { size, world, people, vacancies: { regency, province, nation } };
}

export const compileIn = ({ taxonomy, geography }: InventedWorld, facts: VacancyFacts) =>
  compileVacancy(facts, taxonomy, geography);

/** An order without the facts of its people, to be compared with that of another engine. */
export function outline({ rows, ...totals }: Order<CandidateFacts>) {
  return {
    ...totals,
    rows: rows.map(({ item, scoreBp, verdict, rank, tiedWith }) => ({
      ...{ person: item.person, scoreBp, verdict, rank, tiedWith },
    })),
  };
}

export type Outline = ReturnType<typeof outline>;

/** A way to rank, timed beside others. */
export interface TimedEngine {
  rank(vacancy: CompiledVacancy): Promise<Outline>;
  /** What else is worth knowing of the rankings since it was asked before. */
  takeNotes?(): SpeedLine;
}
