import { educationLevels, evidenceStatuses } from '../../src/entities/vocabulary';
import { areaRange } from '../../src/matching/core/area';
import { bandWork } from '../../src/matching/core/experience';
import { bandAskedLevel, bandHeldLevel } from '../../src/matching/core/levels';
import { bandOccupation, OCCUPATION_BANDS } from '../../src/matching/core/occupation';
import { CoreTaxonomy } from '../../src/matching/core/taxonomy';
import {
  bandEducation,
  bandedAvailability,
  bandedEducationStep,
  bandedEvidence,
  educationBands,
  scopeOf,
} from '../../src/matching/facts/bands';

const taxonomy = new CoreTaxonomy({
  version: 1,
  competencies: [],
  implies: [],
  substitutes: [],
  similar: [],
  occupations: ['5132', '5131', '7212'].map((code) => ({ code, label: code })),
  demands: [],
});

describe('levels', () => {
  it('of one band count alike, held and asked for', () => {
    expect([1, 2, 3, 4, 5].map(bandHeldLevel)).toEqual([2, 2, 3, 4, 4]);
    expect([1, 2, 3, 4, 5].map(bandAskedLevel)).toEqual([1, 2, 3, 4, 4]);
  });

  it('asked for are met by whoever holds them', () => {
    for (const level of [1, 2, 3, 4, 5]) {
      expect(bandHeldLevel(level)).toBeGreaterThanOrEqual(bandAskedLevel(level));
    }
  });
});

describe('education', () => {
  it('stands in six bands, in order', () => {
    expect([...new Set(educationLevels.map(bandEducation))]).toEqual(educationBands);
    expect(bandEducation('SMK')).toBe(bandEducation('SMA'));
  });

  it('of one band is one step, and every band another', () => {
    const steps = educationLevels.map(bandedEducationStep);
    expect(new Set(steps).size).toBe(educationBands.length);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
    educationLevels.forEach((level, at) => {
      expect(bandEducation(educationLevels[steps[at]])).toBe(bandEducation(level));
    });
  });
});

describe('bandWork', () => {
  it('sums the months of a family and names each occupation once', () => {
    const works = [
      { occupation: 1, months: 7 },
      { occupation: null, months: 3 },
      { occupation: 0, months: 6 },
      { occupation: 2, months: 130 },
      { occupation: 1, months: 1 },
    ];
    expect(bandWork(works, taxonomy)).toEqual([
      { occupation: 0, months: 24 },
      { occupation: 1, months: 0 },
      { occupation: 2, months: 180 },
      { occupation: null, months: 6 },
    ]);
  });

  it('changes nothing that is banded', () => {
    const once = bandWork([{ occupation: 2, months: 40 }], taxonomy);
    expect(bandWork(once, taxonomy)).toEqual(once);
  });
});

describe('evidence of an occupation', () => {
  it('counts in sixths, rounded down but for the first and the last', () => {
    expect([0, 999, 1_000, 1_667, 4_114, 8_332, 8_333, 10_000].map(bandOccupation)).toEqual([
      0, 0, 200, 1_667, 3_333, 6_667, 10_000, 10_000,
    ]);
    expect(new Set(OCCUPATION_BANDS.map(({ countsAs }) => countsAs)).size).toBe(7);
  });
});

describe('the other facts', () => {
  const december = 2026 * 12 + 11;

  it('tell the quarter from which somebody is free, and nothing of the past', () => {
    expect(bandedAvailability(null, december)).toBeNull();
    expect(bandedAvailability(december - 30, december)).toBe(0);
    expect(bandedAvailability(december, december)).toBe(0);
    expect(bandedAvailability(december + 3, december)).toBe(december + 1);
  });

  it('tell whether somebody else vouches for a competency', () => {
    expect(evidenceStatuses.map(bandedEvidence)).toEqual([0, 1, 1, 1, 1]);
  });

  it('address regencies, whichever district the work is in', () => {
    expect(scopeOf([727101, 727103, 720000, 0])).toEqual([727100, 720000, 0].map(areaRange));
  });
});
