import type { EducationLevel, EmploymentType } from '../../entities/vocabulary';
import { areaRange } from '../core/area';
import type { CandidateFacts } from '../core/facts';
import { areaNumber } from './area-codes';
import type { Catalogue } from './catalogue';
import { educationStep, employmentBits } from './scales';

/** What somebody without an account tells about themselves; nothing of it is kept. */
export interface SeekerWords {
  readonly competencies: readonly { readonly id: string; readonly level?: number }[];
  readonly occupations?: readonly { readonly id: string; readonly months?: number }[];
  readonly regionCode?: string | null;
  readonly willingRegionCodes?: readonly string[];
  readonly education?: EducationLevel | null;
  readonly employmentTypes?: readonly EmploymentType[];
}

/** Who says "I can" works without guidance. Source: level 3, docs/MATCHING.md. */
const STATED_LEVEL = 3;

/** Facts for scoring somebody who is not in the database; unknown ids count for nothing. */
export function describeSeeker(
  words: SeekerWords,
  { competencies, occupations }: Catalogue,
): CandidateFacts {
  const levels = new Map<number, number>();
  for (const { id, level = STATED_LEVEL } of words.competencies) {
    const number = competencies.numberOf.get(id);
    if (number !== undefined) levels.set(number, Math.max(level, levels.get(number) ?? 0));
  }
  return {
    person: 0,
    tieSalt: 0,
    district: words.regionCode == null ? null : areaNumber(words.regionCode),
    willingAreas: (words.willingRegionCodes ?? []).map((code) => areaRange(areaNumber(code))),
    competencies: [...levels].map(([competency, level]) => ({ competency, level, evidence: 0 })),
    experiences: (words.occupations ?? []).map(({ id, months = 1 }) => ({
      occupation: occupations.numberOf.get(id) ?? null,
      months,
    })),
    education: words.education == null ? null : educationStep(words.education),
    employmentTypes: employmentBits(words.employmentTypes ?? []),
    availableFromMonth: null,
    confirmedMonth: 0,
  };
}
