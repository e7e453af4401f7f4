import fc from 'fast-check';
import { compileVacancy } from '../../../src/matching/core/compile';
import type { CandidateFacts, Necessity, VacancyFacts } from '../../../src/matching/core/facts';
import { rankCandidates } from '../../../src/matching/core/rank';
import { tally } from '../../../src/matching/core/score';
import { createTally } from '../../../src/matching/core/tally';
import { prepare } from './setup';
import { worlds } from './worlds';

const gain = fc.record({
  competency: fc.nat({ max: 11 }),
  level: fc.integer({ min: 1, max: 5 }),
  evidence: fc.integer({ min: 0, max: 4 }),
});

/** The person after gaining a competency, or after a rise in level and evidence of a held one. */
function improve(person: CandidateFacts, more: CandidateFacts['competencies'][0]): CandidateFacts {
  const held = person.competencies.find(({ competency }) => competency === more.competency);
  const better = {
    competency: more.competency,
    level: Math.max(more.level, held?.level ?? 0),
    evidence: Math.max(more.evidence, held?.evidence ?? 0),
  };
  return {
    ...person,
    competencies: [...person.competencies.filter((other) => other !== held), better],
  };
}

describe('tally', () => {
  test('gaining a competency, level or evidence never lowers anything (I7)', () => {
    fc.assert(
      fc.property(worlds(6), gain, (world, more) => {
        const before = createTally();
        const after = createTally();
        for (const vacancy of prepare(world).vacancies) {
          for (const person of world.candidates) {
            tally(vacancy, person, before);
            tally(vacancy, improve(person, more), after);
            expect(after.scoreBp).toBeGreaterThanOrEqual(before.scoreBp);
            expect(after.verifiedCount).toBeGreaterThanOrEqual(before.verifiedCount);
            if (before.verdict !== 'NOT_ELIGIBLE') expect(after.verdict).not.toBe('NOT_ELIGIBLE');
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});

const WEAKER: Record<Necessity, Necessity> = { MUST: 'SHOULD', SHOULD: 'NICE', NICE: 'NICE' };

/** Every way of asking for less: a weaker necessity, a lower level or less of a threshold. */
function relaxations(vacancy: VacancyFacts): VacancyFacts[] {
  const relaxed: VacancyFacts[] = vacancy.requirements.flatMap((requirement, at) =>
    [
      { ...requirement, necessity: WEAKER[requirement.necessity] },
      { ...requirement, minLevel: Math.max(1, requirement.minLevel - 1) },
    ].map((weaker) => ({
      ...vacancy,
      requirements: vacancy.requirements.map((other, i) => (i === at ? weaker : other)),
    })),
  );
  const { education, experience } = vacancy;
  if (education) {
    relaxed.push({ ...vacancy, education: { ...education, minimum: education.minimum - 1 } });
    relaxed.push({ ...vacancy, education: null });
  }
  if (experience) {
    relaxed.push({ ...vacancy, experience: { ...experience, minimum: experience.minimum / 2 } });
    relaxed.push({ ...vacancy, experience: null });
  }
  return relaxed;
}

describe('eligibility', () => {
  test('relaxing a requirement never shrinks the eligible set (I7)', () => {
    fc.assert(
      fc.property(worlds(10), (world) => {
        const { taxonomy, geography } = prepare(world);
        const eligible = (vacancy: VacancyFacts) =>
          new Set(
            rankCandidates(compileVacancy(vacancy, taxonomy, geography), world.candidates, {
              first: 100,
            }).rows.map(({ item }) => item.person),
          );
        for (const vacancy of world.vacancies) {
          const before = eligible(vacancy);
          for (const relaxed of relaxations(vacancy)) {
            const after = eligible(relaxed);
            expect([...before].filter((person) => !after.has(person))).toEqual([]);
          }
        }
      }),
    );
  });
});
