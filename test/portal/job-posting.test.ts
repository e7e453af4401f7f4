import type { PostedVacancy, PostingFacts } from '../../src/services/vacancies/job-posting/facts';
import { printJsonLd, toJobPosting } from '../../src/services/vacancies/job-posting/job-posting';
import { brokenRules } from './job-posting-rules';
import { HOSTILE_VACANCIES } from './xss-corpus';

const now = new Date('2026-11-20T00:00:00Z');
const PALU = { province: 'Sulawesi Tengah', regency: 'Kota Palu', below: 'Palu Barat' };

const facts = (
  vacancy: Partial<PostedVacancy> = {},
  others: Partial<Omit<PostingFacts, 'vacancy'>> = {},
): PostingFacts => ({
  vacancy: {
    title: 'Satpam',
    description: 'Menjaga gedung.\nGiliran malam.\n\nMelamar gratis.',
    state: 'PUBLISHED',
    publishedAt: new Date('2026-11-01T00:00:00Z'),
    validThrough: new Date('2026-12-01T00:00:00Z'),
    openings: 3,
    filled: 1,
    employmentType: 'PERMANENT',
    isRemote: false,
    wageMin: '3000000',
    wageMax: '3500000',
    wageUnit: 'MONTH',
    startsOn: null,
    verifyCode: 'ABC123',
    ...vacancy,
  },
  url: 'https://padan.example/lowongan/satpam-abc',
  employerName: 'PT Uji Coba (contoh)',
  occupation: { code: '5414', name: 'Satpam' },
  places: [PALU],
  requirements: [],
  ...others,
});

const post = (...given: Parameters<typeof facts>) => toJobPosting(facts(...given), now);
const rules = { now, names: ['PT Uji Coba', 'Palu'] };

describe('toJobPosting', () => {
  it('tells a vacancy by the documented rules', () => {
    const posting = post() ?? {};
    expect(brokenRules(posting, rules)).toEqual([]);
    expect(posting).toMatchObject({
      title: 'Satpam',
      description: '<p>Menjaga gedung.<br>Giliran malam.</p><p>Melamar gratis.</p>',
      totalJobOpenings: 2,
      employmentType: 'FULL_TIME',
      jobLocation: [
        { address: { addressLocality: 'Kota Palu', addressRegion: 'Sulawesi Tengah' } },
      ],
      baseSalary: { value: { minValue: 3_000_000, maxValue: 3_500_000, unitText: 'MONTH' } },
    });
  });

  it.each([
    ['CLOSED', { state: 'CLOSED' }],
    ['paused', { state: 'PAUSED' }],
    ['over', { validThrough: now }],
    ['never published', { publishedAt: null }],
  ] as const)('tells nothing of one that is %s', (_, vacancy) => {
    expect(post(vacancy)).toBeNull();
  });

  it.each([
    ['Satpam - PT Uji Coba (contoh) - Palu', 'Satpam'],
    ['SATPAM PALU', 'SATPAM'],
    ['Satpam di Kota Palu', 'Satpam'],
    ['Dibutuhkan segera: Satpam!!! | gaji 3 juta', 'Satpam'],
    ['Lowongan Kerja Satpam (Rp3.000.000)', 'Satpam'],
    ['Guru Bahasa Inggris/Matematika', 'Guru Bahasa Inggris/Matematika'],
    ['Palu', 'Satpam'],
  ])('calls "%s" %s', (title, expected) => {
    const { title: told } = post({ title }) ?? {};
    expect(told).toBe(expected);
  });

  it('says from where one may work when there is no place to go to', () => {
    const posting = post({ isRemote: true }, { places: [] }) ?? {};
    expect(brokenRules(posting, rules)).toEqual([]);
    expect(posting).toMatchObject({
      jobLocationType: 'TELECOMMUTE',
      applicantLocationRequirements: [{ '@type': 'Country', name: 'Indonesia' }],
    });
    expect(posting).not.toHaveProperty('jobLocation');
  });

  it.each([
    ['SMK', 'MUST', { credentialCategory: 'high school' }],
    ['S1', 'MUST', { credentialCategory: 'bachelor degree' }],
    ['NO_SCHOOL', 'MUST', 'no requirements'],
    ['SMP', 'MUST', undefined],
    ['S1', 'SHOULD', undefined],
  ] as const)('tells education %s as %s', (education, necessity, expected) => {
    const requirement = { necessity, education, name: null, minMonths: null };
    const posting = post({}, { requirements: [requirement] }) ?? {};
    expect(brokenRules(posting, rules)).toEqual([]);
    if (typeof expected === 'object') expect(posting.educationRequirements).toMatchObject(expected);
    else expect(posting.educationRequirements).toBe(expected);
  });

  it('puts every condition into the text', () => {
    const some = { necessity: 'MUST', name: null, education: null, minMonths: null } as const;
    const requirements = [
      { ...some, name: 'Patroli' },
      { ...some, minMonths: 12 },
      { ...some, necessity: 'SHOULD', education: 'SMA' } as const,
    ];
    const posting = post({}, { requirements }) ?? {};
    expect(posting.description).toContain(
      '<ul><li>Patroli (wajib)</li><li>Pengalaman 12 bulan (wajib)</li><li>Pendidikan SMA/sederajat (diutamakan)</li></ul>',
    );
    expect(posting.experienceRequirements).toMatchObject({ monthsOfExperience: 12 });
    expect(posting.skills).toBe('Patroli');
  });

  it.each([
    ['3500000', null, { minValue: 3_500_000 }],
    [null, '4500000', { maxValue: 4_500_000 }],
    ['3500000', '3500000', { value: 3_500_000 }],
  ])('tells a wage from %s to %s by what is stated alone', (wageMin, wageMax, amounts) => {
    const posting = post({ wageMin, wageMax }) ?? {};
    expect(brokenRules(posting, rules)).toEqual([]);
    expect(posting.baseSalary).toEqual({
      ...{ '@type': 'MonetaryAmount', currency: 'IDR' },
      value: { '@type': 'QuantitativeValue', ...amounts, unitText: 'MONTH' },
    });
  });

  it('leaves out a wage whose unit has no name there', () => {
    expect(post({ wageUnit: 'PIECE' })).not.toHaveProperty('baseSalary');
    expect(post({ wageMin: null, wageMax: null })).not.toHaveProperty('baseSalary');
  });

  it.each(HOSTILE_VACANCIES.map((it) => [it.title, it] as const))(
    'stays inert with %s',
    (_, it) => {
      const { title, description, employerName } = it;
      const posting = post({ title, description }, { employerName }) ?? {};
      expect(posting.description).not.toMatch(/<(?!\/?(?:p|br|ul|li)>)/);
      const printed = printJsonLd(posting);
      expect(printed).not.toMatch(/[<>\u2028\u2029]/);
      expect(JSON.parse(printed)).toEqual(posting);
    },
  );
});
