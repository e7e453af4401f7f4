import { type Pair, readVisible } from '../../matches/visible-rows';
import type { CandidateCard } from '../../matching/card';
import { compileVacancy } from '../../matching/core/compile';
import { type Counterfactual, suggestRelaxations } from '../../matching/core/counterfactual';
import { type Crowd, withholdIn } from '../../matching/core/crowd';
import { explain } from '../../matching/core/explain';
import type { CandidateFacts, VacancyFacts } from '../../matching/core/facts';
import type { ToldMatch } from '../../matching/core/withhold';
import { loadCandidates } from '../../matching/facts/candidates';
import { loadVacancies } from '../../matching/facts/vacancies';
import type { FactsSource, FactsStore } from '../../matching/facts-store';
import { tellPerson } from '../../matching/told-person';
import type { RunAs } from '../transaction';

/** How somebody who is visible on a vacancy's list fits it now. */
export interface StandingMatch {
  readonly match: ToldMatch;
  toCard(handle: string): CandidateCard;
  /** About the vacancy's own requirements; computed when somebody asks. */
  counterfactuals(): readonly Counterfactual[];
}

export const pairKey = ({ vacancyId, candidateId }: Pair) => `${vacancyId} ${candidateId}`;

/**
 * The matches of people with vacancies, in the order of the pairs; null for who does not stand among the visible people
 * of the vacancy now or may not be shown.
 *
 * Cost: 3 queries, and a ranking for each vacancy whenever people changed.
 */
export async function readStandingMatches(
  { readAs, facts }: { readAs: RunAs; facts: FactsSource },
  pairs: readonly Pair[],
): Promise<(StandingMatch | null)[]> {
  const store = await facts.current();
  const { catalogue, month } = store;
  const idsOf = (some: readonly Pair[], key: keyof Pair) => [
    ...new Set(some.map((pair) => pair[key])),
  ];
  const vacancies = await readAs('system', (manager) =>
    loadVacancies(manager, catalogue, idsOf(pairs, 'vacancyId')),
  );
  const crowds = await Promise.all(vacancies.map(({ facts }) => crowdOf(store, facts)));
  // Last, so that who withdrew meanwhile is told nobody of.
  const { standing, people } = await readAs('system', async (manager) => {
    const standing = await readVisible(manager, pairs);
    const ids = idsOf(standing, 'candidateId');
    return { standing, people: await loadCandidates(manager, catalogue, month, ids) };
  });
  const visible = new Set(standing.map(pairKey));
  const factsOf = new Map(people.map(({ id, facts }) => [id, facts]));
  const tellOf = new Map(
    vacancies.map(({ id, facts: vacancy }, at): [string, Tell] => {
      const own = standing.filter(({ vacancyId }) => vacancyId === id);
      const shown = new Set(own.flatMap(({ candidateId }) => factsOf.get(candidateId) ?? []));
      return [id, teller(vacancy, store, crowds[at], [...shown])];
    }),
  );
  return pairs.map((pair) => {
    const tell = tellOf.get(pair.vacancyId);
    const person = factsOf.get(pair.candidateId);
    return visible.has(pairKey(pair)) && tell && person ? tell(person) : null;
  });
}

type Tell = (person: CandidateFacts) => StandingMatch | null;

/**
 * What is told of some people, as the vacancy's list tells it.
 *
 * Shape: null for who changed a moment ago and is not eligible any more: the list is yet to be told.
 */
function teller(
  vacancy: VacancyFacts,
  { catalogue }: FactsStore,
  crowd: Crowd,
  shown: readonly CandidateFacts[],
): Tell {
  const { taxonomy, geography } = catalogue;
  const compiled = compileVacancy(vacancy, taxonomy, geography);
  const matches = new Map(shown.map((person) => [person, explain(compiled, person)]));
  const eligible = shown.filter((person) => matches.get(person)?.verdict !== 'NOT_ELIGIBLE');
  const withheldOf = withholdIn(compiled, crowd, eligible);
  return (facts) => {
    const match = matches.get(facts);
    if (match === undefined || match.verdict === 'NOT_ELIGIBLE') return null;
    const person = { facts, match, withheld: withheldOf(facts.person) };
    const told = tellPerson(person, vacancy, taxonomy, (...asked) =>
      suggestRelaxations(compiled)(...asked),
    );
    return { match: told.match(), toCard: told.card, counterfactuals: told.counterfactuals };
  };
}

/** Of one state of the people, by vacancy: a thousand who are told of one event need it once. */
interface KnownCrowds {
  readonly seq: number;
  readonly crowds: Map<string, Promise<Crowd>>;
}

const knownCrowds = new WeakMap<FactsStore, KnownCrowds>();

function crowdOf(store: FactsStore, vacancy: VacancyFacts): Promise<Crowd> {
  const { seq } = store;
  const last = knownCrowds.get(store);
  const { crowds } = last?.seq === seq ? last : { crowds: new Map<string, Promise<Crowd>>() };
  knownCrowds.set(store, { seq, crowds });
  const key = JSON.stringify(vacancy);
  const crowd = crowds.get(key) ?? store.people.crowd(vacancy);
  crowds.set(key, crowd);
  // Whoever asks next asks again.
  crowd.catch(() => crowds.delete(key));
  return crowd;
}
