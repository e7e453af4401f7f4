import fc from 'fast-check';
import { expectMatch } from '../../../src/evaluation/oracle';
import { addClaims, type Claim } from '../../../src/matching/core/claims';
import { compileVacancy } from '../../../src/matching/core/compile';
import type { CandidateFacts, VacancyFacts } from '../../../src/matching/core/facts';
import { bandHeldLevel } from '../../../src/matching/core/levels';
import { rankVacancies } from '../../../src/matching/core/rank';
import { ProfileSimulator } from '../../../src/matching/core/simulate-profile';
import { CoreTaxonomy } from '../../../src/matching/core/taxonomy';
import { asks, buildCandidate, buildVacancy, hold, SKILL, smallRows, sulawesi } from './builders';
import { prepare } from './setup';
import { candidateFacts, vacancyFacts, type World, worlds } from './worlds';

const LISTS = { first: 3, next: 4, named: 2 };
const ALL = { first: 100, next: 1_000, named: 100 };

/** A world with more vacancies than people: the other side. */
const manyVacancies = fc
  .tuple(
    worlds(0),
    fc.uniqueArray(vacancyFacts, { minLength: 1, maxLength: 15, selector: (v) => v.vacancy }),
    candidateFacts,
  )
  .map(([world, vacancies, person]) => ({ ...world, vacancies, person }));

const claims: fc.Arbitrary<Claim[]> = fc.uniqueArray(
  fc.record({ competency: fc.nat({ max: 11 }), level: fc.integer({ min: 1, max: 5 }) }),
  { maxLength: 3, selector: ({ competency }) => competency },
);

type Case = World & { person: CandidateFacts };

const simulate = (world: Case, added: readonly Claim[], lists = ALL) => {
  const simulator = new ProfileSimulator(world.person, added, lists);
  for (const vacancy of prepare(world).vacancies) simulator.add(vacancy);
  return { ...simulator.build(), next: [...simulator.next()] };
};

const BETTER = ['NOT_ELIGIBLE', 'STRETCH', 'POSSIBLE', 'STRONG'];
const judge = (world: Case, person: CandidateFacts, facts: VacancyFacts) =>
  expectMatch(world, facts, person).verdict;

/** The vacancies that are open to a person, by the second implementation of the formula. */
const openTo = (world: Case, person: CandidateFacts) =>
  world.vacancies.filter((facts) => judge(world, person, facts) !== 'NOT_ELIGIBLE');

const count = (world: Case, person: CandidateFacts) => {
  const verdicts = world.vacancies.map((facts) => judge(world, person, facts));
  const of = (wanted: string) => verdicts.filter((verdict) => verdict === wanted).length;
  const [strong, possible, stretch] = [of('STRONG'), of('POSSIBLE'), of('STRETCH')];
  const eligible = strong + possible + stretch;
  return { considered: verdicts.length, eligible, strong, possible, stretch };
};

const numbers = (rows: readonly VacancyFacts[]) => rows.map(({ vacancy }) => vacancy).sort(byValue);
const byValue = (a: number, b: number) => a - b;

/** Every competency that a vacancy asks for which no other cause closes, tried one by one. */
function tryEverything(world: Case, person: CandidateFacts) {
  const open = new Set(numbers(openTo(world, person)));
  const all = Array.from({ length: world.rows.competencies.length }, (_, competency) => ({
    competency,
    level: 5,
  }));
  const near = openTo(world, addClaims(person, all)).filter(({ vacancy }) => !open.has(vacancy));
  const steps = near.flatMap(({ requirements }) =>
    requirements.map(({ competency, minLevel }) => ({
      competency,
      level: Math.max(minLevel, bandHeldLevel(minLevel)),
    })),
  );
  const opened = (step: Claim) =>
    numbers(openTo(world, addClaims(person, [step]))).filter((one) => !open.has(one));
  const different = new Map(steps.map((step) => [`${step.competency} ${step.level}`, step]));
  return [...different.values()]
    .map((step) => ({ ...step, vacancies: opened(step) }))
    .filter(
      (step, _, others) =>
        step.vacancies.length >
        Math.max(
          0,
          ...others
            .filter((one) => one.competency === step.competency && one.level < step.level)
            .map((one) => one.vacancies.length),
        ),
    )
    .sort(
      (a, b) =>
        b.vacancies.length - a.vacancies.length || a.level - b.level || a.competency - b.competency,
    );
}

