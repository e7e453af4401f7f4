/** The parts of the GraphQL answers that the search page shows; shaped as `operations.ts` asks. */

export interface ItemAnswer {
  slug: string;
  title: string;
  isDemo: boolean;
  publishedAt: string | null;
  validThrough: string;
  employmentType: string | null;
  isRemote: boolean;
  employer: { name: string; verification: string };
  regions: readonly { name: string }[];
  wage: { min: string | null; max: string | null; unit: string | null } | null;
}

export interface FacetAnswer {
  by: 'REGION' | 'EMPLOYMENT_TYPE' | 'OCCUPATION';
  buckets: readonly { key: string; label: string; count: number }[];
}

export interface VacanciesAnswer {
  totalCount: number;
  isBroadened: boolean;
  isDegraded: boolean;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  facets: readonly FacetAnswer[];
  edges: readonly { node: ItemAnswer }[];
}

export interface RegionAnswer {
  code: string;
  name: string;
}
