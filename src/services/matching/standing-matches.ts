import { type Pair, readVisible } from '../../matches/visible-rows';
import { type CandidateCard, presentCard } from '../../matching/card';
import { compileVacancy } from '../../matching/core/compile';
import { type Counterfactual, suggestRelaxations } from '../../matching/core/counterfactual';
import { explain, type Match } from '../../matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../matching/core/facts';
import { loadCandidates } from '../../matching/facts/candidates';
import { loadVacancies } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import type { RunAs } from '../transaction';

/** How somebody who is visible on a vacancy's list fits it now. */
export interface StandingMatch {
  readonly match: Match;
  toCard(handle: string): CandidateCard;
  /** About the vacancy's own requirements; computed when somebody asks. */
  counterfactuals(): readonly Counterfactual[];
}

export const pairKey = ({ vacancyId, candidateId }: Pair) => `${vacancyId} ${candidateId}`;

/**
 * The matches of people with vacancies, in the order of the pairs; null for who does not stand among the visible people
 * of the vacancy now or may not be shown.
 *
 * Cost: 3 queries.
 */
export async function readStandingMatches(
  { readAs, facts }: { readAs: RunAs; facts: FactsSource },
  pairs: readonly Pair[],
): Promise<(StandingMatch | null)[]> {
  const store = await facts.current();
  const { catalogue, month } = store;
  const { visible, vacancies, people } = await readAs('system', async (manager) => {
    const standing = await readVisible(manager, pairs);
    const idsOf = (key: keyof Pair) => [...new Set(standing.map((pair) => pair[key]))];
    return {
      visible: new Set(standing.map(pairKey)),
      vacancies: await loadVacancies(manager, catalogue, idsOf('vacancyId')),
      people: await loadCandidates(manager, catalogue, month, idsOf('candidateId')),
    };
  });
  const explainers = new Map(vacancies.map(({ id, facts }) => [id, explainer(facts, store)]));
  const factsOf = new Map(people.map(({ id, facts }) => [id, facts]));
  return pairs.map((pair) => {
    const explainFor = explainers.get(pair.vacancyId);
    const person = factsOf.get(pair.candidateId);
    if (!visible.has(pairKey(pair)) || !explainFor || !person) return null;
    return explainFor(person);
  });
}

type Explain = (person: CandidateFacts) => StandingMatch | null;

/** Null for who changed a moment ago and is not eligible any more: the list is yet to be told. */
function explainer(vacancy: VacancyFacts, { catalogue }: FactsStore): Explain {
  const { taxonomy, geography } = catalogue;
  const compiled = compileVacancy(vacancy, taxonomy, geography);
  return (person) => {
    const match = explain(compiled, person);
    if (match.verdict === 'NOT_ELIGIBLE') return null;
    return {
      match,
      toCard: (handle) => presentCard(handle, { facts: person, match }, vacancy, taxonomy),
      counterfactuals: () => suggestRelaxations(compiled)(person),
    };
  };
}
