import type { Implication } from './implications';
import type { SimilarPair } from './label-vectors';

export type CompetencyKind =
  | 'SKILL'
  | 'KNOWLEDGE'
  | 'ATTITUDE'
  | 'LANGUAGE'
  | 'LICENCE'
  | 'TOOL'
  | 'CERTIFICATE';

/** A competency under its dense number, which is its place in the list. */
export interface CompetencyRow {
  readonly kind: CompetencyKind;
  readonly label: string;
}

/** An occupation under its dense number; the code's first 3 characters are its family, the first its major group. */
export interface OccupationRow {
  readonly code: string;
  readonly label: string;
}

/** An occupation needs a competency. */
export interface Demand {
  readonly occupation: number;
  readonly competency: number;
  readonly isEssential: boolean;
}

/** The source stands in for the target to `strengthBp`, one way. */
export interface Substitute {
  readonly from: number;
  readonly to: number;
  readonly strengthBp: number;
}

/** How many profiles there were, and by competency how many of them held it. */
export interface RaritySnapshot {
  readonly profiles: number;
  readonly holders: readonly number[];
}

/** One published taxonomy version as plain rows. */
export interface TaxonomyRows {
  readonly version: number;
  readonly competencies: readonly CompetencyRow[];
  readonly implies: readonly Implication[];
  readonly substitutes: readonly Substitute[];
  /** Label neighbours, from `similarLabels`. */
  readonly similar: readonly SimilarPair[];
  readonly occupations: readonly OccupationRow[];
  readonly demands: readonly Demand[];
  /** Who holds what, frozen with the version; without it, the occupations are the holders. */
  readonly holders?: RaritySnapshot;
}
