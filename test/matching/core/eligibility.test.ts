import { areaRange } from '../../../src/matching/core/area';
import { compileVacancy } from '../../../src/matching/core/compile';
import { explain } from '../../../src/matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../../src/matching/core/facts';
import {
  asks,
  buildCandidate,
  buildVacancy,
  hold,
  PALU,
  PALU_BARAT,
  SIGI,
  SKILL,
  smallTaxonomy,
  sulawesi,
} from './builders';

function verdictOf(vacancy: Partial<VacancyFacts>, candidate: Partial<CandidateFacts>): string {
  const compiled = compileVacancy(buildVacancy(vacancy), smallTaxonomy, sulawesi);
  const { verdict } = explain(compiled, buildCandidate(candidate));
  return verdict === 'NOT_ELIGIBLE' ? 'out' : 'in';
}

const must = { necessity: 'MUST' } as const;

describe('eligibility by scope', () => {
  test.each<[string, Partial<CandidateFacts>, string]>([
    ['lives inside', { district: PALU_BARAT }, 'in'],
    ['lives elsewhere', { district: SIGI + 1 }, 'out'],
    ['named the place', { district: SIGI + 1, willingAreas: [areaRange(PALU)] }, 'in'],
    ['named its province', { district: SIGI + 1, willingAreas: [areaRange(720000)] }, 'in'],
    ['named a district of it', { district: SIGI + 1, willingAreas: [areaRange(PALU_BARAT)] }, 'in'],
    ['did not say where', { district: null }, 'in'],
    ['only the province is known', { district: 720000 }, 'in'],
    ['only another province is known', { district: 730000 }, 'out'],
  ])('who %s is %#', (_, candidate, expected) => {
    expect(verdictOf({}, candidate)).toBe(expected);
  });

  test('the nation addresses everybody', () => {
    expect(verdictOf({ scope: [areaRange(0)] }, { district: 317101 })).toBe('in');
  });
});

describe('eligibility by competency', () => {
  test.each<[string, Partial<VacancyFacts>, Partial<CandidateFacts>, string]>([
    ['nothing in common', { requirements: [asks(SKILL.kasir)] }, {}, 'out'],
    [
      'one in common',
      { requirements: [asks(SKILL.kasir), asks(SKILL.simA)] },
      { competencies: [hold(SKILL.kasir)] },
      'in',
    ],
    [
      'only an attitude in common',
      { requirements: [asks(SKILL.kasir), asks(SKILL.sopan)] },
      { competencies: [hold(SKILL.sopan)] },
      'out',
    ],
    ['only attitudes asked for', { requirements: [asks(SKILL.sopan)] }, {}, 'in'],
    [
      'a must is missing',
      { requirements: [asks(SKILL.kasir), asks(SKILL.espresso, must)] },
      { competencies: [hold(SKILL.kasir)] },
      'out',
    ],
    [
      'a must is implied',
      { requirements: [asks(SKILL.espresso, must)] },
      { competencies: [hold(SKILL.latteArt)] },
      'in',
    ],
    [
      'a must has a strong stand-in',
      { requirements: [asks(SKILL.espresso, must)] },
      { competencies: [hold(SKILL.teh)] },
      'in',
    ],
    [
      'a must is held below its level',
      { requirements: [asks(SKILL.kasir, { ...must, minLevel: 4 })] },
      { competencies: [hold(SKILL.kasir, 3)] },
      'out',
    ],
    [
      'a must-have licence is missing',
      { requirements: [asks(SKILL.kasir), asks(SKILL.simA, { ...must, kind: 'LICENCE' })] },
      { competencies: [hold(SKILL.kasir)] },
      'out',
    ],
    [
      'a higher licence implies the asked one',
      { requirements: [asks(SKILL.simA, { ...must, kind: 'LICENCE' })] },
      { competencies: [hold(SKILL.simB1)] },
      'in',
    ],
  ])('%s', (_, vacancy, candidate, expected) => {
    expect(verdictOf(vacancy, candidate)).toBe(expected);
  });
});

describe('eligibility by thresholds', () => {
  const education = { id: 'e', necessity: 'MUST', weightBp: 10_000, minimum: 4 } as const;
  const experience = { id: 'x', necessity: 'MUST', weightBp: 10_000, minimum: 12 } as const;

  test.each<[string, Partial<VacancyFacts>, Partial<CandidateFacts>, string]>([
    ['education below the least', { education }, { education: 3 }, 'out'],
    ['education at the least', { education }, { education: 4 }, 'in'],
    ['education not stated', { education }, {}, 'in'],
    ['no work at all', { experience }, {}, 'out'],
    ['work enough', { experience }, { experiences: [{ occupation: null, months: 12 }] }, 'in'],
  ])('%s', (_, vacancy, candidate, expected) => {
    expect(verdictOf(vacancy, candidate)).toBe(expected);
  });
});
