import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { PersonIds } from '../../../src/matching/engine/person-ids';

const steps = fc.array(
  fc.record({ person: fc.integer({ min: 1, max: 3_000 }), isGone: fc.boolean() }),
  { maxLength: 4_000 },
);

/** Lets people come, change their id and leave. */
function replay(all: readonly { person: number; isGone: boolean }[]) {
  const ids = new PersonIds();
  const expected = new Map<number, string>();
  const gone: string[] = [];
  for (const { person, isGone } of all) {
    gone.push(...(expected.has(person) ? [expected.get(person) as string] : []));
    expected.delete(person);
    if (isGone) ids.delete(person);
    else expected.set(person, randomUUID());
    const id = expected.get(person);
    if (id) ids.set(id, person);
  }
  return { ids, expected, gone };
}

describe('PersonIds', () => {
  test('knows both ways whatever came, changed and left', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const { ids, expected, gone } = replay(all);
        for (const [person, id] of expected) {
          expect([ids.idOf(person), ids.numberOf(id)]).toEqual([id, person]);
        }
        for (const id of gone) expect(ids.numberOf(id)).toBeNull();
      }),
      { numRuns: 20 },
    );
  });

  test('tells ids apart that differ in their last digits only', () => {
    const ids = new PersonIds();
    const idOf = (person: number) =>
      `00000000-0000-4000-8000-${person.toString(16).padStart(12, '0')}`;
    for (let person = 1; person <= 20_000; person += 1) ids.set(idOf(person), person);
    expect([1, 777, 20_000].map((person) => ids.numberOf(idOf(person)))).toEqual([1, 777, 20_000]);
    expect(ids.idOf(20_001)).toBeNull();
  });
});
