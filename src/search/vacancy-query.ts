import {
  type EducationLevel,
  type EmployerSector,
  type EmploymentType,
  educationLevels,
  type SourceKind,
} from '../entities/vocabulary';

/** What somebody looks for among the published vacancies; what is left out does not matter. */
export interface VacancyQuery {
  /** Everyday words, in Indonesian or English. */
  q?: string;
  /** Inside any of these regions. */
  regionCodes?: readonly string[];
  near?: { latitude: number; longitude: number };
  /** Around `near`; a vacancy's place is the centroid of its most precise region. */
  withinKm?: number;
  occupationIds?: readonly string[];
  /** Asks for any of these. */
  competencyIds?: readonly string[];
  employmentTypes?: readonly EmploymentType[];
  /** Whole rupiah a month that the best offer reaches; implies that a wage is stated. */
  wageMin?: number;
  wageStated?: boolean;
  /** Asks for no more than this, or says nothing. */
  maxEducation?: EducationLevel;
  /** Asks for no more months of experience than this, or says nothing. */
  maxMonths?: number;
  employerId?: string;
  sectors?: readonly EmployerSector[];
  sources?: readonly SourceKind[];
  publishedAfter?: Date;
  isRemote?: boolean;
}

export const vacancyOrders = ['RELEVANCE', 'NEWEST', 'CLOSING_SOON', 'DISTANCE', 'WAGE'] as const;
/** RELEVANCE is NEWEST where there are no words; DISTANCE needs `near`. */
export type VacancyOrder = (typeof vacancyOrders)[number];

export const vacancyFacets = [
  'REGION',
  'OCCUPATION',
  'COMPETENCY',
  'EDUCATION',
  'EMPLOYMENT_TYPE',
  'SECTOR',
  'SOURCE',
] as const;
export type VacancyFacet = (typeof vacancyFacets)[number];

export interface VacancyPageRequest {
  first: number;
  /** How many vacancies to pass over. */
  offset?: number;
  order?: VacancyOrder;
  facets?: readonly VacancyFacet[];
}

export interface FacetCount {
  /** A region's code (also of the regions above), an id or a name of the vocabulary. */
  key: string;
  count: number;
}

/** A page of vacancy ids; the reader loads the rows under its own rights, which also checks their state. */
export interface VacancyPage {
  ids: string[];
  /** Exact. */
  totalCount: number;
  /** The asked facets, most frequent key first, at most `FACET_KEYS` keys each. */
  facets: Partial<Record<VacancyFacet, FacetCount[]>>;
  /** No vacancy had all the words, so these have some. */
  isBroadened: boolean;
  /** Answered by PostgreSQL, since the search server did not: typos count for more. */
  isDegraded: boolean;
}

/** More keys of one facet help nobody. */
export const FACET_KEYS = 50;

/** The levels up to and including one; SMA and SMK are one step. */
export function levelsUpTo(level: EducationLevel): EducationLevel[] {
  const last = level === 'SMA' ? 'SMK' : level;
  return educationLevels.slice(0, educationLevels.indexOf(last) + 1);
}

/** Most frequent first, then by key. */
export function mostFrequent(counts: readonly FacetCount[]): FacetCount[] {
  return [...counts]
    .sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1))
    .slice(0, FACET_KEYS);
}

/** The words without control characters and the signs that Meilisearch reads as a phrase or as "not this word". */
export const plainWords = (q = '') =>
  q
    .replace(/\p{Surrogate}|\p{Cc}|["“”]/gu, ' ')
    .replace(/(^|\s)-+/g, '$1')
    .trim();
