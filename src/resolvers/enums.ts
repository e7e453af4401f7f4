import { registerEnumType } from 'type-graphql';
import {
  accommodationKinds,
  candidateStatuses,
  closeReasons,
  competencyKinds,
  conceptStatuses,
  disabilityKinds,
  educationLevels,
  employerSectors,
  employmentTypes,
  evidenceStatuses,
  genders,
  necessities,
  occupationNecessities,
  proficiencyLevels,
  regionLevels,
  requirementKinds,
  requirementOrigins,
  sourceKinds,
  vacancyStates,
  verificationStatuses,
  wageUnits,
} from '../entities/vocabulary';
import { problemCodes } from '../errors';
import { profileHints } from '../services/candidates/profile-hints';
import { employerCloseReasons } from '../services/vacancies/close-vacancy';
import { vacancyFacets, vacancyOrders } from '../services/vacancies/search-vacancies';

type EnumOf<T extends string> = { readonly [K in T]: K };

/** A GraphQL enum whose names and values are one list of the domain. */
export function enumOf<T extends string>(
  name: string,
  values: readonly T[],
  description: string,
  valueDescriptions: Partial<Record<T, string>> = {},
): EnumOf<T> {
  const members = Object.fromEntries(values.map((value) => [value, value])) as EnumOf<T>;
  const valuesConfig = Object.fromEntries(
    Object.entries(valueDescriptions).map(([value, text]) => [value, { description: text }]),
  );
  registerEnumType(members, { name, description, valuesConfig } as never);
  return members;
}

export const LangEnum = enumOf('Lang', ['ID', 'EN'], 'Language of a label or message.', {
  ID: 'Indonesian',
  EN: 'English',
});
export const RegionLevelEnum = enumOf('RegionLevel', regionLevels, 'Level of a region.', {
  REGENCY_CITY: 'Kabupaten or kota',
  DISTRICT: 'Kecamatan',
  VILLAGE: 'Kelurahan or desa',
});
export const ConceptStatusEnum = enumOf(
  'ConceptStatus',
  conceptStatuses,
  'Whether a concept is in use; a deprecated one stays readable and names what replaced it.',
);
export const CompetencyKindEnum = enumOf('CompetencyKind', competencyKinds, 'Kind of competency.');
export const EducationLevelEnum = enumOf(
  'EducationLevel',
  educationLevels,
  'Education (jenjang pendidikan), lowest first; SMA and SMK stand on one step.',
);
export const EmploymentTypeEnum = enumOf('EmploymentType', employmentTypes, 'Form of employment.');
export const ProficiencyLevelEnum = enumOf(
  'ProficiencyLevel',
  proficiencyLevels,
  'How well somebody commands a competency, levels 1 to 5.',
);
export const EmployerSectorEnum = enumOf(
  'EmployerSector',
  employerSectors,
  'Sector of an employer.',
  {
    BUMN: 'State-owned enterprise',
    BUMD: 'Region-owned enterprise',
  },
);
export const VerificationStatusEnum = enumOf(
  'VerificationStatus',
  verificationStatuses,
  'Whether the labour office has checked the employer.',
);
export const VacancyStateEnum = enumOf('VacancyState', vacancyStates, 'State of a vacancy.', {
  DRAFT: 'Only its employer sees it',
  PUBLISHED: 'Open: found by search and matched',
  STALE: 'Not confirmed for long; out of the default search',
});
export const CloseReasonEnum = enumOf('CloseReason', closeReasons, 'Why a vacancy is closed.');
export const EmployerCloseReasonEnum = enumOf(
  'EmployerCloseReason',
  employerCloseReasons,
  'Why an employer closes a vacancy.',
);
export const WageUnitEnum = enumOf('WageUnit', wageUnits, 'What a wage is paid for.');
export const RequirementKindEnum = enumOf(
  'RequirementKind',
  requirementKinds,
  'What a requirement is about.',
);
export const NecessityEnum = enumOf('Necessity', necessities, 'How necessary a requirement is.', {
  MUST: 'Whoever fails it is not eligible',
  SHOULD: 'Needed for a strong verdict',
  NICE: 'Counts, with less weight',
});
export const RequirementOriginEnum = enumOf(
  'RequirementOrigin',
  requirementOrigins,
  'Who said that the vacancy needs it.',
  {
    EMPLOYER: 'The employer chose it',
    EXPLICIT: 'The words of an imported advertisement name it',
    INFERRED: 'Only the occupation suggests it',
  },
);
export const OccupationNecessityEnum = enumOf(
  'OccupationNecessity',
  occupationNecessities,
  'Whether an occupation cannot do without a competency.',
);
export const SourceKindEnum = enumOf('SourceKind', sourceKinds, 'Where a vacancy came from.');
export const VacancyOrderEnum = enumOf('VacancyOrder', vacancyOrders, 'Order of found vacancies.', {
  DISTANCE: 'Nearest first; needs `near`',
  WAGE: 'Best paid first, compared by the month',
});
export const VacancyFacetEnum = enumOf(
  'VacancyFacet',
  vacancyFacets,
  'By what found vacancies are counted.',
);
export const UserErrorCodeEnum = enumOf(
  'UserErrorCode',
  problemCodes,
  'Why nothing was changed; the texts are in docs/ERRORS.md.',
);
export const GenderEnum = enumOf('Gender', genders, 'Gender as on the identity card.');
export const CandidateStatusEnum = enumOf(
  'CandidateStatus',
  candidateStatuses,
  'State of a search for work.',
  {
    DRAFT: 'Not begun',
    ACTIVE: 'In rankings, as long as the consent to be matched lives',
    DORMANT: 'Paused, or not confirmed for 180 days: in no ranking',
    PLACED: 'Work was found',
  },
);
export const EvidenceStatusEnum = enumOf(
  'EvidenceStatus',
  evidenceStatuses,
  'How it is known that somebody commands a competency, the weakest first.',
);
export const DisabilityKindEnum = enumOf('DisabilityKind', disabilityKinds, 'Kind of disability.');
export const AccommodationKindEnum = enumOf(
  'AccommodationKind',
  accommodationKinds,
  'What somebody needs at work.',
);
export const ProfileHintEnum = enumOf(
  'ProfileHint',
  profileHints,
  'What the person can still do for better matches.',
  {
    AGREE_TO_MATCHING: 'Nobody is matched who has not agreed to it',
    RECONFIRM_SEARCH: 'The search is paused or ends within 30 days',
    ADD_COMPETENCIES: 'Fewer than five are held',
    NAME_DISTRICT: 'Distances are measured from the district',
    NAME_OCCUPATIONS: 'Some work names no occupation, so it counts for none',
  },
);
