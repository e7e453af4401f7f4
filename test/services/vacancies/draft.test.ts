import { checkDraft } from '../../../src/services/vacancies/draft';
import { aDraft, aRequirement } from '../../doubles/vacancy-draft';

const found = (overrides: Parameters<typeof aDraft>[0]) =>
  checkDraft(aDraft(overrides)).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('checkDraft', () => {
  it('finds nothing in a complete draft', () => {
    expect(found({})).toEqual([]);
  });

  it('finds a blank title and a hidden character in the description', () => {
    expect(found({ title: '\u200B', description: 'a\u0000' })).toEqual([
      'TEXT_INVALID title',
      'TEXT_INVALID description',
    ]);
  });

  it('compares wages as whole rupiah beyond 32 bits', () => {
    expect(found({ wageMin: '5000000000', wageMax: '4999999999' })).toEqual([
      'WAGE_RANGE_INVALID wageMin',
    ]);
    expect(found({ wageMin: '5000000000', wageMax: '5000000001' })).toEqual([]);
  });

  it('asks for the unit of a stated wage only', () => {
    expect(found({ wageUnit: null })).toEqual(['WAGE_RANGE_INVALID wageMin']);
    expect(found({ wageUnit: null, wageMin: null, wageMax: null })).toEqual([]);
  });

  it('finds repeated places, competencies and thresholds by their index', () => {
    const education = aRequirement({ kind: 'EDUCATION', competencyId: null, education: 'SMA' });
    expect(
      found({
        regionCodes: ['72.71', '72', '72.71'],
        requirements: [aRequirement(), education, aRequirement({ kind: 'LANGUAGE' }), education],
      }),
    ).toEqual([
      'DUPLICATE_ENTRY regionCodes.2',
      'DUPLICATE_ENTRY requirements.2',
      'DUPLICATE_ENTRY requirements.3',
    ]);
  });

  it('finds values that do not belong to the kind of requirement', () => {
    expect(
      found({
        requirements: [
          aRequirement({ kind: 'EXPERIENCE', competencyId: 'kasir', minMonths: null }),
          aRequirement({ kind: 'LICENCE', competencyId: 'sim-a', minLevel: 2 }),
        ],
      }),
    ).toEqual([
      'REQUIREMENT_MISMATCH requirements.0.competencyId',
      'REQUIREMENT_MISMATCH requirements.0.minMonths',
      'REQUIREMENT_MISMATCH requirements.1.minLevel',
    ]);
  });
});
