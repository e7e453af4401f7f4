import fc from 'fast-check';
import { expectMatch } from '../../../src/evaluation/oracle';
import { compileVacancy } from '../../../src/matching/core/compile';
import { explain } from '../../../src/matching/core/explain';
import type { PartWeights, VacancyFacts } from '../../../src/matching/core/facts';
import {
  ORDINARY_PARTS,
  PART_BP,
  type Part,
  shareParts,
  statedWeights,
} from '../../../src/matching/core/parts';
import { rankCandidates } from '../../../src/matching/core/rank';
import { asks, buildCandidate, buildVacancy, hold, smallTaxonomy, sulawesi } from './builders';
import { prepare } from './setup';
import { vacancyFacts, worlds } from './worlds';

const PARTS = Object.keys(PART_BP) as Part[];
const weight = fc.integer({ min: 5_000, max: 20_000 });
const weights: fc.Arbitrary<PartWeights> = fc.record({
  competency: weight,
  experience: weight,
  distance: weight,
  education: weight,
  availability: weight,
});
const threshold = (weightBp: number) =>
  ({ id: 'x', necessity: 'NICE', weightBp, minimum: 1 }) as const;
const sharesOf = (partWeights: PartWeights, facts: Partial<VacancyFacts> = {}) =>
  shareParts(buildVacancy({ ...facts, partWeights }));
const evenly = (weightBp: number): PartWeights => ({
  competency: weightBp,
  experience: weightBp,
  distance: weightBp,
  education: weightBp,
  availability: weightBp,
});

describe('shareParts', () => {
  test('gives the shares of the formula when nothing is weighed, or all alike', () => {
    expect(shareParts(buildVacancy())).toEqual(PART_BP);
    for (const all of [5_000, 9_999, 10_000, 17_321, 20_000]) {
      expect(sharesOf(evenly(all))).toEqual(PART_BP);
    }
  });

  test('shares always sum to 10,000, whatever is weighed', () => {
    fc.assert(
      fc.property(vacancyFacts, weights, (facts, partWeights) => {
        const shares = shareParts({ ...facts, partWeights });
        expect(PARTS.reduce((sum, part) => sum + shares[part], 0)).toBe(10_000);
      }),
    );
  });

  test('to weigh a part more never lowers its share, nor lifts that of another one by more than rounding', () => {
    fc.assert(
      fc.property(
        vacancyFacts,
        weights,
        fc.constantFrom(...PARTS),
        weight,
        (facts, one, part, to) => {
          const [less, more] = [Math.min(one[part], to), Math.max(one[part], to)];
          const before = shareParts({ ...facts, partWeights: { ...one, [part]: less } });
          const after = shareParts({ ...facts, partWeights: { ...one, [part]: more } });
          expect(after[part]).toBeGreaterThanOrEqual(before[part]);
          for (const other of PARTS) {
            if (other !== part) expect(after[other]).toBeLessThanOrEqual(before[other] + 1);
          }
        },
      ),
    );
  });

  test.each(PARTS)('doubling %s lifts its share', (part) => {
    const doubled = sharesOf({ ...ORDINARY_PARTS, [part]: 20_000 });
    expect(doubled[part]).toBeGreaterThan(PART_BP[part]);
    const due = (20_000 * PART_BP[part]) / (10_000 + PART_BP[part]);
    expect(Math.abs(doubled[part] - due)).toBeLessThan(1);
  });

  test('the weight of a part and of its requirement multiply within the bounds', () => {
    const asked = (weightBp: number) => ({ experience: threshold(weightBp) });
    const part = (weightBp: number) => ({ ...ORDINARY_PARTS, experience: weightBp });
    expect(sharesOf(part(5_000), asked(20_000))).toEqual(PART_BP);
    expect(sharesOf(part(20_000), asked(20_000))).toEqual(sharesOf(part(20_000)));
    expect(sharesOf(part(5_000), asked(5_000))).toEqual(sharesOf(part(5_000)));
    expect(sharesOf(part(15_000), asked(8_000))).toEqual(sharesOf(part(12_000)));
  });

  test('competencies and work done stay within 3,684 and 9,032', () => {
    const least = sharesOf({ ...evenly(20_000), competency: 5_000 });
    const most = sharesOf({ ...evenly(5_000), competency: 20_000 });
    expect([least.competency, most.competency]).toEqual([3_684, 9_032]);
  });

  test('weights beyond the bounds count as the bounds', () => {
    expect(sharesOf({ ...ORDINARY_PARTS, distance: 90_000 })).toEqual(
      sharesOf({ ...ORDINARY_PARTS, distance: 20_000 }),
    );
  });
});

