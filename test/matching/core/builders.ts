import { areaRange } from '../../../src/matching/core/area';
import type {
  CandidateFacts,
  CompetencyRequirement,
  VacancyFacts,
} from '../../../src/matching/core/facts';
import { Geography } from '../../../src/matching/core/geography';
import { CoreTaxonomy } from '../../../src/matching/core/taxonomy';
import type { TaxonomyRows } from '../../../src/matching/core/taxonomy-rows';

export const PALU = 727100;
export const PALU_BARAT = 727101;
export const SIGI = 721000;

/** Names for the dense numbers of `smallTaxonomy`. */
export const SKILL = { espresso: 0, latteArt: 1, kasir: 2, sopan: 3, simA: 4, simB1: 5, teh: 6 };
export const JOB = { barista: 0, bartender: 1, sopir: 2, petani: 3 };

export const smallRows: TaxonomyRows = {
  version: 1,
  competencies: [
    { kind: 'SKILL', label: 'Membuat espresso' },
    { kind: 'SKILL', label: 'Latte art' },
    { kind: 'SKILL', label: 'Mengoperasikan kasir' },
    { kind: 'ATTITUDE', label: 'Sopan' },
    { kind: 'LICENCE', label: 'SIM A' },
    { kind: 'LICENCE', label: 'SIM B1' },
    { kind: 'SKILL', label: 'Membuat teh' },
  ],
  implies: [
    { from: SKILL.latteArt, to: SKILL.espresso },
    { from: SKILL.simB1, to: SKILL.simA },
  ],
  substitutes: [{ from: SKILL.teh, to: SKILL.espresso, strengthBp: 6_000 }],
  similar: [],
  occupations: [
    { code: '5132', label: 'Barista' },
    { code: '5132', label: 'Bartender' },
    { code: '8322', label: 'Sopir' },
    { code: '6111', label: 'Petani' },
  ],
  demands: [
    { occupation: JOB.barista, competency: SKILL.espresso, isEssential: true },
    { occupation: JOB.barista, competency: SKILL.latteArt, isEssential: false },
    { occupation: JOB.barista, competency: SKILL.kasir, isEssential: true },
    { occupation: JOB.bartender, competency: SKILL.kasir, isEssential: true },
    { occupation: JOB.bartender, competency: SKILL.sopan, isEssential: true },
    { occupation: JOB.sopir, competency: SKILL.simA, isEssential: true },
  ],
};

export const smallTaxonomy = new CoreTaxonomy(smallRows);

export const sulawesi = new Geography([
  { area: PALU, latitude: -0.9, longitude: 119.87 },
  { area: PALU_BARAT, latitude: -0.89, longitude: 119.84 },
  { area: SIGI, latitude: -1.38, longitude: 119.97 },
  { area: 720000, latitude: -1.4, longitude: 121.4 },
]);

export function buildCandidate(facts: Partial<CandidateFacts> = {}): CandidateFacts {
  return {
    person: 1,
    tieSalt: 1,
    district: PALU_BARAT,
    willingAreas: [],
    competencies: [],
    experiences: [],
    education: null,
    employmentTypes: null,
    availableFromMonth: null,
    confirmedMonth: 24_300,
    ...facts,
  };
}

export function buildVacancy(facts: Partial<VacancyFacts> = {}): VacancyFacts {
  return {
    vacancy: 1,
    tieSalt: 1,
    scope: [areaRange(PALU)],
    places: [PALU],
    isRemote: false,
    occupation: null,
    requirements: [],
    education: null,
    experience: null,
    employmentType: null,
    startMonth: null,
    ...facts,
  };
}

export function asks(
  competency: number,
  facts: Partial<CompetencyRequirement> = {},
): CompetencyRequirement {
  return {
    id: `needs-${competency}`,
    kind: 'COMPETENCY',
    competency,
    minLevel: 1,
    necessity: 'SHOULD',
    weightBp: 10_000,
    ...facts,
  };
}

export const hold = (competency: number, level = 3, evidence = 0) => ({
  competency,
  level,
  evidence,
});
