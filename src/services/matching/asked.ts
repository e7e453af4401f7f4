import type { EducationLevel, Necessity, RequirementKind } from '../../entities/vocabulary';
import type { Label } from '../labels';

/** A requirement as texts about a match name it. */
export interface Asked {
  kind: RequirementKind;
  necessity: Necessity;
  /** Of the competency; null for the other kinds. */
  label: Label | null;
  education: EducationLevel | null;
  minMonths: number | null;
}

/** The requirements of one vacancy by their id. */
export type AskedById = ReadonlyMap<string, Asked>;
