import type { AreaRange } from './area';

/** Proficiency 1–5, weakest first. */
export type Level = 1 | 2 | 3 | 4 | 5;

/** How a competency is known: 0 self-declared, 1 facilitator, 2 employer, 3 tested, 4 certified. */
export type Evidence = 0 | 1 | 2 | 3 | 4;

/** From this on, somebody other than the person vouches for the competency. */
export const VERIFIED_EVIDENCE: Evidence = 1;

/** A competency of a person. */
export interface HeldCompetency {
  readonly competency: number;
  readonly level: number;
  readonly evidence: number;
}

/** Work done; `occupation` is null when the title was not understood. */
export interface PastWork {
  readonly occupation: number | null;
  readonly months: number;
}

/**
 * All that matching may know of a person: no name, sex, age, religion, disability, address or wage (I1).
 *
 * Unit: a month is `year * 12 + month`, from 0; `null` means that the person did not say.
 */
export interface CandidateFacts {
  /** Number for the engines; never an input of score or order. */
  readonly person: number;
  readonly tieSalt: number;
  /** Where the person lives, at district resolution or coarser; see `area.ts`. */
  readonly district: number | null;
  readonly willingAreas: readonly AreaRange[];
  readonly competencies: readonly HeldCompetency[];
  readonly experiences: readonly PastWork[];
  /** Step of the education ladder; equal steps are equal. */
  readonly education: number | null;
  /** Bit set over the employment types. */
  readonly employmentTypes: number | null;
  readonly availableFromMonth: number | null;
  readonly confirmedMonth: number;
}

export type Necessity = 'MUST' | 'SHOULD' | 'NICE';

export type RequirementKind = 'COMPETENCY' | 'LANGUAGE' | 'LICENCE';

/** A competency that the vacancy asks for; `minLevel` 1 = held at any level, `weightBp` 10,000 = ordinary. */
export interface CompetencyRequirement {
  readonly id: string;
  readonly kind: RequirementKind;
  readonly competency: number;
  readonly minLevel: number;
  readonly necessity: Necessity;
  readonly weightBp: number;
}

/** A least step of education, or least months of work. */
export interface Threshold {
  readonly id: string;
  readonly necessity: Necessity;
  readonly weightBp: number;
  readonly minimum: number;
}

/** What the parts of the score weigh for an employer; 10,000 = ordinary, from half to double. */
export interface PartWeights {
  /** With work done. */
  readonly competency: number;
  readonly experience: number;
  readonly distance: number;
  readonly education: number;
  readonly availability: number;
}

/** All that matching may know of a vacancy; `null` means that it does not say. */
export interface VacancyFacts {
  readonly vacancy: number;
  readonly tieSalt: number;
  /** Whose people it addresses: any of these areas. */
  readonly scope: readonly AreaRange[];
  /** Where the work is, as region numbers; see `area.ts`. */
  readonly places: readonly number[];
  /** Distances are measured between regencies and not between districts. Source: docs/adr/0016-few-measured-places.md. */
  readonly measuresRegencies?: true;
  readonly isRemote: boolean;
  readonly occupation: number | null;
  readonly requirements: readonly CompetencyRequirement[];
  readonly education: Threshold | null;
  /** In months. */
  readonly experience: Threshold | null;
  /** Bit of the offered employment type. */
  readonly employmentType: number | null;
  readonly startMonth: number | null;
  /** Absent when every part is ordinary. */
  readonly partWeights?: PartWeights;
}
