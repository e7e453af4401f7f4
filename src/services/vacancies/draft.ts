import type {
  EducationLevel,
  EmploymentType,
  Necessity,
  RequirementKind,
  WageUnit,
} from '../../entities/vocabulary';
import type { PartWeights } from '../../matching/core/facts';
import { isPlainText } from '../plain-text';
import { type Problem, problem } from '../problems';

/** Source: RELIABILITY of the design (free text); the list limits are ours, far above any real advertisement. */
export const vacancyLimits = {
  titleLength: 200,
  descriptionLength: 10_000,
  regions: 20,
  requirements: 50,
  openings: 10_000,
} as const;

/** One condition, as an employer states it. */
export interface RequirementDraft {
  kind: RequirementKind;
  necessity: Necessity;
  /** 10,000 = ordinary, from half to double. */
  weightBp: number;
  competencyId: string | null;
  /** Level 1–5. */
  minLevel: number | null;
  education: EducationLevel | null;
  minMonths: number | null;
}

/** The content of a vacancy, as an employer states it; null = not stated. */
export interface VacancyDraft {
  title: string;
  occupationId: string | null;
  description: string;
  openings: number;
  regionCodes: readonly string[];
  employmentType: EmploymentType | null;
  isRemote: boolean;
  /** Whole rupiah. */
  wageMin: string | null;
  wageMax: string | null;
  wageUnit: WageUnit | null;
  startsOn: string | null;
  validThrough: Date;
  partWeights: PartWeights;
  requirements: readonly RequirementDraft[];
}

/** What is wrong with a draft by itself, before anything is looked up; empty when nothing is. */
export function checkDraft(draft: VacancyDraft): Problem[] {
  const problems: Problem[] = [];
  const { titleLength, descriptionLength } = vacancyLimits;
  if (!isPlainText(draft.title, titleLength)) {
    problems.push(problem('TEXT_INVALID', 'title', { max: titleLength }));
  }
  if (!isPlainText(draft.description, descriptionLength)) {
    problems.push(problem('TEXT_INVALID', 'description', { max: descriptionLength }));
  }
  if (!isWageConsistent(draft)) problems.push(problem('WAGE_RANGE_INVALID', 'wageMin'));
  for (const index of repeated(draft.regionCodes)) {
    problems.push(problem('DUPLICATE_ENTRY', `regionCodes.${index}`));
  }
  for (const index of repeated(draft.requirements.map(subjectOf))) {
    problems.push(problem('DUPLICATE_ENTRY', `requirements.${index}`));
  }
  draft.requirements.forEach((requirement, index) => {
    problems.push(...checkRequirement(requirement, `requirements.${index}`));
  });
  return problems;
}

function isWageConsistent({ wageMin, wageMax, wageUnit }: VacancyDraft): boolean {
  if (wageMin === null && wageMax === null) return true;
  if (wageUnit === null) return false;
  return wageMin === null || wageMax === null || BigInt(wageMin) <= BigInt(wageMax);
}

/** What a requirement is about: a competency, or the one education or experience condition. */
const subjectOf = (requirement: RequirementDraft) =>
  requirement.kind === 'EDUCATION' || requirement.kind === 'EXPERIENCE'
    ? requirement.kind
    : `COMPETENCY ${requirement.competencyId}`;

const repeated = (values: readonly string[]) =>
  values.flatMap((value, index) => (values.indexOf(value) < index ? [index] : []));

const valueFields = ['competencyId', 'minLevel', 'education', 'minMonths'] as const;
type ValueField = (typeof valueFields)[number];

/** The field that each kind needs, and the ones it may have beside it. */
const shapes: Record<RequirementKind, { needs: ValueField; allows: readonly ValueField[] }> = {
  COMPETENCY: { needs: 'competencyId', allows: ['minLevel'] },
  LANGUAGE: { needs: 'competencyId', allows: ['minLevel'] },
  LICENCE: { needs: 'competencyId', allows: [] },
  EDUCATION: { needs: 'education', allows: [] },
  EXPERIENCE: { needs: 'minMonths', allows: [] },
};

function checkRequirement(requirement: RequirementDraft, path: string): Problem[] {
  const { needs, allows } = shapes[requirement.kind];
  const isWrong = (field: ValueField) =>
    field === needs
      ? requirement[field] === null
      : requirement[field] !== null && !allows.includes(field);
  return valueFields
    .filter(isWrong)
    .map((field) =>
      problem('REQUIREMENT_MISMATCH', `${path}.${field}`, { kind: requirement.kind }),
    );
}
