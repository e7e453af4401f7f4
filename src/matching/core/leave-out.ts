import type { VacancyFacts } from './facts';

/** The vacancy as if it did not name these requirements; those of other vacancies change nothing. */
export function leaveOut(facts: VacancyFacts, requirementIds: readonly string[]): VacancyFacts {
  if (requirementIds.length === 0) return facts;
  const isKept = ({ id }: { readonly id: string }) => !requirementIds.includes(id);
  const { requirements, education, experience } = facts;
  return {
    ...facts,
    requirements: requirements.filter(isKept),
    education: education !== null && isKept(education) ? education : null,
    experience: experience !== null && isKept(experience) ? experience : null,
  };
}
