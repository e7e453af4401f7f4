import type {
  CompetencyKind,
  EducationLevel,
  Necessity,
  RequirementKind,
  RequirementOrigin,
} from '../entities/vocabulary';
import type { VacancyCompetency, VacancyUnderstanding } from '../text/vacancy-text';

/** A condition of an imported vacancy, with the words it was understood from. */
export interface ImportedRequirement {
  readonly kind: RequirementKind;
  readonly necessity: Necessity;
  readonly competencyId: string | null;
  readonly education: EducationLevel | null;
  readonly minMonths: number | null;
  readonly origin: RequirementOrigin;
  readonly matchedText: string | null;
  readonly confidenceBp: number | null;
}

interface TermFacts {
  isSpecific(competencyId: string): boolean;
  kindOf(competencyId: string): CompetencyKind | null;
}

const PARSED_CONFIDENCE_BP = 9_000;

/**
 * The conditions of a vacancy as its words state them. Nothing is a must: a reader of words may err, and a must
 * excludes people.
 *
 * Shape: explicit competencies first, then the occupation's own (essential SHOULD, optional NICE), then education
 * and experience. Attitudes are left out; a whole field of work stands only where nothing narrower is known.
 */
export function requirementsOf(
  understanding: VacancyUnderstanding,
  facts: TermFacts,
): ImportedRequirement[] {
  const { competencies, education, experience } = understanding;
  const specific = competencies.filter(({ id }) => facts.isSpecific(id));
  const fields = competencies.filter(({ id }) => facts.kindOf(id) !== 'ATTITUDE');
  const requirements = (specific.length > 0 ? specific : fields).map((competency) =>
    competencyRequirement(competency, facts.kindOf(competency.id)),
  );
  if (education !== null) {
    requirements.push({
      ...stated('EDUCATION', education.matchedText),
      education: education.level,
    });
  }
  if (experience !== null) {
    requirements.push({
      ...stated('EXPERIENCE', experience.matchedText),
      minMonths: experience.minMonths,
    });
  }
  return requirements;
}

function competencyRequirement(
  { id, origin, isEssential, matchedText, confidenceBp }: VacancyCompetency,
  kind: CompetencyKind | null,
): ImportedRequirement {
  return {
    kind: requirementKindOf(kind),
    necessity: isEssential ? 'SHOULD' : 'NICE',
    competencyId: id,
    education: null,
    minMonths: null,
    origin,
    matchedText,
    confidenceBp,
  };
}

function requirementKindOf(kind: CompetencyKind | null): RequirementKind {
  if (kind === 'LANGUAGE') return 'LANGUAGE';
  return kind === 'LICENCE' || kind === 'CERTIFICATE' ? 'LICENCE' : 'COMPETENCY';
}

function stated(kind: RequirementKind, matchedText: string): ImportedRequirement {
  return {
    kind,
    necessity: 'SHOULD',
    competencyId: null,
    education: null,
    minMonths: null,
    origin: 'EXPLICIT',
    matchedText,
    confidenceBp: PARSED_CONFIDENCE_BP,
  };
}
