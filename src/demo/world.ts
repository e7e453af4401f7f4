import { buildDemand, type DemoDemand } from './demand';
import { buildPerson, type DemoPerson, type PeopleSetting } from './person';
import { Weighted } from './random';
import type { DemoOccupation, DemoReference } from './reference';
import { buildVacancy, type DemoVacancy } from './vacancy';
import { commonOccupationIds } from './vocabulary';

export interface DemoSize {
  people: number;
  employers: number;
  vacancies: number;
}

/** The size of the first start. Source: issue of the first stage. */
export const DEFAULT_DEMO_SIZE: DemoSize = { people: 2_000, employers: 120, vacancies: 300 };

/** Of the default world. */
export const DEFAULT_DEMO_SEED = 'palu';

export interface DemoWorld extends DemoDemand {
  size: DemoSize;
  vacancies: DemoVacancy[];
  /** The people from one place to another, made while they are read: a large world fits no memory. */
  people(from: number, to: number): Iterable<DemoPerson>;
}

/**
 * An invented world: the same seed, day and reference data give the same one, and a larger world holds the
 * people of a smaller one.
 */
export function buildDemoWorld(
  reference: DemoReference,
  { seed = DEFAULT_DEMO_SEED, now, ...size }: DemoSize & { seed?: string; now: Date },
): DemoWorld {
  const demand = buildDemand(seed, now, size.employers);
  const vacancySetting = { seed, now, reference, employers: demand.employers };
  const peopleSetting: PeopleSetting = { seed, now, reference, ...rankOccupations(reference) };
  return {
    ...demand,
    size,
    vacancies: Array.from({ length: size.employers === 0 ? 0 : size.vacancies }, (_, index) =>
      buildVacancy(vacancySetting, index),
    ),
    *people(from, to) {
      for (let index = from; index < to; index++) yield buildPerson(peopleSetting, index);
    },
  };
}

/** Zipf's law, flattened at the top: the first occupation has about five times the people of the fortieth. */
function rankOccupations({ occupations }: DemoReference) {
  const rankOf = new Map(commonOccupationIds.map((id, rank) => [id, rank]));
  const rank = ({ id }: DemoOccupation) => rankOf.get(id) ?? commonOccupationIds.length;
  const popular = [...occupations]
    .sort((a, b) => rank(a) - rank(b))
    .map((occupation, place) => [occupation, 1 / (place + 8)] as const);
  return { occupations, popular: new Weighted(popular) };
}