describe('ProfileSimulator', () => {
  test('counts and names what opens and what rises, as the formula does by brute force', () => {
    let [opened, raised] = [0, 0];
    const property = fc.property(manyVacancies, claims, (world, added) => {
      const after = addClaims(world.person, added);
      const found = simulate(world, added);
      const before = new Map(
        world.vacancies.map((facts) => [facts.vacancy, judge(world, world.person, facts)]),
      );
      const rise = world.vacancies.filter(
        (facts) =>
          BETTER.indexOf(judge(world, after, facts)) >
          BETTER.indexOf(before.get(facts.vacancy) ?? ''),
      );
      const isNew = ({ vacancy }: VacancyFacts) => before.get(vacancy) === 'NOT_ELIGIBLE';
      const [newOnes, upgraded] = [rise.filter(isNew), rise.filter((one) => !isNew(one))];
      expect(found.before).toEqual(count(world, world.person));
      expect(found.after).toEqual(count(world, after));
      expect(found.newVacancies).toBe(newOnes.length);
      expect(found.upgradedVacancies).toBe(upgraded.length);
      expect(numbers(found.bestNew.map((row) => row.vacancy.facts))).toEqual(numbers(newOnes));
      expect(numbers(found.bestUpgraded.map((row) => row.vacancy.facts))).toEqual(
        numbers(upgraded),
      );
      expect(found.after.eligible).toBe(found.before.eligible + found.newVacancies);
      opened += newOnes.length;
      raised += upgraded.length;
    });
    // A rise is rare among worlds of chance: more of them until enough was seen.
    do fc.assert(property, { numRuns: 150 });
    while (opened <= 20 || raised <= 5);
  });

  test('finds the next competencies that trying each of them finds', () => {
    let found = 0;
    fc.assert(
      fc.property(manyVacancies, claims, (world, added) => {
        const { next } = simulate(world, added);
        const expected = tryEverything(world, addClaims(world.person, added));
        expect(
          next.map(({ competency, level, opens, vacancies }) => {
            expect(vacancies).toHaveLength(opens);
            return { competency, level, vacancies: numbers(vacancies.map((one) => one.facts)) };
          }),
        ).toEqual(expected);
        found += next.length;
      }),
      { numRuns: 150 },
    );
    expect(found).toBeGreaterThan(40);
  });

  test('keeps what it names in the order of the person’s vacancies, and no more than asked', () => {
    fc.assert(
      fc.property(manyVacancies, claims, (world, added) => {
        const after = addClaims(world.person, added);
        const { vacancies } = prepare(world);
        const order = rankVacancies(after, vacancies, { first: 100 }).rows.map(
          ({ item, scoreBp, verdict }) => [item.facts.vacancy, scoreBp, verdict] as const,
        );
        const few = simulate(world, added, LISTS);
        const all = simulate(world, added);
        for (const list of ['bestNew', 'bestUpgraded'] as const) {
          const rows = all[list].map(
            (row) => [row.vacancy.facts.vacancy, row.scoreBp, row.verdict] as const,
          );
          const named = new Set(rows.map(([vacancy]) => vacancy));
          expect(rows).toEqual(order.filter(([vacancy]) => named.has(vacancy)));
          expect(few[list].map((row) => row.vacancy.facts)).toEqual(
            all[list].slice(0, LISTS.first).map((row) => row.vacancy.facts),
          );
        }
        expect(few.next.map(({ vacancies: _, ...step }) => step)).toEqual(
          all.next.slice(0, LISTS.next).map(({ vacancies: _, ...step }) => step),
        );
      }),
    );
  });

  test('names the licence that implies another, and each level only where it opens more', () => {
    const taxonomy = new CoreTaxonomy(smallRows);
    const simulator = new ProfileSimulator(buildCandidate(), [], ALL);
    const wanted = [
      [asks(SKILL.simA, { necessity: 'MUST' })],
      [asks(SKILL.simB1, { necessity: 'MUST' })],
      [asks(SKILL.espresso, { necessity: 'MUST', minLevel: 4 })],
      [asks(SKILL.espresso, { necessity: 'MUST', minLevel: 2 })],
    ];
    wanted.forEach((requirements, vacancy) => {
      simulator.add(compileVacancy(buildVacancy({ vacancy, requirements }), taxonomy, sulawesi));
    });
    expect([...simulator.next()].map(({ vacancies: _, ...step }) => step)).toEqual([
      { competency: SKILL.simB1, level: 2, opens: 2 },
      { competency: SKILL.espresso, level: 4, opens: 2 },
      { competency: SKILL.espresso, level: 2, opens: 1 },
      { competency: SKILL.simA, level: 2, opens: 1 },
    ]);
  });
});

describe('addClaims', () => {
  test('keeps the higher level and what is proven', () => {
    const person = buildCandidate({ competencies: [hold(0, 3, 1), hold(1, 2)] });
    const claimed = [
      { competency: 0, level: 2 },
      { competency: 1, level: 4 },
      { competency: 2, level: 3 },
    ];
    expect(addClaims(person, claimed).competencies).toEqual([
      hold(0, 3, 1),
      hold(1, 4),
      hold(2, 3),
    ]);
  });
});
