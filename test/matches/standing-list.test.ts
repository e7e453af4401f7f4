import fc from 'fast-check';
import {
  compareLists,
  EMPTY_LIST,
  KEPT,
  listOf,
  movePerson,
  needsReading,
  type Standing,
  type StandingList,
  VISIBLE,
  visibleOf,
} from '../../src/matches/standing-list';
import { comparePlaces } from '../../src/matching/core/place';

/** So few scores among so many people that ties are common. */
const standing = (person: number, scoreBp: number): Standing => ({
  ...{ person, scoreBp, candidateId: `person-${person}`, verified: 0, confirmedMonth: 0 },
  tie: (person * 7_919) % 101,
  verdict: scoreBp >= 5_000 ? 'POSSIBLE' : 'STRETCH',
});

const read = (people: ReadonlyMap<string, Standing>): StandingList => {
  const order = [...people.values()].sort(comparePlaces);
  return listOf(order.slice(0, KEPT), order.length <= KEPT);
};

describe('movePerson', () => {
  it('keeps the first people of the order, whoever comes, moves and leaves', () => {
    const move = fc.record({
      person: fc.integer({ min: 1, max: 400 }),
      scoreBp: fc.option(fc.integer({ min: 4_980, max: 5_020 }), { freq: 3 }),
    });
    fc.assert(
      fc.property(fc.array(move, { minLength: 300, maxLength: 1_500 }), (moves) => {
        const people = new Map<string, Standing>();
        let list = EMPTY_LIST;
        let readings = 0;
        for (const { person, scoreBp } of moves) {
          const next = scoreBp === null ? null : standing(person, scoreBp);
          if (next === null) people.delete(`person-${person}`);
          else people.set(next.candidateId, next);
          list = movePerson(list, `person-${person}`, next);
          if (needsReading(list)) {
            list = read(people);
            readings += 1;
          }
          const expected = [...people.values()].sort(comparePlaces).slice(0, VISIBLE);
          expect(visibleOf(list)).toEqual(expected);
        }
        // Those kept behind the visible ones make it rare.
        expect(readings).toBeLessThanOrEqual(moves.length / (KEPT - VISIBLE));
      }),
      { numRuns: 30 },
    );
  });

  it('leaves out whoever stands behind the floor', () => {
    const people = Array.from({ length: 200 }, (_, at) => standing(at + 1, 9_000 - at));
    const list = read(new Map(people.map((one) => [one.candidateId, one])));
    const after = movePerson(list, 'person-999', standing(999, 1));
    expect(after.entries).toEqual(list.entries);
  });
});

describe('compareLists', () => {
  const before = listOf([standing(1, 5_100), standing(2, 4_900), standing(3, 4_800)], true);

  it('tells who entered, rose and left, with the rank of those who are there', () => {
    const after = listOf([standing(4, 5_200), standing(2, 5_100), standing(3, 4_900)], true);
    expect(compareLists(before, after)).toMatchObject({
      entered: [{ candidateId: 'person-4', rank: 1 }],
      risen: [{ candidateId: 'person-2', rank: 2, verdict: 'POSSIBLE' }],
      left: [{ candidateId: 'person-1', scoreBp: 5_100 }],
    });
  });

  it('is silent about places and about falling below a verdict', () => {
    const after = listOf([standing(2, 4_950), standing(1, 4_940), standing(3, 4_800)], true);
    expect(compareLists(before, after)).toEqual({ entered: [], risen: [], left: [] });
  });
});
