import type { VacancyDraft } from '../../../src/services/vacancies/draft';
import { remarksOn } from '../../../src/services/vacancies/draft-remarks';
import { aDraft, aRequirement } from '../../doubles/vacancy-draft';

const NOW = new Date('2026-03-02T08:00:00Z');
const MINIMUM_IDR = 3_619_464;

/** A draft about which there is nothing to say. */
const aGoodDraft = (overrides: Partial<VacancyDraft> = {}) =>
  aDraft({
    occupationId: 'kasir',
    description:
      'Melayani pembayaran di kasir, menghitung uang pada akhir hari, dan menata barang di rak toko swalayan.',
    requirements: ['kasir', 'pelayanan', 'ms-excel'].map((competencyId) =>
      aRequirement({ competencyId }),
    ),
    ...overrides,
  });

const codesOf = (overrides: Partial<VacancyDraft>, minimum: number | null = MINIMUM_IDR) =>
  remarksOn(aGoodDraft(overrides), minimum, NOW).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

describe('remarksOn', () => {
  it('says nothing about a good draft', () => {
    expect(codesOf({})).toEqual([]);
  });

  it.each<[string, Partial<VacancyDraft>]>([
    ['NO_OCCUPATION occupationId', { occupationId: null }],
    ['FEW_COMPETENCIES requirements', { requirements: [aRequirement()] }],
    ['SHORT_DESCRIPTION description', { description: 'Kasir.' }],
    ['START_PAST startsOn', { startsOn: '2026-03-01' }],
    ['WAGE_RANGE_WIDE wageMax', { wageMax: '20000000' }],
    ['WAGE_BELOW_MINIMUM wageMin', { wageMin: '2000000' }],
    ['WAGE_BELOW_MINIMUM wageMax', { wageMin: null, wageMax: '100000', wageUnit: 'DAY' }],
    ['WAGE_IMPLAUSIBLE wageMin', { wageMin: '370000000', wageMax: null }],
    ['DISCRIMINATES_BY_SEX title', { title: 'Kasir wanita' }],
  ])('remarks %s', (remark, overrides) => {
    expect(codesOf(overrides)).toEqual([remark]);
  });

  it('has today begin with the day at the office', () => {
    const draft = aGoodDraft({ startsOn: '2026-03-02' });
    const remarksAt = (at: string) => remarksOn(draft, MINIMUM_IDR, new Date(at));
    expect(remarksAt('2026-03-02T15:59:59Z')).toEqual([]);
    expect(remarksAt('2026-03-02T16:00:00Z')).toMatchObject([{ code: 'START_PAST' }]);
  });

  it('sees that an internship demands experience', () => {
    const experience = aRequirement({ kind: 'EXPERIENCE', competencyId: null, minMonths: 12 });
    const { requirements } = aGoodDraft();
    expect(
      codesOf({ employmentType: 'INTERNSHIP', requirements: [...requirements, experience] }),
    ).toEqual(['EXPERIENCE_FOR_INTERNSHIP requirements.3.minMonths']);
  });

  it.each<[string, Partial<VacancyDraft>, number | null]>([
    [
      'of an intern',
      { employmentType: 'INTERNSHIP', wageMin: '1000000', wageMax: null },
      MINIMUM_IDR,
    ],
    [
      'of half a day',
      { employmentType: 'PART_TIME', wageMin: '1500000', wageMax: null },
      MINIMUM_IDR,
    ],
    ['by the piece', { wageMin: '5000', wageMax: null, wageUnit: 'PIECE' }, MINIMUM_IDR],
    ['where no minimum is known', { wageMin: '2000000' }, null],
  ])('says nothing about a low wage %s', (_, overrides, minimum) => {
    expect(codesOf(overrides, minimum)).toEqual([]);
  });

  it.each([
    ['Kasir single', 'DISCRIMINATES_BY_MARITAL_STATUS title'],
    ['Admin toko, muslimah', 'DISCRIMINATES_BY_RELIGION title'],
    ['Satpam maks. 25 th', 'DISCRIMINATES_BY_AGE title'],
    ['Sopir suku Kaili', 'DISCRIMINATES_BY_ETHNICITY title'],
    ['Kurir (tidak disabilitas)', 'DISCRIMINATES_BY_DISABILITY title'],
  ])('reads the title "%s"', (title, remark) => {
    expect(codesOf({ title })).toEqual([remark]);
  });

  it('quotes the words in both languages', () => {
    const [remark] = remarksOn(aGoodDraft({ title: 'Kasir wanita' }), MINIMUM_IDR, NOW);
    expect(remark).toMatchObject({
      matchedText: 'wanita',
      message: {
        ID: expect.stringContaining('jenis kelamin'),
        EN: expect.stringContaining('by sex'),
      },
    });
  });
});
