/** Closed vocabularies of the domain: the names that the database, the code and the API share. */
export const regionLevels = ['NATION', 'PROVINCE', 'REGENCY_CITY', 'DISTRICT', 'VILLAGE'] as const;
export type RegionLevel = (typeof regionLevels)[number];

export const conceptStatuses = ['ACTIVE', 'DEPRECATED'] as const;
export type ConceptStatus = (typeof conceptStatuses)[number];

export const competencyKinds = [
  'SKILL',
  'KNOWLEDGE',
  'ATTITUDE',
  'LANGUAGE',
  'LICENCE',
  'TOOL',
  'CERTIFICATE',
] as const;
export type CompetencyKind = (typeof competencyKinds)[number];

export const competencyRelationKinds = ['IMPLIES', 'SUBSTITUTE', 'RELATED'] as const;
export type CompetencyRelationKind = (typeof competencyRelationKinds)[number];

export const occupationNecessities = ['ESSENTIAL', 'OPTIONAL'] as const;
export type OccupationNecessity = (typeof occupationNecessities)[number];

/**
 * How carefully an alias counts as evidence.
 * AMBIGUOUS belongs to several concepts; CONTEXT is no evidence in running text;
 * NEEDS_OCCUPATION is evidence there only when the vacancy's occupation needs the competency;
 * WHOLE_QUERY_ONLY counts only when nothing else stands beside it; TRUSTED is short and yet unmistakable;
 * NOT_A_TERM is a name or fixed phrase that hides the terms inside it ("Kelapa Gading").
 */
export const aliasRules = [
  'AMBIGUOUS',
  'CONTEXT',
  'NEEDS_OCCUPATION',
  'WHOLE_QUERY_ONLY',
  'TRUSTED',
  'NOT_A_TERM',
] as const;
export type AliasRuleKind = (typeof aliasRules)[number];

/** Proficiency levels 1–5, in order. */
export const proficiencyLevels = ['AWARE', 'BASIC', 'INDEPENDENT', 'ADVANCED', 'EXPERT'] as const;
export type ProficiencyLevel = (typeof proficiencyLevels)[number];

/** Weakest first. */
export const evidenceStatuses = [
  'SELF_DECLARED',
  'FACILITATOR_CONFIRMED',
  'EMPLOYER_CONFIRMED',
  'TESTED',
  'CERTIFIED',
] as const;
export type EvidenceStatus = (typeof evidenceStatuses)[number];

/** Lowest first; SMA and SMK stand on one step of the ladder. Source: codelist EducationLevel. */
export const educationLevels = [
  'NO_SCHOOL',
  'SD_UNFINISHED',
  'SD',
  'SMP',
  'SMA',
  'SMK',
  'D1',
  'D2',
  'D3',
  'D4',
  'S1',
  'PROFESSION',
  'S2',
  'SPECIALIST',
  'S3',
] as const;
export type EducationLevel = (typeof educationLevels)[number];

export const employmentTypes = [
  'PERMANENT',
  'FIXED_TERM',
  'DAILY',
  'PART_TIME',
  'FREELANCE',
  'INTERNSHIP',
] as const;
export type EmploymentType = (typeof employmentTypes)[number];

export const candidateStatuses = ['DRAFT', 'ACTIVE', 'DORMANT', 'PLACED', 'ERASED'] as const;
export type CandidateStatus = (typeof candidateStatuses)[number];

export const genders = ['FEMALE', 'MALE'] as const;
export type Gender = (typeof genders)[number];

export const membershipRoles = ['OWNER', 'STAFF', 'RECRUITER'] as const;
export type MembershipRole = (typeof membershipRoles)[number];

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

/** ULD_OFFICER: of the disability service unit (unit layanan disabilitas); FACILITATOR (pendamping): helps people, is no officer. */
export const officeRoles = ['OFFICER', 'ULD_OFFICER', 'AUDITOR', 'FACILITATOR'] as const;
export type OfficeRole = (typeof officeRoles)[number];

