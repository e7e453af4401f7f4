import type { EmploymentType, WageUnit } from '../entities/vocabulary';
import { isPlainText } from '../services/plain-text';
import { vacancyLimits } from '../services/vacancies/draft';
import { cleanText } from '../text/ad-text';
import { parseEmploymentType } from '../text/employment';
import { endOfOfficeDay } from '../text/office-day';
import { parseRupiah } from '../text/rupiah';
import type { ColumnMap, ImportField } from './column-map';
import type { RowFault } from './faults';
import { FORMULA, isFormula } from './formula';
import { parseDate } from './parse-date';
import type { ImportRecord } from './records';

/** A row whose cells were all readable; nothing is understood of its words yet. */
export interface VacancyRow {
  readonly row: number;
  readonly externalId: string;
  readonly title: string;
  readonly description: string;
  /** '' when the row names no employer. */
  readonly employerRef: string;
  readonly employerName: string;
  readonly locations: readonly string[];
  readonly employmentType: EmploymentType | null;
  readonly postedAt: Date | null;
  readonly closesAt: Date | null;
  readonly wageMin: number | null;
  readonly wageMax: number | null;
  readonly wageUnit: WageUnit | null;
  readonly openings: number;
}

const ID_LENGTH = 200;
const LOCATION_SEPARATOR = /[,;|]/;

/** Reads the cells of a record, or says which of them cannot be taken and why. */
export function readVacancyRow(
  record: ImportRecord,
  columns: ColumnMap,
): { vacancy: VacancyRow } | { faults: RowFault[] } {
  const faults: RowFault[] = [];
  const cell = (field: ImportField) => record.cells.get(columns.get(field) ?? '')?.trim() ?? '';
  const refuse = (field: ImportField, reason: string) => {
    faults.push({ row: record.row, column: columns.get(field) ?? field, reason });
  };
  const date = (field: ImportField): Date | null => {
    if (cell(field) === '') return null;
    const parsed = parseDate(cell(field));
    if (parsed === null) refuse(field, 'is not a date');
    return parsed;
  };

  const externalId = cell('externalId');
  if (externalId === '') refuse('externalId', 'is blank');
  if (externalId.length > ID_LENGTH) refuse('externalId', `is longer than ${ID_LENGTH} characters`);
  const title = cleanText(cell('title'));
  if (!isPlainText(title, vacancyLimits.titleLength))
    refuse('title', textReason(title, vacancyLimits.titleLength));
  const description = cleanText(cell('description'));
  if (description.length > vacancyLimits.descriptionLength) {
    refuse('description', textReason(description, vacancyLimits.descriptionLength));
  }
  const employerName = cleanText(cell('employerName'));
  if (isFormula(employerName)) refuse('employerName', FORMULA);
  const postedAt = date('postedAt');
  const closesAt = closingOf(date('closesAt'));
  if (postedAt !== null && closesAt !== null && closesAt < postedAt)
    refuse('closesAt', 'lies before the posting');
  const pay = readPay(cell, refuse);
  const openings = cell('openings') === '' ? 1 : Number(cell('openings'));
  if (!Number.isInteger(openings) || openings < 1 || openings > vacancyLimits.openings) {
    refuse('openings', `is not a whole number from 1 to ${vacancyLimits.openings}`);
  }
  if (faults.length > 0) return { faults };
  return {
    vacancy: {
      row: record.row,
      externalId,
      title,
      description: description === '' ? title : description,
      employerRef: cell('employerRef') || cell('employerName'),
      employerName,
      locations: cell('locations')
        .split(LOCATION_SEPARATOR)
        .map((place) => place.trim())
        .filter(Boolean),
      employmentType: parseEmploymentType(cell('employment')),
      postedAt,
      closesAt,
      ...pay,
      openings,
    },
  };
}

const DAY_MS = 86_400_000;

/** A day alone, which is read as its first instant in Greenwich, is open until it ends at the office. */
const closingOf = (closesAt: Date | null): Date | null =>
  closesAt === null || closesAt.getTime() % DAY_MS !== 0
    ? closesAt
    : endOfOfficeDay(closesAt.toISOString().slice(0, 'yyyy-mm-dd'.length));

function textReason(text: string, limit: number): string {
  return text.length > limit
    ? `is longer than ${limit} characters`
    : 'is blank or holds hidden characters';
}

function readPay(
  cell: (field: ImportField) => string,
  refuse: (field: ImportField, reason: string) => void,
): Pick<VacancyRow, 'wageMin' | 'wageMax' | 'wageUnit'> {
  const amount = (field: ImportField): number | null => {
    const text = cell(field);
    if (text === '' || /^0+(?:[.,]0+)?$/.test(text)) return null;
    const pay = text.startsWith('-') ? null : parseRupiah(text);
    if (pay === null) refuse(field, 'is not an amount in rupiah');
    return pay?.minIdr ?? pay?.maxIdr ?? null;
  };
  const range = parseRupiah(cell('salary'));
  const wageMin = amount('salaryMin') ?? range?.minIdr ?? null;
  const wageMax = amount('salaryMax') ?? range?.maxIdr ?? null;
  if (wageMin !== null && wageMax !== null && wageMin > wageMax)
    refuse('salaryMax', 'is lower than the minimum');
  const period = cell('salaryPeriod');
  const wageUnit = period === '' ? (range?.unit ?? 'MONTH') : parseUnit(period);
  // A yearly or unknown period is not comparable: no pay is better than a wrong one.
  if ((wageMin === null && wageMax === null) || wageUnit === null) return NO_PAY;
  return { wageMin, wageMax, wageUnit };
}

const NO_PAY = { wageMin: null, wageMax: null, wageUnit: null } as const;

const UNITS: readonly (readonly [WageUnit, RegExp])[] = [
  ['HOUR', /hour|jam/],
  ['DAY', /da(?:il)?y|hari/],
  ['WEEK', /week|minggu/],
  ['MONTH', /month|bulan/],
];

function parseUnit(text: string): WageUnit | null {
  return UNITS.find(([, pattern]) => pattern.test(text.toLowerCase()))?.[0] ?? null;
}
