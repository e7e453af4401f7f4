import type { DataSource } from 'typeorm';
import { asActorRead } from '../database/as-actor';
import { conceptSearch } from './concept-search';
import { requiredSql, vacancyPlaceSql } from './document-rows';
import {
  FACET_KEYS,
  type FacetCount,
  levelsUpTo,
  plainWords,
  type VacancyFacet,
  type VacancyOrder,
  type VacancyPage,
  type VacancyPageRequest,
  type VacancyQuery,
} from './vacancy-query';
import { monthlyWageSql } from './wages';

/** Shares of trigrams from which a title, an employer or an occupation counts as meant. */
const LEAST_TITLE_LIKENESS = 0.5;
const LEAST_EMPLOYER_LIKENESS = 0.7;
const LEAST_OCCUPATION_SCORE = 0.6;
const OCCUPATIONS_OF_WORDS = 5;
const EARTH_RADIUS_KM = 6_371;

/** Collects values and gives their place in the statement. */
class Parameters {
  readonly values: unknown[] = [];
  add(value: unknown): string {
    return `$${this.values.push(value)}`;
  }
}

/**
 * The same search in PostgreSQL, for when there is no Meilisearch: same conditions, counts and orders; words by
 * trigrams of title and employer and by the occupations that they may mean.
 *
 * Cost: a scan of the published vacancies, and one more statement when there are words.
 */
export async function searchVacanciesInSql(
  dataSource: DataSource,
  query: SqlQuery,
  page: VacancyPageRequest,
  now: Date,
): Promise<VacancyPage> {
  const { facets = [] } = page;
  const words = plainWords(query.q);
  const meant = words === '' ? [] : await occupationsOf(dataSource, words);
  const parameters = new Parameters();
  const add = (value: unknown) => parameters.add(value);
  const statement = `
    WITH hit AS MATERIALIZED (${hitsSql({ ...query, q: words }, facets, meant, now, add)})
    SELECT (SELECT count(*)::integer FROM hit) AS "totalCount",
      ARRAY(SELECT id FROM hit ORDER BY ${orderSql(page.order ?? 'RELEVANCE')}
            LIMIT ${add(page.first)} OFFSET ${add(page.offset ?? 0)}) AS ids
      ${facets.map((facet) => `, ${facetSql(facet)} AS "${facet}"`).join('')}`;
  // Only ids of published vacancies leave the statement; as the system it need not prove that for every row.
  const [row] = await asActorRead(dataSource, 'system', async (manager) => {
    // Compiling the statement takes longer than running it.
    await manager.query('SET LOCAL jit = off');
    await manager.query(`SET LOCAL pg_trgm.word_similarity_threshold = ${LEAST_TITLE_LIKENESS}`);
    return await manager.query<[Row]>(statement, parameters.values);
  });
  return {
    ids: row.ids,
    totalCount: row.totalCount,
    facets: Object.fromEntries(facets.map((facet) => [facet, row[facet] ?? []])),
    isBroadened: false,
    isDegraded: true,
  };
}

/**
 * Those of the vacancies that are open and meet the query, as the same search finds them.
 *
 * Cost: one statement over these alone, two when there are words.
 */
