import fc from 'fast-check';
import { areaRange, parentArea, rangesOverlap } from '../../../src/matching/core/area';
import { bandDistance } from '../../../src/matching/core/distance';
import { bandExperience, countExperience } from '../../../src/matching/core/experience';
import { apportion, mix } from '../../../src/matching/core/fixed-point';
import { measureSpecificity } from '../../../src/matching/core/specificity';
import { JOB, PALU, PALU_BARAT, SIGI, smallTaxonomy, sulawesi } from './builders';

describe('apportion', () => {
  test('shares sum to the total and stray less than one from their due', () => {
    const weights = fc.array(fc.nat({ max: 100_000_000 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(weights, (given) => {
        const sum = given.reduce((a, b) => a + b, 0);
        fc.pre(sum > 0);
        const shares = apportion(7_000, given);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(7_000);
        shares.forEach((share, i) => {
          expect(Math.abs(share - (7_000 * given[i]) / sum)).toBeLessThan(1);
        });
      }),
    );
  });

  test('equal remainders go to the earlier weight', () => {
    expect(apportion(10, [1, 1, 1, 1])).toEqual([3, 3, 2, 2]);
    expect(apportion(10, [0, 0])).toEqual([0, 0]);
  });
});

describe('mix', () => {
  test('is a safe whole number that both salts change', () => {
    const seen = new Set<number>();
    for (let a = 0; a < 100; a += 1) for (let b = 0; b < 100; b += 1) seen.add(mix(a, b));
    expect(seen.size).toBe(10_000);
    for (const key of seen) expect(Number.isSafeInteger(key) && key >= 0).toBe(true);
  });
});

describe('areas', () => {
  test('a region is the run of its districts', () => {
    expect(areaRange(PALU_BARAT)).toEqual({ from: 727101, to: 727101 });
    expect(areaRange(PALU)).toEqual({ from: 727100, to: 727199 });
    expect(areaRange(720000)).toEqual({ from: 720000, to: 729999 });
    expect(areaRange(0)).toEqual({ from: 0, to: 999_999 });
  });

  test('parents lead up to the nation', () => {
    expect([PALU_BARAT, PALU, 720000, 0].map(parentArea)).toEqual([PALU, 720000, 0, 0]);
  });

  test('ranges overlap when they share a district', () => {
    expect(rangesOverlap(areaRange(PALU), areaRange(720000))).toBe(true);
    expect(rangesOverlap(areaRange(PALU), areaRange(SIGI))).toBe(false);
  });
});

describe('bandDistance', () => {
  test('takes the nearest place and says when a middle stood in', () => {
    expect(bandDistance([SIGI, PALU], PALU_BARAT, sulawesi)).toEqual({
      creditBp: 10_000,
      upToKm: 5,
      isKnown: true,
      isApproximate: false,
    });
    expect(bandDistance([PALU], SIGI + 3, sulawesi)).toEqual({
      creditBp: 3_000,
      upToKm: 100,
      isKnown: true,
      isApproximate: true,
    });
  });

  test('is not known for the nation or a place without a middle', () => {
    expect(bandDistance([0], PALU, sulawesi)).toMatchObject({ creditBp: 5_000, isKnown: false });
    expect(bandDistance([910000], PALU, sulawesi)).toMatchObject({ isKnown: false });
  });
});

describe('countExperience', () => {
  test.each([
    [0, 'NONE'],
    [11, 'LT_1Y'],
    [12, 'Y1_3'],
    [36, 'Y3_5'],
    [60, 'Y5_10'],
    [120, 'GT_10Y'],
  ])('%i months are %s', (months, band) => {
    expect(bandExperience(months)).toBe(band);
  });

  test('work in the same family counts in full, other work by half', () => {
    const work = [
      { occupation: JOB.bartender, months: 24 },
      { occupation: JOB.petani, months: 24 },
      { occupation: null, months: 1 },
    ];
    expect(countExperience(work, JOB.barista, smallTaxonomy)).toBe(48);
    expect(countExperience(work.slice(1), JOB.barista, smallTaxonomy)).toBe(24);
    expect(countExperience(work, null, smallTaxonomy)).toBe(48);
  });
});

describe('measureSpecificity', () => {
  test('a thin vacancy loses, one of 1.2 times the usual demand loses nothing', () => {
    expect([0, 0.25, 0.5, 1, 1.2, 5].map((demand) => measureSpecificity(demand, 1))).toEqual([
      0, 3_084, 5_186, 8_722, 10_000, 10_000,
    ]);
  });
});
