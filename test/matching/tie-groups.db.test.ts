import type { DataSource } from 'typeorm';
import { asActor } from '../../src/database/as-actor';
import { createDataSource } from '../../src/database/data-source';
import { DEFAULT_DEMO_SIZE, seedDemo } from '../../src/demo';
import { type DemoOccupation, readDemoReference } from '../../src/demo/reference';
import { commonOccupationIds } from '../../src/demo/vocabulary';
import { areaRange } from '../../src/matching/core/area';
import { compileVacancy } from '../../src/matching/core/compile';
import type { CandidateFacts, VacancyFacts } from '../../src/matching/core/facts';
import { bandAskedLevel } from '../../src/matching/core/levels';
import { rankCandidates } from '../../src/matching/core/rank';
import { bandedEducationStep } from '../../src/matching/facts/bands';
import { loadCandidates } from '../../src/matching/facts/candidates';
import { type Catalogue, loadCatalogue } from '../../src/matching/facts/catalogue';
import { monthOf } from '../../src/matching/facts/months';
import { patient } from '../support/patience';
import { createTestDatabase, type TestDatabase } from '../support/test-servers';

const now = new Date('2026-11-21T00:00:00Z');
const TITLES = 50;
const LARGEST_SHARE = 0.05;
const CENTRAL_SULAWESI = 720000;
const PALU = 727100;

let database: TestDatabase;
let dataSource: DataSource;
let catalogue: Catalogue;
let people: CandidateFacts[];
let standard: { title: string; facts: VacancyFacts }[];

/** What its occupation usually needs, in Palu, for the people of Central Sulawesi. */
function askFor(occupation: DemoOccupation, vacancy: number) {
  const { competencies, occupations } = catalogue;
  const facts: VacancyFacts = {
    vacancy,
    tieSalt: vacancy,
    scope: [areaRange(CENTRAL_SULAWESI)],
    places: [PALU],
    isRemote: false,
    occupation: occupations.numberOf.get(occupation.id) ?? null,
    requirements: occupation.needs.map(({ competencyId, necessity, level }) => ({
      id: competencyId,
      kind: 'COMPETENCY',
      competency: competencies.numberOf.get(competencyId) ?? 0,
      minLevel: bandAskedLevel(level),
      necessity: necessity === 'ESSENTIAL' ? 'SHOULD' : 'NICE',
      weightBp: 10_000,
    })),
    education: {
      id: 'education',
      necessity: 'SHOULD',
      weightBp: 10_000,
      minimum: bandedEducationStep(occupation.typicalEducation),
    },
    experience: {
      id: 'experience',
      necessity: 'NICE',
      weightBp: 10_000,
      minimum: Math.max(6, occupation.typicalExperienceYears * 12),
    },
    employmentType: 1,
    startMonth: monthOf(now) + 1,
  };
  return { title: occupation.id, facts };
}

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource(database.appUrl, patient).initialize();
  const size = { ...DEFAULT_DEMO_SIZE, employers: 0, vacancies: 0 };
  await seedDemo(dataSource, { environment: 'test', now, size });
  await asActor(dataSource, 'system', async (manager) => {
    catalogue = await loadCatalogue(manager);
    const everybody = await manager.query<{ id: string }[]>('SELECT id FROM candidates');
    const ids = everybody.map(({ id }) => id);
    const found = await loadCandidates(manager, catalogue, monthOf(now), ids);
    people = found.map(({ facts }) => facts);
    const { occupations } = await readDemoReference(manager);
    const known = new Map(occupations.map((occupation) => [occupation.id, occupation]));
    const asked = new Set([...commonOccupationIds, ...known.keys()]);
    standard = [...asked].slice(0, TITLES).flatMap((id, vacancy) => {
      const occupation = known.get(id);
      return occupation === undefined ? [] : [askFor(occupation, vacancy)];
    });
  });
});

afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

describe('a standard vacancy for each of the 50 commonest everyday titles', () => {
  it('ranks the demo people without a tie group above 5 % of the eligible', () => {
    expect(standard).toHaveLength(TITLES);
    const shares = standard.map(({ title, facts }) => {
      const compiled = compileVacancy(facts, catalogue.taxonomy, catalogue.geography);
      const { eligible, rows } = rankCandidates(compiled, people, { first: people.length });
      const largest = Math.max(...rows.map(({ tiedWith }) => tiedWith + 1));
      return { title, eligible, largest, share: largest / eligible };
    });
    const [largest] = [...shares].sort((a, b) => b.share - a.share);
    process.stdout.write(`largest tie group of ${TITLES} titles: ${JSON.stringify(largest)}\n`);
    expect(shares.filter(({ share }) => share > LARGEST_SHARE)).toEqual([]);
    expect(Math.min(...shares.map(({ eligible }) => eligible))).toBeGreaterThan(20);
  });
});
