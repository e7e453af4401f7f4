import fc from 'fast-check';
import type { CandidateFacts, HeldCompetency, PastWork } from '../../../src/matching/core/facts';
import { rankCandidates } from '../../../src/matching/core/rank';
import { prepare } from './setup';
import { worlds } from './worlds';

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/** The only keys that matching may know of a person; adding one is a decision about people's rights. */
type AllowedKeys =
  | 'person'
  | 'tieSalt'
  | 'district'
  | 'willingAreas'
  | 'competencies'
  | 'experiences'
  | 'education'
  | 'employmentTypes'
  | 'availableFromMonth'
  | 'confirmedMonth';

describe('CandidateFacts', () => {
  test('the type holds no protected attribute (I1)', () => {
    const facts: Same<keyof CandidateFacts, AllowedKeys> = true;
    const held: Same<keyof HeldCompetency, 'competency' | 'level' | 'evidence'> = true;
    const work: Same<keyof PastWork, 'occupation' | 'months'> = true;
    expect([facts, held, work]).toEqual([true, true, true]);
  });

  test('whatever else is known of a person changes no ranking (I1)', () => {
    const personal = fc.record({
      gender: fc.constantFrom('FEMALE', 'MALE'),
      birthDate: fc.string(),
      religion: fc.string(),
      disability: fc.boolean(),
      fullName: fc.string(),
      address: fc.string(),
    });
    fc.assert(
      fc.property(worlds(10), fc.array(personal, { minLength: 10 }), (world, lives) => {
        const [vacancy] = prepare(world).vacancies;
        const people = world.candidates.map((facts, i) => ({ ...lives[i], ...facts }));
        const shape = (all: readonly CandidateFacts[]) =>
          rankCandidates(vacancy, all, { first: 100 }).rows.map(({ item, ...row }) => ({
            ...row,
            person: item.person,
          }));
        expect(shape(people)).toEqual(shape(world.candidates));
      }),
    );
  });
});
