import fc from 'fast-check';
import { expectMatch } from '../../../src/evaluation/oracle';
import { expectWork } from '../../../src/evaluation/oracle-parts';
import {
  type Change,
  suggestChanges,
  suggestRelaxations,
} from '../../../src/matching/core/counterfactual';
import type { CandidateFacts, VacancyFacts } from '../../../src/matching/core/facts';
import { prepare } from './setup';
import { type World, worlds } from './worlds';

/** The profile after a change, made by hand. */
function change(
  world: World,
  person: CandidateFacts,
  vacancy: VacancyFacts,
  id: string,
  what: Change,
) {
  const asked = vacancy.requirements.find((one) => one.id === id);
  switch (what.kind) {
    case 'COMPETENCY_GAINED':
    case 'LEVEL_RAISED': {
      const competency = asked?.competency ?? -1;
      const rest = person.competencies.filter((held) => held.competency !== competency);
      const gained = { competency, level: what.toLevel, evidence: 0 };
      return { ...person, competencies: [...rest, gained] };
    }
    case 'EDUCATION_RAISED':
      return { ...person, education: what.toStep };
    case 'MONTHS_ADDED': {
      const work = { occupation: vacancy.occupation, months: what.months };
      return { ...person, experiences: expectWork(world, [...person.experiences, work]) };
    }
    case 'REQUIREMENT_DROPPED':
      return person;
  }
}

const without = (facts: VacancyFacts, id: string): VacancyFacts => ({
  ...facts,
  requirements: facts.requirements.filter((one) => one.id !== id),
  education: facts.education?.id === id ? null : facts.education,
  experience: facts.experience?.id === id ? null : facts.experience,
});

describe('suggestChanges', () => {
  test('says the score and verdict that the changed profile gets', () => {
    let seen = 0;
    fc.assert(
      fc.property(worlds(8), (world) => {
        for (const vacancy of prepare(world).vacancies) {
          for (const person of world.candidates) {
            const now = expectMatch(world, vacancy.facts, person);
            const found = suggestChanges(vacancy, person);
            expect(found.length).toBeLessThanOrEqual(3);
            for (const one of found) {
              const changed = change(world, person, vacancy.facts, one.requirementId, one.change);
              const expected = expectMatch(world, vacancy.facts, changed);
              expect([one.newScoreBp, one.newVerdict]).toEqual([
                expected.scoreBp,
                expected.verdict,
              ]);
              expect(one.newScoreBp).toBeGreaterThan(now.scoreBp);
              seen += 1;
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(100);
  });

  test('names each requirement once', () => {
    fc.assert(
      fc.property(worlds(8), (world) => {
        for (const vacancy of prepare(world).vacancies) {
          for (const person of world.candidates) {
            const ids = suggestChanges(vacancy, person).map((one) => one.requirementId);
            expect(new Set(ids).size).toBe(ids.length);
          }
        }
      }),
    );
  });
});

describe('suggestRelaxations', () => {
  test('says the score and verdict of the vacancy without the requirement', () => {
    let seen = 0;
    fc.assert(
      fc.property(worlds(8), (world) => {
        for (const vacancy of prepare(world).vacancies) {
          const relax = suggestRelaxations(vacancy);
          for (const person of world.candidates) {
            for (const one of relax(person)) {
              const expected = expectMatch(
                world,
                without(vacancy.facts, one.requirementId),
                person,
              );
              expect(one.change).toEqual({ kind: 'REQUIREMENT_DROPPED' });
              expect([one.newScoreBp, one.newVerdict]).toEqual([
                expected.scoreBp,
                expected.verdict,
              ]);
              seen += 1;
            }
          }
        }
      }),
      { numRuns: 200 },
    );
    expect(seen).toBeGreaterThan(50);
  });
});
