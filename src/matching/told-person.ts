import { type CandidateCard, presentCard, withholdOnCard } from './card';
import type { Aspect } from './core/aspects';
import type { Counterfactual, SuggestRelaxations } from './core/counterfactual';
import type { Match } from './core/explain';
import type { CandidateFacts, VacancyFacts } from './core/facts';
import type { CoreTaxonomy } from './core/taxonomy';
import { type ToldMatch, withhold } from './core/withhold';

/** Somebody explained, with what is withheld of them. */
export interface ExplainedPerson {
  readonly facts: CandidateFacts;
  readonly match: Match;
  readonly withheld: readonly Aspect[];
}

/** What the employer of a vacancy is told of somebody who has not agreed; made when somebody asks. */
export interface ToldPerson {
  match(): ToldMatch;
  card(handle: string): CandidateCard;
  /** About the vacancy's own requirements. */
  counterfactuals(): readonly Counterfactual[];
}

/** The one way from a person's facts to an employer: whatever is shown, kept or sent was told here. */
export function tellPerson(
  person: ExplainedPerson,
  vacancy: VacancyFacts,
  taxonomy: CoreTaxonomy,
  relax: SuggestRelaxations,
): ToldPerson {
  const { facts, match, withheld } = person;
  return {
    match: () => withhold(match, withheld),
    card: (handle) =>
      withholdOnCard(presentCard(handle, { facts, match }, vacancy, taxonomy), withheld),
    counterfactuals: () =>
      relax(facts, (id) => !withheld.some((one) => !one.isBand && one.requirementId === id)),
  };
}
