/** What the operations in operations/public/widget-*.graphql answer. Every text in it is plain and untrusted. */
export interface Wage {
  /** Whole rupiah, a decimal string; null = not stated. */
  min: string | null;
  max: string | null;
  unit: string | null;
}

interface Summary {
  slug: string;
  title: string;
  isDemo: boolean;
  isRemote: boolean;
  employmentType: string | null;
  publishedAt: string | null;
  validThrough: string;
  wage: Wage | null;
  regions: { name: string }[];
}

export interface ListedVacancy extends Summary {
  employer: { name: string; verification: string };
}

export interface Edge {
  distanceKm: number | null;
  node: ListedVacancy;
}

export interface Bucket {
  key: string;
  count: number;
  label: string;
}

export interface Facet {
  by: string;
  buckets: Bucket[];
}

interface Counted {
  facets: Facet[];
}

export interface ListAnswer {
  vacancies: {
    totalCount: number;
    isBroadened: boolean;
    isDegraded: boolean;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: Edge[];
    facets?: Facet[];
  };
  types?: Counted;
  regions?: Counted;
  occupations?: Counted;
}

export interface Requirement {
  kind: string;
  necessity: string;
  education: string | null;
  minMonths: number | null;
  competency: { label: string } | null;
}

export interface Vacancy extends Summary {
  description: string;
  state: string;
  closedReason: string | null;
  openings: number;
  startsOn: string | null;
  verifyCode: string;
  occupation: { label: string } | null;
  employer: { name: string; verification: string; region: { name: string } | null };
  requirements: Requirement[];
}

export interface VacancyAnswer {
  vacancy: Vacancy | null;
}
