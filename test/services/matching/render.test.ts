import type { FactorLine, Match } from '../../../src/matching/core/explain';
import { withhold } from '../../../src/matching/core/withhold';
import type { Asked } from '../../../src/services/matching/asked';
import { noteOf, reasonOf } from '../../../src/services/matching/render-lines';
import { explainInWords } from '../../../src/services/matching/render-match';

const line = (values: Partial<FactorLine>): FactorLine => ({
  factor: 'COMPETENCY',
  requirementId: null,
  weightBp: 1_000,
  fulfilmentBp: 10_000,
  contributionBp: 1_000,
  via: 'NONE',
  held: null,
  isUnstated: false,
  ...values,
});
const asked = new Map<string, Asked>(
  Object.entries({
    las: { kind: 'COMPETENCY', label: { ID: 'Las listrik', EN: 'Arc welding' } },
    p3k: { kind: 'COMPETENCY', label: { ID: 'Pertolongan pertama', EN: 'First aid' } },
    school: { kind: 'EDUCATION', education: 'SMK', label: null },
    work: { kind: 'EXPERIENCE', minMonths: 24, label: null },
  }).map(([id, values]) => [
    id,
    { necessity: 'MUST', education: null, minMonths: null, ...values } as Asked,
  ]),
);
const match: Match = {
  scoreBp: 7_420,
  verdict: 'POSSIBLE',
  verifiedCount: 0,
  eligibility: [
    { check: 'REQUIREMENT', requirementId: 'p3k', necessity: 'MUST', result: 'FAIL' },
    { check: 'SCOPE', requirementId: null, necessity: 'MUST', result: 'PASS' },
  ],
  factors: [
    line({ requirementId: 'las', via: 'EXACT' }),
    line({ requirementId: 'p3k', fulfilmentBp: 0, contributionBp: 0 }),
    line({ factor: 'EXPERIENCE', requirementId: 'work', fulfilmentBp: 2_500 }),
    line({ factor: 'DISTANCE' }),
  ],
  gaps: [],
  distance: { creditBp: 9_000, upToKm: 10, isKnown: true, isApproximate: true },
};

describe('noteOf', () => {
  const note = (values: Partial<FactorLine>, lang: 'ID' | 'EN' = 'EN') =>
    noteOf(line(values), match, asked, lang);

  it('names the competency and how it is covered', () => {
    expect(note({ requirementId: 'las', via: 'EXACT' })).toBe('Held: Arc welding');
    expect(note({ requirementId: 'las', via: 'EXACT', fulfilmentBp: 5_000 })).toBe(
      'Held below the level asked for: Arc welding',
    );
    expect(note({ requirementId: 'las', via: 'NONE' }, 'ID')).toBe('Belum ada: Las listrik');
  });

  it('says when a side did not say', () => {
    for (const factor of ['OCCUPATION', 'EXPERIENCE', 'DISTANCE', 'EDUCATION'] as const) {
      expect(note({ factor, isUnstated: true })).toMatch(/half is counted$/);
    }
  });

  it('gives the band of the distance and whether it is an estimate', () => {
    expect(note({ factor: 'DISTANCE' })).toBe('Within 10 km (estimate)');
  });

  it('says what the employer made a part weigh, unless it is ordinary or weighs nothing', () => {
    expect(note({ factor: 'DISTANCE', partWeightBp: 20_000 })).toBe(
      'Within 10 km (estimate); the employer weighs this part 200%',
    );
    expect(note({ factor: 'DISTANCE', partWeightBp: 12_345 }, 'ID')).toBe(
      'Dalam 10 km (perkiraan); bobot bagian ini dari pemberi kerja 123,45 %',
    );
    expect(note({ factor: 'DISTANCE', partWeightBp: 10_000 })).toBe('Within 10 km (estimate)');
    expect(note({ factor: 'SPECIFICITY', partWeightBp: 5_000 })).not.toMatch(/weighs/);
  });

  it('says why a line is not shown', () => {
    const hidden = noteOf({ ...line({}), factor: 'WITHHELD' }, match, asked, 'EN');
    expect(hidden).toBe('Not shown, because fewer than five people are alike in it');
  });

  it('has a sentence for every factor in both languages', () => {
    const factors = ['COMPETENCY', 'OCCUPATION', 'SPECIFICITY', 'EXPERIENCE', 'DISTANCE'] as const;
    for (const factor of [...factors, 'EDUCATION', 'AVAILABILITY'] as const) {
      for (const fulfilmentBp of [0, 5_000, 10_000]) {
        for (const lang of ['ID', 'EN'] as const) {
          expect(note({ factor, fulfilmentBp, contributionBp: -1 }, lang).length).toBeGreaterThan(
            5,
          );
        }
      }
    }
  });
});

describe('reasonOf', () => {
  it('names what is not met', () => {
    const [failed] = match.eligibility;
    expect(failed && reasonOf(failed, asked, 'ID')).toBe('Belum terpenuhi: Pertolongan pertama');
    const school = {
      check: 'EDUCATION',
      requirementId: 'school',
      necessity: 'MUST',
      result: 'PASS',
    } as const;
    expect(reasonOf(school, asked, 'EN')).toMatch(/^Education is sufficient: /);
  });
});

describe('explainInWords', () => {
  it('goes from the score to what is missing, in English', () => {
    expect(explainInWords(match, asked, 'EN')).toBe(
      'Score 7,420 of 10,000: possible match. Not met: First aid. ' +
        'Competencies covered 1/2 (Arc welding); missing: First aid. ' +
        'Too little experience (24 months asked). Within 10 km (estimate).',
    );
  });

  it('says nothing of what is withheld, but how much that is', () => {
    const told = withhold(match, [
      { aspect: 'COMPETENCY', requirementId: 'p3k', isBand: false },
      { aspect: 'DISTANCE', requirementId: null, isBand: false },
      { aspect: 'EXPERIENCE', requirementId: 'work', isBand: true },
    ]);
    expect(explainInWords(told, asked, 'EN')).toBe(
      'Score 7,420 of 10,000: possible match. Not met: First aid. ' +
        'Competencies covered 1/1 (Arc welding); not shown: 1. Too little experience (24 months asked).',
    );
  });

  it('says that no competency is told', () => {
    const competency = { aspect: 'COMPETENCY', isBand: false } as const;
    const told = withhold(match, [
      { ...competency, requirementId: 'las' },
      { ...competency, requirementId: 'p3k' },
    ]);
    expect(explainInWords(told, asked, 'ID')).toContain('. Kompetensi tidak ditampilkan: 2. ');
  });

  it('says the same in Indonesian', () => {
    expect(explainInWords(match, asked, 'ID')).toBe(
      'Skor 7.420 dari 10.000: mungkin cocok. Belum terpenuhi: Pertolongan pertama. ' +
        'Kompetensi tercakup 1/2 (Las listrik); belum ada: Pertolongan pertama. ' +
        'Pengalaman kurang (diminta 24 bulan). Dalam 10 km (perkiraan).',
    );
  });
});
