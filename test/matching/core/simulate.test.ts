import fc from 'fast-check';
import { expectOrder } from '../../../src/evaluation/oracle';
import { compileVacancy } from '../../../src/matching/core/compile';
import type { VacancyFacts } from '../../../src/matching/core/facts';
import {
  changeVacancy,
  type RequirementChange,
  Simulator,
} from '../../../src/matching/core/simulate';
import { prepare } from './setup';
import { type World, worlds } from './worlds';

const TOP = 5;

const changes = fc.array(
  fc.record(
    {
      at: fc.nat({ max: 7 }),
      remove: fc.boolean(),
      necessity: fc.constantFrom('MUST' as const, 'SHOULD' as const, 'NICE' as const),
      weightBp: fc.constantFrom(5_000, 20_000),
      minimum: fc.integer({ min: 1, max: 5 }),
    },
    { requiredKeys: ['at'] },
  ),
  { maxLength: 4 },
);

const idsOf = ({ requirements, education, experience }: VacancyFacts) =>
  [...requirements, education, experience].flatMap((one) => one?.id ?? []);

/** The musts of a vacancy one by one, each made a nice-to-have. */
function withoutMust(facts: VacancyFacts, id: string): VacancyFacts {
  const soften = <T extends { id: string } | null>(one: T): T =>
    one?.id === id ? { ...one, necessity: 'NICE' } : one;
  return {
    ...facts,
    requirements: facts.requirements.map(soften),
    education: soften(facts.education),
    experience: soften(facts.experience),
  };
}

const isMust = (facts: VacancyFacts, id: string) =>
  [...facts.requirements, facts.education, facts.experience].some(
    (one) => one?.id === id && one.necessity === 'MUST',
  );

function bruteForce(world: World, before: VacancyFacts, after: VacancyFacts) {
  const order = (facts: VacancyFacts) => expectOrder(world, facts, world.candidates);
  const [now, then] = [order(before), order(after)];
  const top = (rows: typeof now) => new Set(rows.slice(0, TOP).map(({ person }) => person));
  const missing = (a: Set<number>, b: Set<number>) => [...a].filter((one) => !b.has(one)).length;
  const count = (rows: typeof now) => ({
    considered: world.candidates.length,
    eligible: rows.length,
    strong: rows.filter(({ verdict }) => verdict === 'STRONG').length,
    possible: rows.filter(({ verdict }) => verdict === 'POSSIBLE').length,
    stretch: rows.filter(({ verdict }) => verdict === 'STRETCH').length,
  });
  const musts = idsOf(before).filter((id) => isMust(before, id));
  return {
    before: count(now),
    after: count(then),
    excludedOnlyBy: new Map(
      musts.map((id) => [id, order(withoutMust(before, id)).length - now.length]),
    ),
    entered: missing(top(then), top(now)),
    displaced: missing(top(now), top(then)),
  };
}

describe('Simulator', () => {
  test('equals ranking both vacancies, and each with one must less, by brute force', () => {
    let excluded = 0;
    fc.assert(
      fc.property(worlds(20), changes, (world, wanted) => {
        const { vacancies, taxonomy, geography } = prepare(world);
        const [before] = vacancies;
        const ids = idsOf(before.facts);
        const named = wanted.flatMap(({ at, ...change }): RequirementChange[] =>
          ids[at] === undefined ? [] : [{ ...change, requirementId: ids[at] }],
        );
        const after = changeVacancy(before.facts, named);
        const simulator = new Simulator(before, compileVacancy(after, taxonomy, geography), TOP);
        simulator.consider(world.candidates.length);
        for (const person of world.candidates) simulator.add(person);
        const expected = bruteForce(world, before.facts, after);
        const found = simulator.build();
        expect({ ...found, excludedOnlyBy: new Map(sorted(found.excludedOnlyBy)) }).toEqual({
          ...expected,
          excludedOnlyBy: new Map(sorted(expected.excludedOnlyBy)),
        });
        for (const count of found.excludedOnlyBy.values()) excluded += count;
      }),
      { numRuns: 300 },
    );
    expect(excluded).toBeGreaterThan(20);
  });

  test('moves nobody when nothing changes', () => {
    fc.assert(
      fc.property(worlds(20), (world) => {
        const [vacancy] = prepare(world).vacancies;
        const simulator = new Simulator(vacancy, vacancy, TOP);
        simulator.consider(world.candidates.length);
        for (const person of world.candidates) simulator.add(person);
        const { before, after, entered, displaced } = simulator.build();
        expect({ after, entered, displaced }).toEqual({ after: before, entered: 0, displaced: 0 });
      }),
    );
  });
});

describe('changeVacancy', () => {
  test('leaves the vacancy as it is for requirements of others', () => {
    fc.assert(
      fc.property(worlds(1), (world) => {
        const [facts] = world.vacancies;
        expect(changeVacancy(facts, [{ requirementId: 'other', remove: true }])).toEqual(facts);
      }),
    );
  });
});

const sorted = (counts: ReadonlyMap<string, number>) =>
  [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
