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

/** What an everyday word can be mapped to. */
export const mappedConceptTypes = ['COMPETENCY', 'OCCUPATION'] as const;
export type MappedConceptType = (typeof mappedConceptTypes)[number];

/** Who used a word that nobody understood. */
export const termOrigins = ['import', 'query', 'employer'] as const;
export type TermOrigin = (typeof termOrigins)[number];
