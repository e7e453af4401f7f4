import { monthlyWageIdr } from '../../search/wages';
import type { DiscriminationGround } from '../../text/discrimination-wordings';
import { findDiscriminatoryWording } from '../../text/discriminatory-wording';
import { officeDay } from '../../text/office-day';
import type { Label } from '../labels';
import { formatNumber } from '../matching/render-match';
import type { VacancyDraft } from './draft';

export const remarkCodes = [
  'NO_OCCUPATION',
  'FEW_COMPETENCIES',
  'SHORT_DESCRIPTION',
  'EXPERIENCE_FOR_INTERNSHIP',
  'START_PAST',
  'WAGE_RANGE_WIDE',
  'WAGE_BELOW_MINIMUM',
  'WAGE_IMPLAUSIBLE',
  'DISCRIMINATES_BY_AGE',
  'DISCRIMINATES_BY_SEX',
  'DISCRIMINATES_BY_LOOKS',
  'DISCRIMINATES_BY_MARITAL_STATUS',
  'DISCRIMINATES_BY_RELIGION',
  'DISCRIMINATES_BY_ETHNICITY',
  'DISCRIMINATES_BY_DISABILITY',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];

/** Advice about a draft; it refuses nothing. */
export interface Remark {
  code: RemarkCode;
  path: readonly string[];
  /** The words it is about, where there are some. */
  matchedText: string | null;
  message: Label;
}

/** Below these an advertisement ranks nobody well. Source: our choice; fewer requirements lower every score (specificity). */
const LEAST_COMPETENCIES = 3;
const LEAST_DESCRIPTION = 80;
/** A highest wage of more times the lowest says nothing; one of more times the minimum wage has a zero too many. */
const WIDEST_RANGE = 3;
const IMPLAUSIBLE_TIMES = 30;

/** `minimumWageIdr` = of the cheapest place of work, a month; null = not known. */
export function remarksOn(draft: VacancyDraft, minimumWageIdr: number | null, now: Date): Remark[] {
  return [
    ...remarkOnThin(draft),
    ...remarkOnContradictions(draft, now),
    ...remarkOnWage(draft, minimumWageIdr),
    ...remarkOnWording(draft),
  ];
}

function remarkOnThin({ occupationId, description, requirements }: VacancyDraft): Remark[] {
  const remarks: Remark[] = [];
  if (occupationId === null) {
    remarks.push(
      remark('NO_OCCUPATION', 'occupationId', {
        ID: 'Pilih jabatan, agar pengalaman yang sesuai ikut dihitung.',
        EN: 'Choose an occupation, so that fitting work counts.',
      }),
    );
  }
  const competencies = requirements.filter(({ competencyId }) => competencyId !== null).length;
  if (competencies < LEAST_COMPETENCIES) {
    remarks.push(
      remark('FEW_COMPETENCIES', 'requirements', {
        ID: `Sebutkan paling sedikit ${LEAST_COMPETENCIES} kompetensi; sekarang ${competencies}.`,
        EN: `Name at least ${LEAST_COMPETENCIES} competencies; there are ${competencies}.`,
      }),
    );
  }
  if (description.trim().length < LEAST_DESCRIPTION) {
    remarks.push(
      remark('SHORT_DESCRIPTION', 'description', {
        ID: 'Jelaskan pekerjaannya dengan beberapa kalimat.',
        EN: 'Describe the work in a few sentences.',
      }),
    );
  }
  return remarks;
}

function remarkOnContradictions(
  { employmentType, requirements, startsOn }: VacancyDraft,
  now: Date,
): Remark[] {
  const remarks: Remark[] = [];
  const asked = requirements.findIndex(
    ({ necessity, minMonths }) => necessity === 'MUST' && (minMonths ?? 0) > 0,
  );
  if (employmentType === 'INTERNSHIP' && asked >= 0) {
    remarks.push(
      remark('EXPERIENCE_FOR_INTERNSHIP', `requirements.${asked}.minMonths`, {
        ID: 'Magang tidak lazim mewajibkan pengalaman.',
        EN: 'An internship does not demand experience.',
      }),
    );
  }
  if (startsOn !== null && startsOn < officeDay(now)) {
    remarks.push(
      remark('START_PAST', 'startsOn', {
        ID: 'Tanggal mulai sudah lewat.',
        EN: 'The work would have begun already.',
      }),
    );
  }
  return remarks;
}

