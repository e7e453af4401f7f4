import type { SearchParams, SearchResponse } from 'meilisearch';
import type { DataSource } from 'typeorm';
import type { Clock } from '../clock';
import { isOutage, type SearchClient } from './client';
import type { VacancyDocument } from './documents';
import { allOf, anyOf, type Filter, filterOn } from './filter';
import { narrowVacancies, searchVacanciesInSql } from './vacancy-fallback';
import {
  levelsUpTo,
  mostFrequent,
  plainWords,
  type VacancyFacet,
  type VacancyOrder,
  type VacancyPage,
  type VacancyPageRequest,
  type VacancyQuery,
} from './vacancy-query';

/** Finds published vacancies. */
export interface VacancySearch {
  /**
   * One page of vacancies with the exact number of all and the counts of the asked facets.
   *
   * Shape: a vacancy has every word, typos forgiven, in its title, occupation, competencies, employer, place or text;
   * where none has, those that have the rarer words (`isBroadened`).
   * Errors: RangeError for an empty list in the query or DISTANCE without `near`; none for an outage of Meilisearch.
   * Cost: one request (two when broadened), or one statement.
   */
  search(query: VacancyQuery, page: VacancyPageRequest): Promise<VacancyPage>;
  /** Those of the vacancies that are open and meet the query now, by the database. Cost: 1 or 2 statements. */
  narrow(query: VacancyQuery, ids: readonly string[]): Promise<ReadonlySet<string>>;
}

type FilterAttribute = Exclude<keyof VacancyDocument, 'id' | 'version' | '_geo'>;
const vacancy = filterOn<FilterAttribute>();

const METRES_PER_KM = 1_000;

const facetAttributes: Readonly<Record<VacancyFacet, FilterAttribute>> = {
  REGION: 'regions',
  OCCUPATION: 'occupationId',
  COMPETENCY: 'competencyIds',
  EDUCATION: 'education',
  EMPLOYMENT_TYPE: 'employmentType',
  SECTOR: 'sector',
  SOURCE: 'sourceKind',
};

/** The search in Meilisearch (`null`: there is none) with PostgreSQL behind it. */
export function vacancySearch(
  client: SearchClient | null,
  dataSource: DataSource,
  clock: Clock,
): VacancySearch {
  return {
    search: async (query, page) => {
      const now = clock.now();
      const parameters = searchParameters(query, page, now);
      if (client !== null) {
        try {
          return await searchInMeilisearch(client, parameters, page.facets);
        } catch (error) {
          if (!isOutage(error)) throw error;
        }
      }
      return await searchVacanciesInSql(dataSource, query, page, now);
    },
    narrow: (query, ids) => narrowVacancies(dataSource, query, ids, clock.now()),
  };
}

function searchParameters(query: VacancyQuery, page: VacancyPageRequest, now: Date): SearchParams {
  const { first, offset = 0, order = 'RELEVANCE', facets = [] } = page;
  return {
    q: plainWords(query.q),
    filter: vacancyFilter(query, now),
    offset,
    limit: first,
    facets: facets.map((facet) => facetAttributes[facet]),
    attributesToRetrieve: ['id'],
    sort: sortOf(order, query),
    matchingStrategy: 'all',
  };
}

async function searchInMeilisearch(
  client: SearchClient,
  parameters: SearchParams,
  facets: readonly VacancyFacet[] = [],
): Promise<VacancyPage> {
  const ask = (changes: SearchParams) =>
    client.read((reader) =>
      reader
        .index<{ id: string }>(client.indexName('vacancies'))
        .search(null, { ...parameters, ...changes }),
    );
  const answer = await ask({});
  if (answer.estimatedTotalHits > 0 || parameters.q === '') return pageOf(answer, facets, false);
  return pageOf(await ask({ matchingStrategy: 'frequency' }), facets, true);
}

function pageOf(
  answer: SearchResponse<{ id: string }>,
  facets: readonly VacancyFacet[],
  isBroadened: boolean,
): VacancyPage {
  const counts = facets.map((facet) => {
    const distribution = answer.facetDistribution?.[facetAttributes[facet]] ?? {};
    const keys = Object.entries(distribution).map(([key, count]) => ({ key, count }));
    return [facet, mostFrequent(keys)] as const;
  });
  return {
    ids: answer.hits.map((hit) => hit.id),
    totalCount: answer.estimatedTotalHits ?? 0,
    facets: Object.fromEntries(counts),
    isBroadened,
    isDegraded: false,
  };
}

function sortOf(order: VacancyOrder, { near }: VacancyQuery): string[] {
  switch (order) {
    case 'NEWEST':
      return ['publishedAt:desc'];
    case 'CLOSING_SOON':
      return ['validThrough:asc'];
    case 'WAGE':
      return ['monthlyWageIdr:desc'];
    case 'DISTANCE':
      if (near === undefined) throw new RangeError('An order by distance needs a place');
      return [`_geoPoint(${near.latitude}, ${near.longitude}):asc`];
    case 'RELEVANCE':
      return [];
  }
}

/** The conditions of a query; an expired vacancy is never found. */
function vacancyFilter(query: VacancyQuery, now: Date): Filter {
  const { near, withinKm, maxEducation } = query;
  const filters: (Filter | undefined)[] = [
    vacancy.isAtLeast('validThrough', epochSeconds(now)),
    given(query.regionCodes, (codes) => vacancy.isAnyOf('regions', codes)),
    given(query.occupationIds, (ids) => vacancy.isAnyOf('occupationId', ids)),
    given(query.competencyIds, (ids) => vacancy.isAnyOf('competencyIds', ids)),
    given(query.employmentTypes, (types) => vacancy.isAnyOf('employmentType', types)),
    given(query.wageMin, (wage) => vacancy.isAtLeast('monthlyWageIdr', wage)),
    given(query.wageStated, (isStated) =>
      isStated ? vacancy.isStated('monthlyWageIdr') : vacancy.isMissing('monthlyWageIdr'),
    ),
    given(maxEducation, (level) =>
      anyOf([vacancy.isMissing('education'), vacancy.isAnyOf('education', levelsUpTo(level))]),
    ),
    given(query.maxMonths, (months) =>
      anyOf([vacancy.isMissing('minMonths'), vacancy.isAtMost('minMonths', months)]),
    ),
    given(query.employerId, (id) => vacancy.is('employerId', id)),
    given(query.sectors, (sectors) => vacancy.isAnyOf('sector', sectors)),
    given(query.sources, (sources) => vacancy.isAnyOf('sourceKind', sources)),
    given(query.publishedAfter, (date) => vacancy.isAtLeast('publishedAt', epochSeconds(date))),
    given(query.isRemote, (isRemote) => vacancy.is('isRemote', isRemote)),
    near === undefined || withinKm === undefined
      ? undefined
      : vacancy.isWithin(near.latitude, near.longitude, withinKm * METRES_PER_KM),
  ];
  return allOf(filters.filter((filter) => filter !== undefined));
}

const given = <T>(value: T | undefined, filter: (value: T) => Filter): Filter | undefined =>
  value === undefined ? undefined : filter(value);

const epochSeconds = (date: Date) => Math.floor(date.getTime() / 1_000);