export async function narrowVacancies(
  dataSource: DataSource,
  query: VacancyQuery,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> {
  const among = { ...query, ids };
  const page = await searchVacanciesInSql(dataSource, among, { first: ids.length }, now);
  return new Set(page.ids);
}

type SqlQuery = VacancyQuery & {
  /** Only these. */
  ids?: readonly string[];
};

type Row = { ids: string[]; totalCount: number } & Partial<Record<VacancyFacet, FacetCount[]>>;
type Add = (value: unknown) => string;

async function occupationsOf(dataSource: DataSource, words: string): Promise<string[]> {
  const concepts = await conceptSearch(null, dataSource).findConcepts(words, {
    types: ['OCCUPATION'],
    limit: OCCUPATIONS_OF_WORDS,
  });
  return concepts.filter(({ score }) => score >= LEAST_OCCUPATION_SCORE).map(({ id }) => id);
}

function hitsSql(
  query: SqlQuery,
  facets: readonly VacancyFacet[],
  meant: string[],
  now: Date,
  add: Add,
): string {
  const { near, maxEducation, maxMonths } = query;
  const needsRequired =
    facets.includes('EDUCATION') || maxEducation !== undefined || maxMonths !== undefined;
  const conditions = [
    `v.state = 'PUBLISHED' AND v.valid_through >= ${add(now)}`,
    ...textConditions(query, meant, add),
    ...rowConditions(query, add),
    ...partConditions(query, add),
  ];
  return `
    SELECT v.id, v.occupation_id, v.employment_type, v.source_kind, v.valid_through, e.sector,
      coalesce(v.published_at, v.created_at) AS published_at, q.education, ${WAGE} AS wage,
      ${likenessSql(meant, add)} AS likeness, ${distanceSql(query, add)} AS distance_km
    FROM vacancies v
    JOIN employers e ON e.id = v.employer_id
    ${titlesSql(query, add)}
    LEFT JOIN LATERAL (${requiredSql}) q ON ${needsRequired}
    LEFT JOIN LATERAL (${vacancyPlaceSql}) g ON ${near !== undefined}
    WHERE ${conditions.join('\n      AND ')}`;
}

const WAGE = monthlyWageSql('coalesce(v.wage_max, v.wage_min)', 'v.wage_unit');

/** Titles like the words, through the trigram index. */
const titlesSql = ({ q }: VacancyQuery, add: Add) =>
  q
    ? `LEFT JOIN padan_vacancies_titled(${add(q)}) t ON t.id = v.id`
    : 'LEFT JOIN (SELECT NULL::uuid AS id, 0 AS similarity) t ON false';

function textConditions({ q }: VacancyQuery, meant: string[], add: Add): string[] {
  if (!q) return [];
  return [
    `(t.id IS NOT NULL OR v.occupation_id = ANY(${add(meant)}::text[])
       OR v.employer_id IN (SELECT id FROM employers
         WHERE word_similarity(lower(${add(q)}::text), lower(name)) >= ${LEAST_EMPLOYER_LIKENESS}))`,
  ];
}

function likenessSql(meant: string[], add: Add): string {
  const isMeant = `v.occupation_id = ANY(${add(meant)}::text[])`;
  return `coalesce(t.similarity, 0) + CASE WHEN ${isMeant} THEN 1 ELSE 0 END`;
}

function rowConditions(query: SqlQuery, add: Add): string[] {
  return [
    given(query.ids, (ids) => `v.id = ANY(${add(ids)}::uuid[])`),
    given(query.occupationIds, (ids) => `v.occupation_id = ANY(${add(ids)}::text[])`),
    given(query.employmentTypes, (types) => `v.employment_type = ANY(${add(types)}::text[])`),
    given(query.wageMin, (wage) => `${WAGE} >= ${add(wage)}`),
    given(query.wageStated, (isStated) => `${WAGE} IS ${isStated ? 'NOT ' : ''}NULL`),
    given(query.employerId, (id) => `v.employer_id::text = ${add(id)}`),
    given(query.sectors, (sectors) => `e.sector = ANY(${add(sectors)}::text[])`),
    given(query.sources, (sources) => `v.source_kind = ANY(${add(sources)}::text[])`),
    given(query.publishedAfter, (date) => `coalesce(v.published_at, v.created_at) >= ${add(date)}`),
    given(query.isRemote, (isRemote) => `v.is_remote = ${add(isRemote)}`),
  ].flat();
}

function partConditions(query: VacancyQuery, add: Add): string[] {
  const distance = query.withinKm === undefined ? undefined : distanceSql(query, add);
  return [
    given(
      query.regionCodes,
      (codes) => `EXISTS (SELECT FROM vacancy_regions vr JOIN unnest(${add(codes)}::text[]) AS code
        ON vr.region_code = code OR starts_with(vr.region_code, code || '.') WHERE vr.vacancy_id = v.id)`,
    ),
    given(
      query.competencyIds,
      (ids) => `EXISTS (SELECT FROM requirements r
        WHERE r.vacancy_id = v.id AND r.competency_id = ANY(${add(ids)}::text[]))`,
    ),
    given(
      query.maxEducation,
      (level) => `(q.education IS NULL OR q.education = ANY(${add(levelsUpTo(level))}::text[]))`,
    ),
    given(
      query.maxMonths,
      (months) => `(q.min_months IS NULL OR q.min_months <= ${add(months)}::integer)`,
    ),
    given(query.near && distance, (km) => `${km} <= ${add(query.withinKm)}`),
  ].flat();
}

/** The distance in kilometres on the sphere (haversine). */
function distanceSql({ near }: VacancyQuery, add: Add): string {
  if (near === undefined) return 'NULL::float8';
  const latitude = `${add(near.latitude)}::float8`;
  const longitude = `${add(near.longitude)}::float8`;
  return `${2 * EARTH_RADIUS_KM} * asin(sqrt(least(1,
    sin(radians(g.latitude - ${latitude}) / 2) ^ 2 + cos(radians(${latitude})) * cos(radians(g.latitude))
    * sin(radians(g.longitude - ${longitude}) / 2) ^ 2)))`;
}

function orderSql(order: VacancyOrder): string {
  const newest = 'published_at DESC, id';
  switch (order) {
    case 'NEWEST':
      return newest;
    case 'CLOSING_SOON':
      return 'valid_through, id';
    case 'WAGE':
      return `wage DESC NULLS LAST, ${newest}`;
    case 'DISTANCE':
      return `distance_km NULLS LAST, ${newest}`;
    case 'RELEVANCE':
      return `likeness DESC, ${newest}`;
  }
}

/** Keys of each facet over the hits; a vacancy counts once a key. */
const facetKeys: Readonly<Record<VacancyFacet, string>> = {
  REGION: `SELECT DISTINCT hit.id, key FROM hit JOIN vacancy_regions vr ON vr.vacancy_id = hit.id
    CROSS JOIN LATERAL unnest(ARRAY[left(vr.region_code, 2), left(vr.region_code, 5),
      left(vr.region_code, 8), vr.region_code]) AS key`,
  OCCUPATION: 'SELECT id, occupation_id AS key FROM hit',
  COMPETENCY: `SELECT DISTINCT hit.id, r.competency_id AS key FROM hit
    JOIN requirements r ON r.vacancy_id = hit.id`,
  EDUCATION: 'SELECT id, education AS key FROM hit',
  EMPLOYMENT_TYPE: 'SELECT id, employment_type AS key FROM hit',
  SECTOR: 'SELECT id, sector AS key FROM hit',
  SOURCE: 'SELECT id, source_kind AS key FROM hit',
};

const facetSql = (facet: VacancyFacet) => `
  (SELECT coalesce(json_agg(counted), '[]') FROM (
    SELECT key, count(*)::integer AS count FROM (${facetKeys[facet]}) AS keys WHERE key IS NOT NULL
    GROUP BY key ORDER BY count DESC, key LIMIT ${FACET_KEYS}) AS counted)`;

const given = <T>(value: T | undefined, condition: (value: T) => string): string[] =>
  value === undefined ? [] : [condition(value)];
