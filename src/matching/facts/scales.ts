import {
  type EducationLevel,
  type EmploymentType,
  type EvidenceStatus,
  educationLevels,
  employmentTypes,
  evidenceStatuses,
} from '../../entities/vocabulary';

/** Step of the education ladder, from 0; SMA and SMK stand on one. */
export function educationStep(level: EducationLevel): number {
  return educationLevels.indexOf(level === 'SMK' ? 'SMA' : level);
}

/** The bit of an employment type. */
export function employmentBit(type: EmploymentType): number {
  return 1 << employmentTypes.indexOf(type);
}

/** The bits of several; null when none is stated. */
export function employmentBits(types: readonly EmploymentType[]): number | null {
  return types.length === 0 ? null : types.reduce((bits, type) => bits | employmentBit(type), 0);
}

/** 0 self-declared … 4 certified. */
export function evidenceStep(status: EvidenceStatus): number {
  return evidenceStatuses.indexOf(status);
}
