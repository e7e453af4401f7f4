import fc from 'fast-check';
import type { DataSource, EntityManager } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { insertRows } from '../../src/database/insert-rows';
import { VacancyRegion } from '../../src/entities';
import { Draws } from '../../src/evaluation/ranking-speed/draws';
import { presentCard } from '../../src/matching/card';
import { regencyOf } from '../../src/matching/core/area';
import { compileVacancy } from '../../src/matching/core/compile';
import { bandDistance } from '../../src/matching/core/distance';
import { explain } from '../../src/matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../src/matching/core/facts';
import { Geography } from '../../src/matching/core/geography';
import { areaNumber } from '../../src/matching/facts/area-codes';
import { loadCandidates } from '../../src/matching/facts/candidates';
import { type Catalogue, loadCatalogue } from '../../src/matching/facts/catalogue';
import { monthOf } from '../../src/matching/facts/months';
import { loadVacancies } from '../../src/matching/facts/vacancies';
import {
  choosePlaces,
  MEASURED_PLACES,
  notePlaces,
} from '../../src/services/vacancies/measured-places';
import { aCandidate, anEmployer, aVacancy, holds } from '../builders';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const QUERIES = 10_000;
/** So many vacancies of the organisation are moved at once, again and again. */
const VACANCIES = 500;
const MINUTE_MS = 60_000;
const now = new Date('2026-11-21T00:00:00Z');

/** Every district of Palu and of Sigi around it. */
const districts = [
  ...Array.from({ length: 8 }, (_, at) => `72.71.0${at + 1}`),
  ...Array.from({ length: 15 }, (_, at) => `72.10.${String(at + 1).padStart(2, '0')}`),
];

/** Their middles on a grid of 8 km, so that whoever may ask from each of them tells each from all others. */
const PITCH_DEGREES = 0.072;
const geography = new Geography([
  ...districts.map((code, at) => ({
    area: areaNumber(code),
    latitude: -1 + PITCH_DEGREES * (at % 5),
    longitude: 119.8 + PITCH_DEGREES * Math.floor(at / 5),
  })),
  { area: 727100, latitude: -0.84, longitude: 119.91 },
  { area: 721000, latitude: -1.41, longitude: 119.97 },
  { area: 720000, latitude: -1.4, longitude: 121.4 },
]);

let database: TestDatabase;
let dataSource: DataSource;
let catalogue: Catalogue;

const asSystem = <T>(work: (manager: EntityManager) => Promise<T>) =>
  asActor(dataSource, 'system', work);

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  catalogue = { ...(await loadCatalogue(dataSource.manager)), geography };
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** One person in each district, alike in everything else. */
const addNeighbours = (): Promise<CandidateFacts[]> =>
  asSystem(async (manager) => {
    const ids: string[] = [];
    for (const regionCode of districts) {
      const competencies = [holds('patroli')];
      ids.push((await aCandidate(manager, { regionCode, competencies, tieSalt: '1' })).id);
    }
    return (await loadCandidates(manager, catalogue, monthOf(now), ids)).map(({ facts }) => facts);
  });

/** The first places are districts, one at a time; then anything. */
function drawPlaces(draws: Draws, first: readonly string[], query: number): string[] {
  const alone = first[query];
  if (alone !== undefined) return [alone];
  const all = [...districts, '72.71.01.1004', '72.71', '72.10', '72', 'ID', ...first];
  const pick = () => all[draws.below(all.length)] ?? 'ID';
  return [...new Set(draws.chance(0.3) ? [pick(), pick()] : [pick()])];
}

/** What the employer is told of each person about such a vacancy. */
function tell(vacancy: VacancyFacts, people: readonly CandidateFacts[]): string[] {
  const compiled = compileVacancy(vacancy, catalogue.taxonomy, geography);
  return people.map((facts) => {
    const match = explain(compiled, facts);
    const card = presentCard('', { facts, match }, vacancy, catalogue.taxonomy);
    return JSON.stringify({ match, card });
  });
}

/** Gathers, for each person, what was told over all questions. */
class Transcripts {
  private readonly told = new Map<string, string[]>();

  constructor(private readonly people: readonly CandidateFacts[]) {}

  add(vacancy: VacancyFacts): void {
    const key = JSON.stringify(vacancy);
    if (!this.told.has(key)) this.told.set(key, tell(vacancy, this.people));
  }

  /** Numbers of groups of people who were told apart by nothing. */
  groups(): number[] {
    return groupBy(this.people.map((_, at) => [...this.told.values()].map((told) => told[at])));
  }
}

function groupBy(keys: readonly unknown[]): number[] {
  const texts = keys.map((key) => JSON.stringify(key));
  return texts.map((text) => texts.indexOf(text));
}

const addVacancies = (): Promise<string[]> =>
  asSystem(async (manager) => {
    const { id: employerId } = await anEmployer(manager);
    const ids: string[] = [];
    while (ids.length < VACANCIES) {
      ids.push((await aVacancy(manager, { employerId, regionCodes: [] })).id);
    }
    return ids;
  });

/** Moves each vacancy; their facts, which differ in places and resolution alone. */
async function move(
  manager: EntityManager,
  ids: readonly string[],
  places: readonly (readonly string[])[],
  at: Date,
): Promise<VacancyFacts[]> {
  await notePlaces(manager, ids, at);
  await manager.query('DELETE FROM vacancy_regions WHERE vacancy_id = ANY($1::uuid[])', [ids]);
  const rows = ids.flatMap((vacancyId, place) =>
    (places[place] ?? []).map((regionCode) => ({ vacancyId, regionCode })),
  );
  await insertRows(manager, VacancyRegion, rows);
  await choosePlaces(manager, ids, at);
  const loaded = await loadVacancies(manager, catalogue, ids);
  return loaded.map(({ facts }) => ({ ...facts, vacancy: 1, tieSalt: 1 }));
}

async function attack(draws: Draws, people: readonly CandidateFacts[]) {
  const first: string[] = [];
  while (first.length < MEASURED_PLACES) {
    const place = districts[draws.below(districts.length)] ?? '';
    if (!first.includes(place)) first.push(place);
  }
  const [bounded, unbounded] = [new Transcripts(people), new Transcripts(people)];
  const vacancyIds = await addVacancies();
  for (let from = 0; from < QUERIES; from += VACANCIES) {
    const places = vacancyIds.map((_, at) => drawPlaces(draws, first, from + at));
    const at = new Date(now.getTime() + from * MINUTE_MS);
    for (const facts of await asSystem((manager) => move(manager, vacancyIds, places, at))) {
      const { measuresRegencies: _, ...unbound } = facts;
      bounded.add(facts);
      unbounded.add(unbound);
    }
  }
  const bands = people.map(({ district }) => [
    regencyOf(district ?? 0),
    ...first.map((place) => bandDistance([areaNumber(place)], district ?? 0, geography)),
  ]);
  return {
    bounded: bounded.groups(),
    unbounded: unbounded.groups(),
    sameBands: groupBy(bands),
  };
}

describe('an attacker who moves the place of work', () => {
  test(`learns in ${QUERIES} questions the regency and the bands from ${MEASURED_PLACES} places; without the bound, every district`, async () => {
    const people = await addNeighbours();
    const property = fc.asyncProperty(fc.nat(), async (seed) => {
      const { bounded, unbounded, sameBands } = await attack(new Draws(seed), people);
      expect(bounded).toEqual(sameBands);
      expect(new Set(bounded).size).toBeLessThan(districts.length);
      expect(new Set(unbounded).size).toBe(districts.length);
    });
    await fc.assert(property, { numRuns: 1, endOnFailure: true });
  }, 180_000);
});
