/** A vacancy in a list. */
export const ITEM_FRAGMENT = `fragment Item on Vacancy {
  slug
  title
  isDemo
  publishedAt
  validThrough
  employmentType
  isRemote
  employer { name verification }
  regions { name }
  wage { min max unit }
}`;

export const SEARCH_QUERY = `query Lowongan($first: Int!, $filter: VacancyFilter, $order: VacancyOrder!, $after: String) {
  vacancies(first: $first, after: $after, filter: $filter, orderBy: $order) {
    totalCount
    isBroadened
    isDegraded
    pageInfo { hasNextPage endCursor }
    facets(by: [REGION, EMPLOYMENT_TYPE, OCCUPATION]) { by buckets { key label count } }
    edges { node { ...Item } }
  }
}

${ITEM_FRAGMENT}`;

/** The region under a code. */
export const REGION_QUERY = `query Wilayah($code: String!) {
  region(code: $code) { code name }
}`;

/** The region that somebody may mean. */
export const PLACE_QUERY = `query Tempat($place: String!) {
  suggest(q: $place, types: [REGION], first: 1) { concept { ... on Region { code name } } }
}`;

/** Work that somebody may mean whose words found nothing. */
export const WORK_QUERY = `query Pekerjaan($words: String!) {
  suggest(q: $words, types: [OCCUPATION], first: 5) { concept { label } }
}`;
