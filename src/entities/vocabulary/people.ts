export const candidateStatuses = ['DRAFT', 'ACTIVE', 'DORMANT', 'PLACED', 'ERASED'] as const;
export type CandidateStatus = (typeof candidateStatuses)[number];

export const genders = ['FEMALE', 'MALE'] as const;
export type Gender = (typeof genders)[number];

export const disabilityKinds = [
  'PHYSICAL',
  'INTELLECTUAL',
  'MENTAL',
  'SENSORY',
  'MULTIPLE',
] as const;
export type DisabilityKind = (typeof disabilityKinds)[number];

/** What somebody needs at work because of a disability; never the reason for it. */
export const accommodationKinds = [
  'WHEELCHAIR_ACCESS',
  'SIGN_LANGUAGE',
  'SCREEN_READER',
  'FLEXIBLE_HOURS',
  'JOB_COACH',
  'QUIET_SPACE',
  'TRANSPORT',
  'OTHER',
] as const;
export type AccommodationKind = (typeof accommodationKinds)[number];

/** What an officer reads a person's record for. */
export const readPurposes = [
  'COUNTER_SERVICE',
  'JOB_SEEKER_CARD',
  'PLACEMENT',
  'IDENTITY_CHECK',
  'DUPLICATE_CHECK',
  'OBJECTION',
  'DISABILITY_SERVICE',
  'OFFICIAL_REPORT',
] as const;
export type ReadPurpose = (typeof readPurposes)[number];