describe('statedWeights', () => {
  test('states nothing when all are ordinary', () => {
    expect(statedWeights(evenly(10_000))).toEqual({});
    expect(statedWeights({ ...ORDINARY_PARTS, distance: 10_001 })).toEqual({
      partWeights: { ...ORDINARY_PARTS, distance: 10_001 },
    });
  });
});

describe('a weighed vacancy', () => {
  test('is ranked and explained as the oracle says (I2)', () => {
    fc.assert(
      fc.property(worlds(8), weights, (world, partWeights) => {
        const weighed = world.vacancies.map((facts) => ({ ...facts, partWeights }));
        for (const vacancy of prepare({ ...world, vacancies: weighed }).vacancies) {
          for (const person of world.candidates) {
            const { scoreBp, verdict, factors } = explain(vacancy, person);
            const expected = expectMatch(world, vacancy.facts, person);
            expect([scoreBp, verdict]).toEqual([expected.scoreBp, expected.verdict]);
            expect(factors.reduce((sum, line) => sum + line.contributionBp, 0)).toBe(scoreBp);
            expect(factors.reduce((sum, line) => sum + line.weightBp, 0)).toBe(10_000);
            const held = factors.filter(({ factor }) => /COMPETENCY|OCCUPATION/.test(factor));
            expect(held.reduce((sum, line) => sum + line.weightBp, 0)).toBe(
              shareParts(vacancy.facts).competency,
            );
          }
        }
      }),
    );
  });

  test('has the order and the lines of one that states nothing, when all parts weigh alike', () => {
    fc.assert(
      fc.property(worlds(8), weight, (world, all) => {
        const orderOf = (partWeights?: PartWeights) => {
          const silent = world.vacancies.map(
            ({ partWeights: _, experience, education, ...facts }) => ({
              ...facts,
              experience: experience && { ...experience, weightBp: 10_000 },
              education: education && { ...education, weightBp: 10_000 },
              ...(partWeights ? { partWeights } : {}),
            }),
          );
          return prepare({ ...world, vacancies: silent }).vacancies.map((vacancy) =>
            rankCandidates(vacancy, world.candidates, { first: 100 }).rows.map(
              ({ item, ...row }) => ({
                ...row,
                person: item.person,
              }),
            ),
          );
        };
        expect(orderOf(evenly(all))).toEqual(orderOf());
      }),
    );
  });

  test('names on every line what its part weighs, and nothing when nothing is weighed', () => {
    const person = buildCandidate({ competencies: [hold(0)] });
    const partsOf = (partWeights?: PartWeights) => {
      const facts = buildVacancy({ requirements: [asks(0)], ...(partWeights && { partWeights }) });
      const { factors } = explain(compileVacancy(facts, smallTaxonomy, sulawesi), person);
      return factors.map(({ factor, partWeightBp }) => `${factor} ${partWeightBp}`);
    };
    expect(partsOf({ ...evenly(8_000), distance: 20_000, education: 5_000 })).toEqual([
      'COMPETENCY 8000',
      'OCCUPATION 8000',
      'SPECIFICITY 8000',
      'EXPERIENCE 8000',
      'DISTANCE 20000',
      'EDUCATION 5000',
      'AVAILABILITY 8000',
    ]);
    expect(partsOf().every((line) => line.endsWith(' undefined'))).toBe(true);
  });
});
