import fc from 'fast-check';
import { compileVacancy } from '../../../src/matching/core/compile';
import type { CandidateFacts } from '../../../src/matching/core/facts';
import { Geography } from '../../../src/matching/core/geography';
import { rankCandidates } from '../../../src/matching/core/rank';
import { CoreTaxonomy } from '../../../src/matching/core/taxonomy';
import { SlotPeople } from '../../../src/matching/slots/people';
import { rankSlots } from '../../../src/matching/slots/rank-slots';
import { buildCandidate, hold } from '../core/builders';
import { candidateFacts, type World, worlds } from '../core/worlds';

const compileAll = ({ rows, centroids, vacancies }: World) => {
  const taxonomy = new CoreTaxonomy(rows);
  const geography = new Geography(centroids);
  return vacancies.map((vacancy) => compileVacancy(vacancy, taxonomy, geography));
};

/** Few numbers, so that later facts replace, move and remove earlier ones. */
const updates = fc.array(
  fc.record({ facts: candidateFacts, person: fc.nat({ max: 30 }), isGone: fc.boolean() }),
  { maxLength: 80 },
);

function applyAll(all: typeof updates extends fc.Arbitrary<infer T> ? T : never) {
  const people = new SlotPeople();
  const plain = new Map<number, CandidateFacts>();
  for (const { facts, person, isGone } of all) {
    if (isGone) {
      people.remove(person);
      plain.delete(person);
    } else {
      people.put({ ...facts, person });
      plain.set(person, { ...facts, person });
    }
  }
  return { people, plain };
}

describe('SlotPeople', () => {
  test('gives back what was put in, after any replacements, moves and removals', () => {
    fc.assert(
      fc.property(updates, (all) => {
        const { people, plain } = applyAll(all);
        expect(people.size).toBe(plain.size);
        expect(new Map([...people.values()].map((facts) => [facts.person, facts]))).toEqual(plain);
        for (let person = 0; person <= 30; person += 1) {
          expect(people.get(person)).toEqual(plain.get(person));
          expect(people.has(person)).toBe(plain.has(person));
        }
      }),
    );
  });

  const long = { length: 60 };
  test.each<[string, Partial<CandidateFacts>]>([
    ['more competencies than a slot has', { competencies: Array.from(long, (_, i) => hold(i)) }],
    [
      'more works than a slot has',
      { experiences: Array.from(long, (_, occupation) => ({ occupation, months: 1 })) },
    ],
    ['a month out of range', { availableFromMonth: 0xffff }],
    ['a salt out of range', { tieSalt: 2 ** 40 }],
  ])('keeps %s', (_, facts) => {
    const people = new SlotPeople();
    const person = buildCandidate(facts);
    people.put(person);
    expect(people.get(1)).toEqual(person);
    people.put(buildCandidate());
    expect(people.get(1)).toEqual(buildCandidate());
  });
});

describe('rankSlots', () => {
  test('equals the ranking of plain facts after any updates', () => {
    fc.assert(
      fc.property(worlds(0), updates, (world, all) => {
        const { people, plain } = applyAll(all);
        for (const vacancy of compileAll(world)) {
          for (const first of [1, 2, 5, 100]) {
            expect(rankSlots(people, vacancy, { first })).toEqual(
              rankCandidates(vacancy, plain.values(), { first }),
            );
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('scores whoever does not fit a slot by the same number', () => {
    fc.assert(
      fc.property(worlds(10), (world) => {
        const works = Array.from({ length: 4 }, () => ({ occupation: null, months: 7 }));
        const many = world.candidates.map((facts, i) =>
          i % 2 === 0 ? facts : { ...facts, experiences: [...facts.experiences, ...works] },
        );
        const people = new SlotPeople();
        for (const facts of many) people.put(facts);
        for (const vacancy of compileAll(world)) {
          expect(rankSlots(people, vacancy, { first: 100 })).toEqual(
            rankCandidates(vacancy, many, { first: 100 }),
          );
        }
      }),
    );
  });
});
