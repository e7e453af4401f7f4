import type { EmploymentType, WageUnit } from '../../../entities/vocabulary';
import type { PostedVacancy } from './facts';

/** Units that Google knows; piece and project rates have none. */
const UNITS: Partial<Record<WageUnit, string>> = {
  HOUR: 'HOUR',
  DAY: 'DAY',
  WEEK: 'WEEK',
  MONTH: 'MONTH',
};

/** Source: Google's values of `employmentType`. */
const EMPLOYMENT: Record<EmploymentType, string> = {
  PERMANENT: 'FULL_TIME',
  FIXED_TERM: 'TEMPORARY',
  DAILY: 'PER_DIEM',
  PART_TIME: 'PART_TIME',
  FREELANCE: 'CONTRACTOR',
  INTERNSHIP: 'INTERN',
};

export const postedEmployment = (type: EmploymentType | null): string | null =>
  type && EMPLOYMENT[type];

/** The wage as the employer states it; null where nothing is stated or its unit has no name there. */
export function baseSalary({ wageMin, wageMax, wageUnit }: PostedVacancy): object | null {
  const unitText = wageUnit === null ? undefined : UNITS[wageUnit];
  const bounds = [wageMin, wageMax].filter((bound) => bound !== null).map(Number);
  if (unitText === undefined || bounds.length === 0) return null;
  const value = {
    '@type': 'QuantitativeValue',
    ...amounts(wageMin, wageMax),
    unitText,
  };
  return { '@type': 'MonetaryAmount', currency: 'IDR', value };
}

/** A value, a range, or its one bound: a bound is never told as the wage. At most 15 digits, so exact as numbers. */
function amounts(min: string | null, max: string | null): Record<string, number> {
  if (min !== null && min === max) return { value: Number(min) };
  return {
    ...(min === null ? {} : { minValue: Number(min) }),
    ...(max === null ? {} : { maxValue: Number(max) }),
  };
}
