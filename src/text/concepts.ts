import type { AliasRuleKind, CompetencyKind } from '../entities/vocabulary';

export type ConceptType = 'COMPETENCY' | 'OCCUPATION' | 'REGION';

/** Whether a concept came from a classification; its words were not chosen for our readers. */
export const isImported = (conceptId: string): boolean => conceptId.startsWith('esco-');

/** What text understanding needs to know of a competency. */
export interface CompetencyTerm {
  readonly id: string;
  readonly kind: CompetencyKind;
  readonly labelId: string;
  readonly labelEn: string;
  readonly aliases: readonly string[];
  readonly broader: string | null;
}

/** What text understanding needs to know of an occupation. */
export interface OccupationTerm {
  readonly id: string;
  readonly labelId: string;
  readonly labelEn: string;
  readonly aliases: readonly string[];
  /** The occupation's own competencies, the essential ones first. */
  readonly competencies: readonly { readonly id: string; readonly isEssential: boolean }[];
}

/** What text understanding needs to know of an area; the code says its level and its parents. */
export interface RegionTerm {
  readonly code: string;
  readonly name: string;
}

/** How carefully an alias counts; the kinds are explained at `aliasRules`. */
export interface AliasRule {
  readonly alias: string;
  readonly rule: AliasRuleKind;
  readonly competencyIds: readonly string[];
  readonly occupationIds: readonly string[];
}

/** All reference terms at one taxonomy version. */
export interface TermCatalogue {
  readonly competencies: readonly CompetencyTerm[];
  readonly occupations: readonly OccupationTerm[];
  readonly rules: readonly AliasRule[];
}

/** A concept found in a text, with the words that led to it. */
export interface ConceptMatch {
  readonly type: ConceptType;
  readonly id: string;
  readonly matchedText: string;
  readonly start: number;
  readonly end: number;
  /** 0–10,000; below `RESOLVED_CONFIDENCE_BP` the match is a suggestion, not a finding. */
  readonly confidenceBp: number;
  /** Whether the words were taken for a misspelt name; left out = no. */
  readonly isCorrected?: boolean;
}

/**
 * The least confidence with which a match counts as resolved.
 * Source: docs/MATCHING.md, chosen on hand-judged advertisements for a precision of at least 90 %.
 */
export const RESOLVED_CONFIDENCE_BP = 6_000;
