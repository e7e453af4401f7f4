import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Clock } from '../../clock';
import { Vacancy } from '../../entities';
import type { TextReaders } from '../../search/term-catalogue';
import type {
  FacetCount,
  VacancyFacet,
  VacancyOrder,
  VacancyQuery,
} from '../../search/vacancy-query';
import type { VacancySearch } from '../../search/vacancy-search';
import { conceptTypes } from '../reference/concepts';
import { type Slice, type SliceRequest, sliceOf } from '../slice';
import { type NoteTerm, noteLeftovers } from '../terms/note-words';
import type { RunAs } from '../transaction';
import type { Viewer } from '../viewer';

export {
  type FacetCount,
  type VacancyFacet,
  type VacancyOrder,
  type VacancyQuery,
  vacancyFacets,
  vacancyOrders,
} from '../../search/vacancy-query';

/** Open vacancies that were found, and how. */
export interface FoundVacancies extends Slice<Vacancy> {
  /** No vacancy has all the words, so these have some. */
  isBroadened: boolean;
  /** The database answered in place of the search engine. */
  isDegraded: boolean;
}

/** The index may lag by a moment: a page is filled up at most so often. */
const MAX_ROUNDS = 3;

interface Deps {
  readAs: RunAs;
  search: VacancySearch;
  clock: Clock;
  readers: () => Promise<TextReaders>;
  note: NoteTerm;
}

/**
 * Open vacancies that meet a query, in the order asked for.
 *
 * A place is the offset in the found order; what is no longer open by the database is passed over.
 * Words searched in vain are counted of who is signed in only.
 * Cost: one search and one query, up to three times when the index lags.
 */
export const searchVacancies =
  ({ readAs, search, clock, readers, note }: Deps) =>
  async (
    viewer: Viewer | null,
    query: VacancyQuery,
    order: VacancyOrder,
    request: SliceRequest<number>,
  ): Promise<FoundVacancies> => {
    const now = clock.now();
    const found: { vacancy: Vacancy; offset: number }[] = [];
    let offset = request.after === null ? 0 : request.after + 1;
    for (let round = 1; ; round++) {
      const wanted = request.first + 1 - found.length;
      const page = await search.search(query, { first: wanted, offset, order });
      const open = await readAs('public', (manager) => readOpen(manager, page.ids, now));
      page.ids.forEach((id, index) => {
        const vacancy = open.get(id);
        if (vacancy) found.push({ vacancy, offset: offset + index });
      });
      offset += page.ids.length;
      const isFull = found.length > request.first || page.ids.length < wanted;
      if (!isFull && round < MAX_ROUNDS) continue;
      const slice = sliceOf(found, request, page.totalCount, (row) => row.offset);
      const rows = slice.rows.map(({ item, place }) => ({ item: item.vacancy, place }));
      const { isBroadened, isDegraded } = page;
      const isInVain = request.after === null && (isBroadened || page.totalCount === 0);
      if (viewer !== null && query.q && isInVain) {
        noteUnknown(note, viewer, await readers(), query.q);
      }
      return { ...slice, rows, isBroadened, isDegraded };
    }
  };

/** The words of a search in vain that mean nothing here, either. */
function noteUnknown(note: NoteTerm, viewer: Viewer, readers: TextReaders, words: string): void {
  const known = readers.queries.read(words, conceptTypes);
  noteLeftovers(note, viewer, readers, words, known, 'query');
}

/** The counts of all that a query finds, by each of the facets. Cost: one search. */
export const countVacancies =
  ({ search }: Pick<Deps, 'search'>) =>
  async (
    query: VacancyQuery,
    facets: readonly VacancyFacet[],
  ): Promise<Partial<Record<VacancyFacet, FacetCount[]>>> => {
    if (facets.length === 0) return {};
    return (await search.search(query, { first: 0, facets })).facets;
  };

/** The vacancies among these ids that are open now. */
export async function readOpen(
  manager: EntityManager,
  ids: readonly string[],
  now: Date,
): Promise<Map<string, Vacancy>> {
  if (ids.length === 0) return new Map();
  const open = await manager.findBy(Vacancy, {
    id: In([...ids]),
    state: 'PUBLISHED',
    validThrough: MoreThan(now),
  });
  return new Map(open.map((vacancy) => [vacancy.id, vacancy]));
}
