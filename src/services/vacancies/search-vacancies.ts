import { type EntityManager, In, MoreThan } from 'typeorm';
import type { Clock } from '../../clock';
import { Vacancy } from '../../entities';
import type { EducationLevel, EmploymentType } from '../../entities/vocabulary';
import type { Slice, SliceRequest } from '../slice';
import type { RunAs } from '../transaction';

export const vacancyOrders = ['RELEVANCE', 'NEWEST', 'CLOSING_SOON', 'DISTANCE', 'WAGE'] as const;
export type VacancyOrder = (typeof vacancyOrders)[number];

export const vacancyFacets = [
  'REGION',
  'OCCUPATION',
  'COMPETENCY',
  'EDUCATION',
  'EMPLOYMENT_TYPE',
  'WAGE_BAND',
] as const;
export type VacancyFacet = (typeof vacancyFacets)[number];

/** What somebody looks for; null or empty = no condition. */
export interface VacancyFilter {
  q: string | null;
  regionCodes: readonly string[];
  near: { latitude: number; longitude: number } | null;
  withinKm: number | null;
  occupationIds: readonly string[];
  competencyIds: readonly string[];
  employmentTypes: readonly EmploymentType[];
  /** Whole rupiah a month. */
  wageMin: string | null;
  /** What the person has: vacancies that ask for more are left out. */
  education: EducationLevel | null;
  publishedAfter: Date | null;
}

export interface VacancyHit {
  id: string;
  distanceKm: number | null;
}

export interface FacetCount {
  facet: VacancyFacet;
  buckets: readonly { key: string; count: number }[];
}

/** Finds the ids of open vacancies; what they hold is read from the database afterwards. */
export interface VacancyFinder {
  find(
    filter: VacancyFilter,
    window: { order: VacancyOrder; offset: number; limit: number; now: Date },
  ): Promise<{ hits: readonly VacancyHit[]; total: number; totalIsExact: boolean }>;
  countFacets(
    filter: VacancyFilter,
    facets: readonly VacancyFacet[],
    now: Date,
  ): Promise<readonly FacetCount[]>;
}

/** A found vacancy with the distance of its nearest place, where one was asked for. */
export interface FoundVacancy {
  vacancy: Vacancy;
  distanceKm: number | null;
}

/** The index may lag by a moment: pages are filled up at most so often. */
const MAX_ROUNDS = 3;

/**
 * Open vacancies that meet a filter, in the order asked for.
 *
 * A place is the offset in the found order; what is no longer open by the database is passed over.
 * Cost: one search and one query, up to three times when the index lags.
 */
export const searchVacancies =
  ({ readAs, finder, clock }: { readAs: RunAs; finder: VacancyFinder; clock: Clock }) =>
  async (
    filter: VacancyFilter,
    order: VacancyOrder,
    request: SliceRequest<number>,
  ): Promise<Slice<FoundVacancy>> => {
    const now = clock.now();
    const rows: Slice<FoundVacancy>['rows'][number][] = [];
    let offset = request.after === null ? 0 : request.after + 1;
    let found = { total: 0, totalIsExact: true };
    for (let round = 0; round < MAX_ROUNDS && rows.length <= request.first; round++) {
      const limit = request.first + 1 - rows.length;
      const answer = await finder.find(filter, { order, offset, limit, now });
      found = answer;
      const open = await readAs('public', (manager) => readOpen(manager, answer.hits, now));
      answer.hits.forEach(({ id, distanceKm }, index) => {
        const vacancy = open.get(id);
        if (vacancy) rows.push({ item: { vacancy, distanceKm }, place: offset + index });
      });
      offset += answer.hits.length;
      if (answer.hits.length < limit) break;
    }
    return {
      rows: rows.slice(0, request.first),
      hasNext: rows.length > request.first,
      hasPrevious: request.after !== null,
      total: found.total,
      totalIsExact: found.totalIsExact,
    };
  };

/** The vacancies that are open now, by id. */
export async function readOpen(
  manager: EntityManager,
  hits: readonly { id: string }[],
  now: Date,
): Promise<Map<string, Vacancy>> {
  if (hits.length === 0) return new Map();
  const open = await manager.findBy(Vacancy, {
    id: In(hits.map((hit) => hit.id)),
    state: 'PUBLISHED',
    validThrough: MoreThan(now),
  });
  return new Map(open.map((vacancy) => [vacancy.id, vacancy]));
}
