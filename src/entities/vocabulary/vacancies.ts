export const employerSectors = [
  'GOVERNMENT',
  'LOCAL_GOVERNMENT',
  'BUMN',
  'BUMD',
  'PRIVATE',
] as const;
export type EmployerSector = (typeof employerSectors)[number];

export const verificationStatuses = [
  'UNVERIFIED',
  'PENDING',
  'VERIFIED',
  'SUSPENDED',
  'REJECTED',
] as const;
export type VerificationStatus = (typeof verificationStatuses)[number];

export const vacancyStates = [
  'DRAFT',
  'PENDING_REVIEW',
  'NEEDS_CORRECTION',
  'PUBLISHED',
  'PAUSED',
  'STALE',
  'FILLED',
  'CLOSED',
  'EXPIRED',
  'REJECTED',
  'SUSPENDED',
] as const;
export type VacancyState = (typeof vacancyStates)[number];

export const closeReasons = [
  'FILLED_HERE',
  'FILLED_ELSEWHERE',
  'CANCELLED',
  'EXPIRED',
  'STALE_UNCONFIRMED',
  'LICENCE_LAPSED',
  'FRAUD',
  'DUPLICATE',
] as const;
export type CloseReason = (typeof closeReasons)[number];

export const employmentTypes = [
  'PERMANENT',
  'FIXED_TERM',
  'DAILY',
  'PART_TIME',
  'FREELANCE',
  'INTERNSHIP',
] as const;
export type EmploymentType = (typeof employmentTypes)[number];

export const wageUnits = ['HOUR', 'DAY', 'WEEK', 'MONTH', 'PIECE', 'PROJECT'] as const;
export type WageUnit = (typeof wageUnits)[number];

export const requirementKinds = [
  'COMPETENCY',
  'LANGUAGE',
  'LICENCE',
  'EDUCATION',
  'EXPERIENCE',
] as const;
export type RequirementKind = (typeof requirementKinds)[number];

export const necessities = ['MUST', 'SHOULD', 'NICE'] as const;
export type Necessity = (typeof necessities)[number];

/** Who said that a vacancy needs it: the employer, the words of an ad, or only its occupation. */
export const requirementOrigins = ['EMPLOYER', 'EXPLICIT', 'INFERRED'] as const;
export type RequirementOrigin = (typeof requirementOrigins)[number];

export const sourceKinds = [
  'EMPLOYER_DIRECT',
  'OFFICE',
  'PARTNER_PORTAL',
  'NATIONAL_SYSTEM',
  'NODE_SYNC',
  'IMPORT',
] as const;
export type SourceKind = (typeof sourceKinds)[number];
