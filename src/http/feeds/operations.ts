/** The newest vacancies of a search, with their texts. */
export const FEED_QUERY = `query Umpan($filter: VacancyFilter) {
  vacancies(first: 30, filter: $filter, orderBy: NEWEST) {
    edges {
      node {
        slug
        title
        description
        publishedAt
        updatedAt
        validThrough
        employer { name }
        regions { name }
        wage { min max unit }
        isDemo
      }
    }
  }
}`;

export interface FeedItemAnswer {
  slug: string;
  title: string;
  description: string;
  publishedAt: string | null;
  updatedAt: string;
  validThrough: string;
  employer: { name: string };
  regions: readonly { name: string }[];
  wage: { min: string | null; max: string | null; unit: string | null } | null;
  isDemo: boolean;
}