/** What an everyday word can be mapped to. */
export const mappedConceptTypes = ['COMPETENCY', 'OCCUPATION'] as const;
export type MappedConceptType = (typeof mappedConceptTypes)[number];

/** Who used a word that nobody understood. */
export const termOrigins = ['import', 'query', 'employer'] as const;
export type TermOrigin = (typeof termOrigins)[number];

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

export const webhookStatuses = ['ACTIVE', 'PAUSED', 'DISABLED'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

export const digestFrequencies = ['DAILY', 'NONE'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

/** What a person can agree to. Source: DOMAIN of the design. */
export const consentPurposes = [
  'MATCHING',
  'SHARE_WITH_EMPLOYER',
  'RESERVED_LIST',
  'SHARE_ACCOMMODATIONS',
  'STATISTICS',
  'CREDIT_REFERRAL',
  'TRAINING_REFERRAL',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Purposes that name an employer, and perhaps one of its vacancies. */
export const sharingPurposes = [
  'SHARE_WITH_EMPLOYER',
  'SHARE_ACCOMMODATIONS',
] as const satisfies readonly ConsentPurpose[];

/** How a consent came: LEGACY = agreed before the ledger, DEMO = invented. */
export const consentChannels = [
  'SELF',
  'OFFICE',
  'VOICE',
  'FACILITATOR',
  'IMPORT',
  'LEGACY',
  'DEMO',
] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** Whether a person and an employer are in touch about a vacancy. */
export const contactStates = [
  'NOT_REQUESTED',
  'INVITED',
  'CONSENTED',
  'DECLINED',
  'EXPIRED',
] as const;
export type ContactState = (typeof contactStates)[number];

/** What happens to a contact. */
export const contactEvents = [
  'INVITE',
  'ACCEPT',
  'DECLINE',
  'EXPIRE',
  'APPLY',
  'WITHDRAW',
] as const;
export type ContactEvent = (typeof contactEvents)[number];

/** How an application (lamaran) stands, in the order of its stages; the last two end it early. */
export const applicationStates = [
  'SUBMITTED',
  'VIEWED',
  'SHORTLISTED',
  'INTERVIEW',
  'OFFERED',
  'HIRED',
  'DECLINED',
  'WITHDRAWN',
] as const;
export type ApplicationState = (typeof applicationStates)[number];

/** Who does something to a contact, or reads who somebody is. */
export const partyKinds = ['CANDIDATE', 'EMPLOYER', 'RECRUITER', 'OFFICER'] as const;
export type PartyKind = (typeof partyKinds)[number];

/** How an objection (keberatan) to a ranking stands. */
export const objectionStates = ['FILED', 'IN_REVIEW', 'UPHELD', 'REJECTED', 'WITHDRAWN'] as const;
export type ObjectionState = (typeof objectionStates)[number];

/** What follows from an objection that is upheld; never a score that somebody sets. */
export const objectionRemedies = ['DATA_MENDED', 'EMPLOYER_TOLD', 'RULES_REPORTED'] as const;
export type ObjectionRemedy = (typeof objectionRemedies)[number];

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

export const addressKinds = ['PHONE', 'EMAIL'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** Whose an API key is: a portal's, or another installation's (simpul). */
export const apiKeyKinds = ['PORTAL', 'NODE'] as const;
export type ApiKeyKind = (typeof apiKeyKinds)[number];

/** What a portal's key may do. */
export const apiKeyScopes = ['READ', 'WRITE'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];

/** Why a session ended before its time. */
export const sessionEnds = ['SIGNED_OUT', 'TOKEN_REUSED', 'RECOVERED'] as const;
export type SessionEnd = (typeof sessionEnds)[number];

/** The SQL of a check that a text column holds one of `values`. */
export const oneOf = (column: string, values: readonly string[]) =>
  `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