function remarkOnWage(
  { employmentType, wageMin, wageMax, wageUnit }: VacancyDraft,
  minimumIdr: number | null,
): Remark[] {
  const [least, most] = [wageMin, wageMax].map((wage) => monthlyWageIdr(wage, wageUnit));
  const remarks: Remark[] = [];
  if (least && most && most > least * WIDEST_RANGE) {
    remarks.push(
      remark('WAGE_RANGE_WIDE', 'wageMax', {
        ID: `Upah tertinggi lebih dari ${WIDEST_RANGE} kali yang terendah.`,
        EN: `The highest wage is more than ${WIDEST_RANGE} times the lowest.`,
      }),
    );
  }
  const from = least ?? most;
  if (minimumIdr === null || from === null) return remarks;
  const amount = { ID: formatNumber(minimumIdr, 'ID'), EN: formatNumber(minimumIdr, 'EN') };
  const isOwed = isMinimumOwed(employmentType, wageUnit);
  if (isOwed && from < minimumIdr) {
    remarks.push(
      remark('WAGE_BELOW_MINIMUM', wageMin === null ? 'wageMax' : 'wageMin', {
        ID: `Upah di bawah upah minimum setempat, Rp ${amount.ID} sebulan.`,
        EN: `The wage is below the local minimum wage, Rp ${amount.EN} a month.`,
      }),
    );
  }
  if ((most ?? from) > minimumIdr * IMPLAUSIBLE_TIMES) {
    remarks.push(
      remark('WAGE_IMPLAUSIBLE', wageMax === null ? 'wageMin' : 'wageMax', {
        ID: `Upah lebih dari ${IMPLAUSIBLE_TIMES} kali upah minimum; periksa jumlah nolnya.`,
        EN: `The wage is more than ${IMPLAUSIBLE_TIMES} times the minimum; check the zeros.`,
      }),
    );
  }
  return remarks;
}

/** Interns and freelancers are paid by other rules, part of a month is no whole one. */
function isMinimumOwed(
  employmentType: VacancyDraft['employmentType'],
  wageUnit: VacancyDraft['wageUnit'],
): boolean {
  if (employmentType === 'INTERNSHIP' || employmentType === 'FREELANCE') return false;
  return employmentType !== 'PART_TIME' || wageUnit === 'HOUR' || wageUnit === 'DAY';
}

const groundNames: Readonly<Record<DiscriminationGround, Label>> = {
  AGE: { ID: 'usia', EN: 'age' },
  SEX: { ID: 'jenis kelamin', EN: 'sex' },
  LOOKS: { ID: 'penampilan', EN: 'looks' },
  MARITAL_STATUS: { ID: 'status perkawinan', EN: 'marital status' },
  RELIGION: { ID: 'agama', EN: 'religion' },
  ETHNICITY: { ID: 'suku atau keturunan', EN: 'ethnic origin' },
  DISABILITY: { ID: 'disabilitas', EN: 'disability' },
};

const remarkOnWording = (draft: VacancyDraft): Remark[] =>
  (['title', 'description'] as const).flatMap((field) =>
    findDiscriminatoryWording(draft[field]).map(({ ground, matchedText }) => ({
      ...remark(`DISCRIMINATES_BY_${ground}`, field, {
        ID: `“${matchedText}” membedakan orang menurut ${groundNames[ground].ID}; hapus bila pekerjaan tidak menuntutnya.`,
        EN: `“${matchedText}” turns people away by ${groundNames[ground].EN}; leave it out unless the work demands it.`,
      }),
      matchedText,
    })),
  );

const remark = (code: RemarkCode, path: string, message: Label): Remark => ({
  code,
  path: path.split('.'),
  matchedText: null,
  message,
});
