import {
  type CandidateRow,
  candidateDocument,
  type VacancyRow,
  vacancyDocument,
} from '../../src/search/documents';

const person: CandidateRow = {
  number: 7,
  version: 3,
  regionCode: '72.71.01.1004',
  willingRegionCodes: ['72.10'],
  competencies: [{ number: 12, level: 3 }],
  occupations: [{ number: 5, kbjiCode: '7212' }],
};

const vacancy: VacancyRow = {
  id: 'v',
  version: 1,
  title: 'Tukang las',
  description: 'Kirim lamaran ke ibu@contoh.id atau 0812-3456-7890.',
  occupationId: 'tukang-las',
  occupationNames: ['Tukang las', 'Welder'],
  competencyIds: ['las-smaw'],
  competencyNames: ['Las SMAW'],
  employerId: 'e',
  employerName: 'PT Uji',
  sector: 'PRIVATE',
  sourceKind: 'OFFICE',
  regionCodes: ['72.71', 'ID'],
  regionNames: ['Palu'],
  latitude: -0.9,
  longitude: 119.87,
  employmentType: null,
  isRemote: false,
  wageMin: '100000',
  wageMax: '150000',
  wageUnit: 'DAY',
  education: 'SMK',
  minMonths: 12,
  publishedAt: new Date('2026-11-01T00:00:00.900Z'),
  validThrough: new Date('2026-12-01T00:00:00Z'),
};

describe('candidateDocument', () => {
  it('repeats a competency for each level it covers', () => {
    expect(candidateDocument(person).skills).toEqual(['c12·1', 'c12·2', 'c12·3']);
  });

  it('names the district and what lies above, never the village', () => {
    expect(candidateDocument(person)).toMatchObject({
      areas: ['72', '72.71', '72.71.01', '72.10'],
      wideAreas: ['72.71.01', '72.10'],
    });
  });

  it('holds codes and numbers only', () => {
    expect(Object.keys(candidateDocument(person)).sort()).toEqual(
      ['areas', 'format', 'id', 'skills', 'version', 'wideAreas', 'work'].sort(),
    );
  });

  it('reaches somebody without a home from everywhere', () => {
    const nowhere = candidateDocument({ ...person, regionCode: null, willingRegionCodes: [] });
    expect(nowhere).toMatchObject({ areas: [], wideAreas: ['ID'] });
  });

  it('widens an occupation to its groups', () => {
    expect(candidateDocument(person).work).toEqual(['o5', 'k7212', 'k721', 'k72', 'k7']);
  });
});

describe('vacancyDocument', () => {
  it('leaves addresses and numbers of persons out of the text', () => {
    expect(vacancyDocument(vacancy).description).toBe('Kirim lamaran ke   atau  .');
  });

  it('compares wages by the month, the best offer counting', () => {
    expect(vacancyDocument(vacancy).monthlyWageIdr).toBe(3_750_000);
    expect(vacancyDocument({ ...vacancy, wageUnit: 'PIECE' }).monthlyWageIdr).toBeNull();
  });

  it('stands in each region above its places', () => {
    expect(vacancyDocument(vacancy).regions).toEqual(['72', '72.71', 'ID']);
  });
});
