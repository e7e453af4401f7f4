import { randomInt } from 'node:crypto';
import type { RequirementDraft, VacancyDraft } from '../../src/services/vacancies/draft';

/** What an invented vacancy may name. */
export interface Vocabulary {
  readonly occupations: readonly string[];
  readonly competencies: readonly string[];
  readonly regions: readonly string[];
}

const DAY_MS = 86_400_000;
/** What JSON, UTF-8 and lines have trouble with. */
const WORDS = [
  'las',
  '“kutip”',
  'a"b',
  'garis\\miring',
  'é 漢字 😀',
  '</script>',
  '\u2028',
  'kasir',
];

export const anyOf = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T;

/** A vacancy that may be published, with texts that copies tend to get wrong. */
export function inventDraft({ occupations, competencies, regions }: Vocabulary): VacancyDraft {
  const words = Array.from({ length: 1 + randomInt(5) }, () => anyOf(WORDS)).join(' ');
  return {
    title: `Lowongan ${words}`,
    occupationId: anyOf(occupations),
    description: `Pekerjaan ${words} untuk siapa saja yang mau belajar dan datang tepat waktu.\nBaris kedua: ${words}`,
    openings: 1 + randomInt(9),
    regionCodes: [...new Set([anyOf(regions), anyOf(regions)])],
    employmentType: anyOf(['PERMANENT', 'PART_TIME', null]),
    isRemote: randomInt(4) === 0,
    wageMin: anyOf([null, String(3_000_000 + randomInt(1_000_000))]),
    wageMax: String(5_000_000 + randomInt(1_000_000)),
    wageUnit: anyOf(['MONTH', 'DAY']),
    startsOn: anyOf([null, '2027-01-31']),
    validThrough: new Date(Date.now() + (5 + randomInt(50)) * DAY_MS),
    partWeights: {
      ...{ competency: 10_000, experience: 10_000, distance: 8_000 + randomInt(4_000) },
      ...{ education: 10_000, availability: 10_000 },
    },
    requirements: [
      ...[...new Set([anyOf(competencies), anyOf(competencies)])].map(askFor),
      { ...ASKED, kind: 'EDUCATION', education: anyOf(['SMA', 'SMK', 'SD'] as const) },
      { ...ASKED, kind: 'EXPERIENCE', minMonths: randomInt(24) },
    ],
  };
}

const ASKED: RequirementDraft = {
  ...{ kind: 'COMPETENCY', necessity: 'MUST', weightBp: 10_000, competencyId: null },
  ...{ minLevel: null, education: null, minMonths: null },
};

const askFor = (competencyId: string): RequirementDraft => ({
  ...{
    ...ASKED,
    competencyId,
    necessity: anyOf(['MUST', 'SHOULD']),
    minLevel: anyOf([null, 1, 3]),
  },
});
