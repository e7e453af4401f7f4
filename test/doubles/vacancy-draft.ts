import { ORDINARY_PARTS } from '../../src/matching/core/parts';
import type { RequirementDraft, VacancyDraft } from '../../src/services/vacancies/draft';

/** A requirement that is right by itself. */
export const aRequirement = (overrides: Partial<RequirementDraft> = {}): RequirementDraft => ({
  kind: 'COMPETENCY',
  necessity: 'MUST',
  weightBp: 10_000,
  competencyId: 'kasir',
  minLevel: null,
  education: null,
  minMonths: null,
  ...overrides,
});

/** A draft that may be published until 30 days after `now`. */
export const aDraft = (
  overrides: Partial<VacancyDraft> = {},
  now = new Date('2026-03-02T08:00:00Z'),
): VacancyDraft => ({
  title: 'Kasir toko swalayan',
  occupationId: null,
  description: 'Melayani pembayaran di kasir.',
  openings: 2,
  regionCodes: ['72.71'],
  employmentType: 'PERMANENT',
  isRemote: false,
  wageMin: '3700000',
  wageMax: '4200000',
  wageUnit: 'MONTH',
  startsOn: null,
  partWeights: ORDINARY_PARTS,
  validThrough: new Date(now.getTime() + 30 * 86_400_000),
  requirements: [
    aRequirement(),
    aRequirement({ kind: 'EDUCATION', competencyId: null, education: 'SMA' }),
    aRequirement({ kind: 'EXPERIENCE', competencyId: null, minMonths: 0 }),
  ],
  ...overrides,
});
