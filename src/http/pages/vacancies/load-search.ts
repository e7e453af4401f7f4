import type { AskEndpoint, EndpointAnswer, PageOperation } from '../asking/ask-endpoint';
import type { RegionAnswer, VacanciesAnswer } from './answers';
import { PLACE_QUERY, REGION_QUERY, SEARCH_QUERY, WORK_QUERY } from './operations';
import { ORDERS, type SearchRequest } from './search-request';

export interface SearchView {
  search: SearchRequest;
  found: VacanciesAnswer;
  /** The place that was meant; null for none asked or none understood. */
  region: RegionAnswer | null;
  /** Other words to try, when nothing was found. */
  suggestions: readonly string[];
}

/** What was found, or the refusal to show instead. */
export type LoadedSearch = { view: SearchView } | { refusal: EndpointAnswer };

const PAGE_SIZE = 20;
const BAD_REQUEST = 400;
const CODE = /^(?:ID|\d\d(?:\.\d\d(?:\.\d\d(?:\.\d{4})?)?)?)$/;

/** What a search means. */
export interface SearchMeaning {
  /** The place behind its words; null for none asked or none understood. */
  region: RegionAnswer | null;
  /** A filter of the operations. */
  filter: Record<string, unknown>;
}

/** What a search means, or why that cannot be told now: nobody may take a place that was not looked up for an unknown one. */
export async function resolveSearch(
  search: SearchRequest,
  ask: AskEndpoint,
): Promise<SearchMeaning | { refusal: EndpointAnswer }> {
  const found = search.place === '' ? { region: null } : await findRegion(search.place, ask);
  if ('refusal' in found) return found;
  const { region } = found;
  const filter = {
    q: search.words === '' ? null : search.words,
    regionCodes: region === null ? null : [region.code],
    employmentTypes: search.employmentType === null ? null : [search.employmentType],
    occupationIds: search.occupation === '' ? null : [search.occupation],
  };
  return { region, filter };
}

/** Whether a place was asked for that nobody knows: the filter of such a search is that of all places. */
export const isPlaceUnknown = (
  { place }: Pick<SearchRequest, 'place'>,
  region: RegionAnswer | null,
): boolean => place !== '' && region === null;

/** The page of a search, by the operations that anybody may run. */
export async function loadSearch(
  search: SearchRequest,
  ask: AskEndpoint,
  first = PAGE_SIZE,
): Promise<LoadedSearch> {
  const meaning = await resolveSearch(search, ask);
  if ('refusal' in meaning) return meaning;
  const { region, filter } = meaning;
  const after = search.after === '' ? null : search.after;
  const variables = { first, filter, order: ORDERS[search.order], after };
  const result = await ask(asPublic(SEARCH_QUERY, variables));
  const found = (result.data as { vacancies: VacanciesAnswer } | null)?.vacancies ?? null;
  if (found === null) return { refusal: result };
  const isInVain = found.totalCount === 0 && search.words !== '';
  const suggestions = isInVain ? await suggestWork(search.words, ask) : [];
  return { view: { search, found, region, suggestions } };
}

interface FoundRegion {
  region?: RegionAnswer | null;
  suggest?: readonly { concept: RegionAnswer }[];
}

async function findRegion(
  place: string,
  ask: AskEndpoint,
): Promise<{ region: RegionAnswer | null } | { refusal: EndpointAnswer }> {
  const isCode = CODE.test(place);
  const result = await ask(
    isCode ? asPublic(REGION_QUERY, { code: place }) : asPublic(PLACE_QUERY, { place }),
  );
  // Words that the endpoint does not take are no place that anybody knows.
  if (result.failure !== null && result.status !== BAD_REQUEST) return { refusal: result };
  const { region = null, suggest = [] } = (result.data ?? {}) as FoundRegion;
  return { region: region ?? suggest[0]?.concept ?? null };
}

async function suggestWork(words: string, ask: AskEndpoint): Promise<string[]> {
  const { data } = await ask(asPublic(WORK_QUERY, { words }));
  const suggested = data as { suggest: readonly { concept: { label: string } }[] } | null;
  return [...new Set(suggested?.suggest.map(({ concept }) => concept.label))];
}

const asPublic = (query: string, variables: Record<string, unknown>): PageOperation => ({
  audience: 'public',
  query,
  variables,
});
