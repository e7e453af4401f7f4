import fc from 'fast-check';
import { areaRange } from '../../../src/matching/core/area';
import { compileVacancy } from '../../../src/matching/core/compile';
import type { CandidateFacts } from '../../../src/matching/core/facts';
import { changeVacancy, Simulator } from '../../../src/matching/core/simulate';
import { SlotPeople } from '../../../src/matching/slots/people';
import { simulateSlots } from '../../../src/matching/slots/simulate-slots';
import { prepare } from '../core/setup';
import { candidateFacts, worlds } from '../core/worlds';

const updates = fc.array(fc.record({ facts: candidateFacts, person: fc.nat({ max: 30 }) }), {
  maxLength: 60,
});

type Update = typeof updates extends fc.Arbitrary<infer T> ? T : never;

/** Whoever has no home also has more work than fits a slot. */
function putAll(all: Update) {
  const people = new SlotPeople();
  const plain = new Map<number, CandidateFacts>();
  for (const { facts, person } of all) {
    const works = facts.district === null ? Array(40).fill({ occupation: 0, months: 3 }) : [];
    const known = { ...facts, person, experiences: [...facts.experiences, ...works] };
    people.put(known);
    plain.set(person, known);
  }
  return { people, plain };
}

/** Inside one another, beside one another, overlapping, everywhere and nowhere in particular. */
const places = fc.array(fc.constantFrom(727101, 727100, 720800, 720000, 310000, 317101, 0), {
  maxLength: 3,
});

describe('simulateSlots', () => {
  test('says what the core says of the plain facts when the place and the scope change', () => {
    let moved = 0;
    fc.assert(
      fc.property(worlds(0), updates, places, fc.boolean(), (world, all, codes, isRemote) => {
        const { people, plain } = putAll(all);
        const { vacancies, taxonomy, geography } = prepare(world);
        const place = { places: codes, scope: codes.map(areaRange), isRemote };
        for (const before of vacancies) {
          const facts = changeVacancy(before.facts, [], place);
          const after = compileVacancy(facts, taxonomy, geography);
          const simulator = new Simulator(before, after, 5);
          simulator.consider(plain.size);
          for (const one of plain.values()) simulator.add(one);
          const expected = simulator.build();
          expect(simulateSlots(people, before, after, 5)).toEqual(expected);
          if (expected.before.eligible !== expected.after.eligible) moved += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(moved).toBeGreaterThan(100);
  });

  test('says what the core says of the plain facts, after replacements and moves', () => {
    fc.assert(
      fc.property(worlds(0), updates, (world, all) => {
        const { people, plain } = putAll(all);
        const { vacancies, taxonomy, geography } = prepare(world);
        for (const before of vacancies) {
          const [first] = before.facts.requirements;
          const changes = first ? [{ requirementId: first.id, remove: true }] : [];
          const after = compileVacancy(changeVacancy(before.facts, changes), taxonomy, geography);
          const simulator = new Simulator(before, after, 5);
          simulator.consider(plain.size);
          for (const facts of plain.values()) simulator.add(facts);
          expect(simulateSlots(people, before, after, 5)).toEqual(simulator.build());
        }
      }),
      { numRuns: 300 },
    );
  });
});
