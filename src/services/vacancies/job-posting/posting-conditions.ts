import type { EducationLevel } from '../../../entities/vocabulary';
import type { PostedRequirement } from './facts';

/** Google's categories of credentials; below upper secondary school there is none. */
const CREDENTIALS: Partial<Record<EducationLevel, string>> = {
  SMA: 'high school',
  SMK: 'high school',
  D1: 'associate degree',
  D2: 'associate degree',
  D3: 'associate degree',
  D4: 'bachelor degree',
  S1: 'bachelor degree',
  PROFESSION: 'professional certificate',
  S2: 'postgraduate degree',
  SPECIALIST: 'postgraduate degree',
  S3: 'postgraduate degree',
};

const NONE = 'no requirements';

/** What must be there; wishes stand in the description only. */
export function educationRequirements(requirements: readonly PostedRequirement[]): unknown {
  const education = must(requirements).find((it) => it.education !== null)?.education ?? null;
  if (education === null) return null;
  if (education === 'NO_SCHOOL') return NONE;
  const credentialCategory = CREDENTIALS[education];
  if (credentialCategory === undefined) return null;
  return { '@type': 'EducationalOccupationalCredential', credentialCategory };
}

export function experienceRequirements(requirements: readonly PostedRequirement[]): unknown {
  const months = must(requirements).find((it) => it.minMonths !== null)?.minMonths ?? null;
  if (months === null) return null;
  if (months === 0) return NONE;
  return { '@type': 'OccupationalExperienceRequirements', monthsOfExperience: months };
}

const must = (requirements: readonly PostedRequirement[]) =>
  requirements.filter(({ necessity }) => necessity === 'MUST');
