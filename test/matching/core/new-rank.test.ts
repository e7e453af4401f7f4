import fc from 'fast-check';
import type { CompiledVacancy } from '../../../src/matching/core/compile';
import { suggestChanges, suggestRelaxations } from '../../../src/matching/core/counterfactual';
import type { CandidateFacts } from '../../../src/matching/core/facts';
import { newRankIn, placeIn } from '../../../src/matching/core/new-rank';
import { rankCandidates } from '../../../src/matching/core/rank';
import { prepare } from './setup';
import { worlds } from './worlds';

const rows = (...scores: number[]) =>
  scores.map((scoreBp) => ({
    scoreBp,
    rank: 1 + scores.filter((other) => other > scoreBp).length,
  }));
const lifted = (newScoreBp: number) => ({ newScoreBp, newVerdict: 'POSSIBLE' as const });

/** What the stretch tells of everybody, beside a count over all. */
function tellIn(
  vacancy: CompiledVacancy,
  people: readonly CandidateFacts[],
  from: number,
  to: number,
) {
  const { eligible, rows: all } = rankCandidates(vacancy, people, { first: people.length });
  const locate = placeIn({ offset: from, eligible, rows: all.slice(from, to) });
  const relax = suggestRelaxations(vacancy);
  return people.flatMap((person) =>
    locate([...suggestChanges(vacancy, person), ...relax(person)]).map((one) => {
      const others = all.filter(({ item }) => item.person !== person.person);
      const higher = others.filter(({ scoreBp }) => scoreBp > one.newScoreBp);
      return { told: one.newRank ?? null, counted: higher.length + 1 };
    }),
  );
}

describe('newRankIn', () => {
  test('counts whoever else has a higher score, in whatever stretch of the order it tells', () => {
    let seen = 0;
    fc.assert(
      fc.property(worlds(12), fc.nat({ max: 4 }), fc.nat({ max: 12 }), (world, from, first) => {
        for (const vacancy of prepare(world).vacancies) {
          const found = tellIn(vacancy, world.candidates, from, from + first);
          const known = found.filter(({ told }) => told !== null);
          for (const { told, counted } of known) expect(told).toBe(counted);
          seen += known.length;
        }
      }),
      { numRuns: 300 },
    );
    expect(seen).toBeGreaterThan(500);
  });

  test('tells the rank of everybody who is shown, if the order is shown from the first place on', () => {
    fc.assert(
      fc.property(worlds(12), fc.integer({ min: 1, max: 12 }), (world, first) => {
        for (const vacancy of prepare(world).vacancies) {
          const order = rankCandidates(vacancy, world.candidates, { first });
          const relax = suggestRelaxations(vacancy);
          for (const { item, rank } of order.rows) {
            const eligible = relax(item).filter(({ newVerdict }) => newVerdict !== 'NOT_ELIGIBLE');
            for (const { newRank } of placeIn({ ...order, offset: 0 })(eligible)) {
              expect(newRank).toEqual(expect.any(Number));
              expect(newRank).toBeLessThanOrEqual(rank);
            }
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  test('shares the rank of an equal score', () => {
    const stretch = { offset: 0, eligible: 4, rows: rows(9_000, 8_000, 8_000, 7_000) };
    expect(newRankIn(stretch, lifted(8_000))).toBe(2);
    expect(newRankIn(stretch, lifted(7_999))).toBe(4);
    expect(newRankIn(stretch, lifted(9_001))).toBe(1);
  });

  test('is not known below a stretch that goes on, nor above one that begins later', () => {
    const stretch = { offset: 0, eligible: 9, rows: rows(9_000, 8_000) };
    expect(newRankIn(stretch, lifted(7_999))).toBeNull();
    expect(newRankIn({ ...stretch, eligible: 2 }, lifted(7_999))).toBe(3);
    const later = { offset: 5, eligible: 9, rows: [{ scoreBp: 6_000, rank: 6 }] };
    expect(newRankIn(later, lifted(6_001))).toBeNull();
    expect(newRankIn(later, lifted(6_000))).toBe(6);
  });

  test('is nothing for whoever would still not be eligible', () => {
    const stretch = { offset: 0, eligible: 1, rows: rows(5_000) };
    expect(newRankIn(stretch, { newScoreBp: 6_000, newVerdict: 'NOT_ELIGIBLE' })).toBeNull();
  });
});
