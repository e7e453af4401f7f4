import type { EducationLevel, EmploymentType, Gender } from '../../entities/vocabulary';
import { type Address, normaliseAddress } from '../../identity/address';
import { isPlainText } from '../plain-text';
import { type Problem, problem } from '../problems';

/** Source: RELIABILITY of the design (free text); a person names at most five areas (check of the table). */
export const profileLimits = {
  nameLength: 200,
  willingRegions: 5,
  workExperiences: 50,
  competencies: 200,
} as const;

/** Under this age a guardian consents first. Source: DOMAIN of the design; UU 23/2002 art. 1. */
export const ADULT_YEARS = 18;

/** What a person says of themselves; null = not stated. */
export interface ProfileDraft {
  fullName: string;
  phone: string | null;
  email: string | null;
  birthDate: string | null;
  gender: Gender | null;
  regionCode: string;
  identityRegionCode: string | null;
  education: EducationLevel | null;
  /** Empty = not stated. */
  employmentTypes: readonly EmploymentType[];
  availableFrom: string | null;
  willingRegionCodes: readonly string[];
  /** Whole rupiah a month. */
  expectedWage: string | null;
}

/** What is wrong with a profile by itself, before anything is looked up; empty when nothing is. */
export function checkProfile(draft: ProfileDraft, today: string): Problem[] {
  const { nameLength } = profileLimits;
  const codes = draft.willingRegionCodes;
  return [
    ...(isPlainText(draft.fullName, nameLength)
      ? []
      : [problem('TEXT_INVALID', 'fullName', { max: nameLength })]),
    ...(isAddress(draft.phone, 'PHONE') ? [] : [problem('ADDRESS_INVALID', 'phone')]),
    ...(isAddress(draft.email, 'EMAIL') ? [] : [problem('ADDRESS_INVALID', 'email')]),
    ...(isMinor(draft.birthDate, today)
      ? [problem('GUARDIAN_CONSENT_REQUIRED', 'birthDate', { years: ADULT_YEARS })]
      : []),
    ...codes.flatMap((code, index) =>
      codes.indexOf(code) < index
        ? [problem('DUPLICATE_ENTRY', `willingRegionCodes.${index}`)]
        : [],
    ),
  ];
}

const isAddress = (typed: string | null, kind: Address['kind']) =>
  typed === null || normaliseAddress(typed)?.kind === kind;

const spelt = (typed: string | null) => (typed && normaliseAddress(typed)?.text) ?? null;

/** Whether somebody is known to be under age; days as `YYYY-MM-DD`. */
export function isMinor(birthDate: string | null, today: string): boolean {
  if (birthDate === null) return false;
  const adultFrom = `${Number(birthDate.slice(0, 4)) + ADULT_YEARS}${birthDate.slice(4)}`;
  return today < adultFrom;
}

/** The columns of `candidates` that a profile decides, and no other. */
export const profileColumns = (draft: ProfileDraft) => ({
  fullName: draft.fullName.trim(),
  phone: spelt(draft.phone),
  email: spelt(draft.email),
  birthDate: draft.birthDate,
  gender: draft.gender,
  regionCode: draft.regionCode,
  identityRegionCode: draft.identityRegionCode,
  education: draft.education,
  employmentTypes: [...draft.employmentTypes],
  availableFrom: draft.availableFrom,
  willingRegionCodes: [...draft.willingRegionCodes],
  expectedWage: draft.expectedWage,
});
