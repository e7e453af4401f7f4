import fc from 'fast-check';
import { areaRange } from '../../../src/matching/core/area';
import type {
  CandidateFacts,
  CompetencyRequirement,
  Threshold,
  VacancyFacts,
} from '../../../src/matching/core/facts';
import type { Centroid } from '../../../src/matching/core/geography';
import type { CompetencyKind, TaxonomyRows } from '../../../src/matching/core/taxonomy-rows';

/** Everything that a ranking depends on, small and random. */
export interface World {
  readonly rows: TaxonomyRows;
  readonly centroids: readonly Centroid[];
  readonly vacancies: readonly VacancyFacts[];
  readonly candidates: readonly CandidateFacts[];
}

const COMPETENCIES = 12;
const OCCUPATIONS = 6;
const KINDS: CompetencyKind[] = ['SKILL', 'SKILL', 'TOOL', 'KNOWLEDGE', 'ATTITUDE', 'LICENCE'];
const AREAS = [727101, 727102, 727100, 720801, 720800, 720000, 317101, 310000, 0];

const competency = fc.nat({ max: COMPETENCIES - 1 });
const occupation = fc.nat({ max: OCCUPATIONS - 1 });
const necessity = fc.constantFrom('MUST' as const, 'SHOULD' as const, 'NICE' as const);
const weightBp = fc.constantFrom(5_000, 10_000, 10_000, 20_000);
/** Also all ordinary, stated or not. */
const partWeights = fc.option(
  fc.record({
    competency: fc.integer({ min: 5_000, max: 20_000 }),
    experience: weightBp,
    distance: weightBp,
    education: weightBp,
    availability: weightBp,
  }),
  { nil: undefined },
);
/** As the database gives them, and here and there a large one: the room that it takes is most of a run. */
const person = fc.oneof(
  { arbitrary: fc.nat({ max: 5_000 }), weight: 499 },
  { arbitrary: fc.nat({ max: 1_000_000 }), weight: 1 },
);
const salt = fc.nat({ max: 0xffffffff });
const month = fc.integer({ min: 24_300, max: 24_330 });
const words = fc.constantFrom('juru', 'las', 'listrik', 'masak', 'kasir', 'kepala', 'toko');

export const taxonomyRows: fc.Arbitrary<TaxonomyRows> = fc.record({
  version: fc.constant(1),
  competencies: fc.array(fc.record({ kind: fc.constantFrom(...KINDS), label: words }), {
    minLength: COMPETENCIES,
    maxLength: COMPETENCIES,
  }),
  implies: fc
    .array(fc.tuple(competency, competency), { maxLength: 8 })
    .map((pairs) =>
      pairs
        .filter(([a, b]) => a !== b)
        .map(([a, b]) => ({ from: Math.max(a, b), to: Math.min(a, b) })),
    ),
  substitutes: fc
    .array(
      fc.record({
        from: competency,
        to: competency,
        strengthBp: fc.integer({ min: 1, max: 10_000 }),
      }),
      { maxLength: 8 },
    )
    .map((all) => all.filter(({ from, to }) => from !== to)),
  similar: fc
    .array(
      fc.record({
        a: competency,
        b: competency,
        similarityBp: fc.integer({ min: 3_000, max: 9_999 }),
      }),
      { maxLength: 10 },
    )
    .map((all) => all.filter(({ a, b }) => a < b)),
  occupations: fc.array(
    fc.record({
      code: fc.constantFrom('5132', '5131', '5120', '7212', '2310'),
      label: fc.array(words, { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
    }),
    { minLength: OCCUPATIONS, maxLength: OCCUPATIONS },
  ),
  demands: fc.uniqueArray(fc.record({ occupation, competency, isEssential: fc.boolean() }), {
    minLength: 6,
    maxLength: 30,
    selector: (d) => d.occupation * COMPETENCIES + d.competency,
  }),
});

export const candidateFacts: fc.Arbitrary<CandidateFacts> = fc.record({
  person,
  tieSalt: salt,
  district: fc.option(fc.constantFrom(...AREAS.slice(0, 8))),
  willingAreas: fc.array(fc.constantFrom(...AREAS).map(areaRange), { maxLength: 2 }),
  competencies: fc.uniqueArray(
    fc.record({
      competency,
      level: fc.integer({ min: 1, max: 5 }),
      evidence: fc.integer({ min: 0, max: 4 }),
    }),
    { maxLength: 6, selector: (held) => held.competency },
  ),
  experiences: fc.array(
    fc.record({ occupation: fc.option(occupation), months: fc.nat({ max: 150 }) }),
    { maxLength: 3 },
  ),
  education: fc.option(fc.integer({ min: 0, max: 10 })),
  employmentTypes: fc.option(fc.integer({ min: 1, max: 63 })),
  availableFromMonth: fc.option(month),
  confirmedMonth: month,
});

const threshold = (minimum: fc.Arbitrary<number>): fc.Arbitrary<Threshold | null> =>
  fc.option(fc.record({ id: fc.uuid(), necessity, weightBp, minimum }));

const requirement: fc.Arbitrary<CompetencyRequirement> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('COMPETENCY' as const, 'LANGUAGE' as const, 'LICENCE' as const),
  competency,
  minLevel: fc.integer({ min: 1, max: 5 }),
  necessity: fc.constantFrom('MUST', 'SHOULD', 'SHOULD', 'NICE'),
  weightBp,
});

export const vacancyFacts: fc.Arbitrary<VacancyFacts> = fc
  .record({
    vacancy: fc.nat({ max: 1_000_000 }),
    tieSalt: salt,
    places: fc.array(fc.constantFrom(...AREAS), { minLength: 1, maxLength: 2 }),
    isRemote: fc.boolean(),
    measuresRegencies: fc.constantFrom(undefined, undefined, true as const),
    occupation: fc.option(occupation),
    requirements: fc.uniqueArray(requirement, { maxLength: 6, selector: (r) => r.competency }),
    education: threshold(fc.integer({ min: 0, max: 10 })),
    experience: threshold(fc.nat({ max: 72 })),
    employmentType: fc.option(fc.constantFrom(1, 2, 4, 8, 16, 32)),
    startMonth: fc.option(month),
    partWeights,
  })
  .map((facts) => ({ ...facts, scope: facts.places.map(areaRange) }));

const centroids: fc.Arbitrary<Centroid[]> = fc
  .subarray([
    { area: 727101, latitude: -0.88, longitude: 119.84 },
    { area: 727100, latitude: -0.9, longitude: 119.87 },
    { area: 720800, latitude: -0.86, longitude: 120.05 },
    { area: 720000, latitude: -1.4, longitude: 121.4 },
    { area: 310000, latitude: -6.2, longitude: 106.8 },
  ])
  .map((all) => [...all]);

/** `people` is the most candidates a world holds. */
export const worlds = (people: number): fc.Arbitrary<World> =>
  fc.record({
    rows: taxonomyRows,
    centroids,
    vacancies: fc.array(vacancyFacts, { minLength: 1, maxLength: 4 }),
    candidates: fc.uniqueArray(candidateFacts, { maxLength: people, selector: (c) => c.person }),
  });
