import type { AskEndpoint, EndpointAnswer } from '../asking/ask-endpoint';
import type { ItemAnswer } from '../vacancies/answers';
import type { VacancyAnswer } from './answers';
import { SIMILAR_QUERY, VACANCY_QUERY } from './operations';

const MOST_SIMILAR = 4;

/** What stands under a slug. */
export interface LoadedVacancy {
  /** Null for none that anybody may see, and for one that was taken down for fraud: nothing of it may be repeated. */
  vacancy: VacancyAnswer | null;
  isFraud: boolean;
}

/** The vacancy under a slug, or the refusal to show instead. */
export async function loadVacancy(
  slug: string,
  ask: AskEndpoint,
): Promise<LoadedVacancy | { refusal: EndpointAnswer }> {
  const result = await ask({ audience: 'public', query: VACANCY_QUERY, variables: { slug } });
  if (result.data === null || result.failure !== null) return { refusal: result };
  const { vacancy } = result.data as { vacancy: VacancyAnswer | null };
  const isFraud = vacancy?.closedReason === 'FRAUD';
  return { vacancy: isFraud ? null : vacancy, isFraud };
}

/** Other open vacancies for the same work; none when that cannot be told. */
export async function loadSimilar(
  { slug, occupation }: VacancyAnswer,
  ask: AskEndpoint,
): Promise<readonly ItemAnswer[]> {
  if (occupation === null) return [];
  const { data } = await ask({
    audience: 'public',
    query: SIMILAR_QUERY,
    variables: { occupation: occupation.id },
  });
  const answer = data as { vacancies: { edges: readonly { node: ItemAnswer }[] } } | null;
  return (answer?.vacancies.edges ?? [])
    .map(({ node }) => node)
    .filter((node) => node.slug !== slug)
    .slice(0, MOST_SIMILAR);
}
