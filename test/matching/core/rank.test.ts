import fc from 'fast-check';
import { expectMatch, expectOrder } from '../../../src/evaluation/oracle';
import { explain } from '../../../src/matching/core/explain';
import type { CandidateFacts } from '../../../src/matching/core/facts';
import { rankCandidates, rankVacancies } from '../../../src/matching/core/rank';
import { tally } from '../../../src/matching/core/score';
import { createTally } from '../../../src/matching/core/tally';
import { prepare } from './setup';
import { worlds } from './worlds';

const pickTieFacts = ({ person, tieSalt, confirmedMonth }: CandidateFacts) => ({
  person,
  tieSalt,
  confirmedMonth,
});

describe('rankCandidates', () => {
  test('equals the order computed from the formula by hand', () => {
    fc.assert(
      fc.property(worlds(20), (world) => {
        for (const vacancy of prepare(world).vacancies) {
          const expected = expectOrder(world, vacancy.facts, world.candidates);
          const order = rankCandidates(vacancy, world.candidates, { first: 100 });
          expect(order.considered).toBe(world.candidates.length);
          expect(order.eligible).toBe(expected.length);
          expect(
            order.rows.map(({ item, scoreBp, rank, tiedWith, verdict }) => [
              item.person,
              scoreBp,
              rank,
              tiedWith,
              verdict,
            ]),
          ).toEqual(
            expected.map(({ person, scoreBp, rank, tiedWith, verdict }) => [
              person,
              scoreBp,
              rank,
              tiedWith,
              verdict,
            ]),
          );
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a window is a slice of the whole order with the same totals', () => {
    fc.assert(
      fc.property(worlds(20), fc.nat(6), fc.nat(6), (world, first, offset) => {
        const [vacancy] = prepare(world).vacancies;
        const whole = rankCandidates(vacancy, world.candidates, { first: 100 });
        const window = rankCandidates(vacancy, world.candidates, { first, offset });
        expect(window).toEqual({ ...whole, rows: whole.rows.slice(offset, offset + first) });
      }),
    );
  });

  test('a window cuts through people of equal score where the whole order does', () => {
    fc.assert(
      fc.property(worlds(20), fc.nat(8), (world, first) => {
        const [vacancy] = prepare(world).vacancies;
        const [model] = world.candidates;
        const alike = world.candidates.map((one) => ({ ...model, ...pickTieFacts(one) }));
        const whole = rankCandidates(vacancy, alike, { first: 100 });
        const window = rankCandidates(vacancy, alike, { first });
        expect(window.rows).toEqual(whole.rows.slice(0, first));
        for (const row of whole.rows) expect(row).toMatchObject({ rank: 1 });
      }),
    );
  });

  test('does not depend on the order in which people arrive (I3)', () => {
    fc.assert(
      fc.property(worlds(20), (world) => {
        const [vacancy] = prepare(world).vacancies;
        const reversed = [...world.candidates].reverse();
        expect(rankCandidates(vacancy, reversed, { first: 100 })).toEqual(
          rankCandidates(vacancy, world.candidates, { first: 100 }),
        );
      }),
    );
  });

  test('does not depend on the numbers under which people are known (I3)', () => {
    fc.assert(
      fc.property(worlds(20), fc.nat(1_000_000), (world, shift) => {
        // By different salts: only between equal mixtures a number decides.
        const people = world.candidates.map((one, at) => ({ ...one, tieSalt: at * 7_919 }));
        const renumbered = people.map((one) => ({
          ...one,
          person: 2_000_000 + shift - one.person,
        }));
        for (const vacancy of prepare(world).vacancies) {
          const order = (all: readonly CandidateFacts[]) =>
            rankCandidates(vacancy, all, { first: 100 }).rows.map(({ item, ...row }) => ({
              ...row,
              tieSalt: item.tieSalt,
            }));
          expect(order(renumbered)).toEqual(order(people));
        }
      }),
    );
  });
});

describe('rankVacancies', () => {
  test('gives each pair the number that the vacancy gives it (I8)', () => {
    fc.assert(
      fc.property(worlds(6), (world) => {
        const { vacancies } = prepare(world);
        for (const person of world.candidates) {
          const order = rankVacancies(person, vacancies, { first: 100 });
          for (const row of order.rows) {
            const mirrored = rankCandidates(row.item, [person], { first: 1 });
            expect(mirrored.rows[0]?.scoreBp).toBe(row.scoreBp);
          }
          const possible = world.vacancies.filter(
            (vacancy) => expectMatch(world, vacancy, person).verdict !== 'NOT_ELIGIBLE',
          );
          expect(order.eligible).toBe(possible.length);
        }
      }),
    );
  });
});

describe('explain', () => {
  test('who does not say is not excluded for that: forgetting never makes not eligible (I4)', () => {
    fc.assert(
      fc.property(worlds(8), (world) => {
        const { vacancies } = prepare(world);
        const pairs = vacancies.flatMap((vacancy) =>
          world.candidates.map((person) => ({ vacancy, person })),
        );
        for (const { vacancy, person } of pairs) {
          const silent = { ...person, district: null, education: null };
          const left = { ...silent, employmentTypes: null, availableFromMonth: null };
          const { eligibility, verdict } = explain(vacancy, left);
          const wasEligible = explain(vacancy, person).verdict !== 'NOT_ELIGIBLE';
          expect(wasEligible && verdict === 'NOT_ELIGIBLE').toBe(false);
          const unsaid = eligibility.filter(({ check }) => ['SCOPE', 'EDUCATION'].includes(check));
          expect(unsaid.filter(({ result }) => result === 'FAIL')).toEqual([]);
        }
      }),
    );
  });

  test('its contributions sum to the score of the scan (I2)', () => {
    fc.assert(
      fc.property(worlds(8), (world) => {
        const counts = createTally();
        for (const vacancy of prepare(world).vacancies) {
          for (const person of world.candidates) {
            tally(vacancy, person, counts);
            const match = explain(vacancy, person);
            const total = match.factors.reduce((sum, line) => sum + line.contributionBp, 0);
            expect([match.scoreBp, total]).toEqual([counts.scoreBp, counts.scoreBp]);
            const expected = expectMatch(world, vacancy.facts, person);
            expect([match.verdict, match.verifiedCount]).toEqual([
              expected.verdict,
              expected.verified,
            ]);
            expect(match.factors.reduce((sum, line) => sum + line.weightBp, 0)).toBe(10_000);
          }
        }
      }),
    );
  });

  test('a MUST that fails is what makes a person not eligible (I4)', () => {
    fc.assert(
      fc.property(worlds(8), (world) => {
        for (const vacancy of prepare(world).vacancies) {
          for (const person of world.candidates) {
            const { eligibility, verdict } = explain(vacancy, person);
            const failed = eligibility.some(
              (line) => line.necessity === 'MUST' && line.result === 'FAIL',
            );
            expect(verdict === 'NOT_ELIGIBLE').toBe(failed);
          }
        }
      }),
    );
  });
});
