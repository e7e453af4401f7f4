/** Everything the home page and the README ask for somebody without an account, fifty times. */
export const matchMeInFull = `query ($text: String, $first: Int! = 50) {
  matchMe(text: $text, first: $first) {
    considered eligible taxonomyVersion
    understood { matchedText confidenceBp concept { __typename id label } }
    used { competencies { label } assumedCompetencies { label } region { name } education }
    matches {
      rank tiedWith
      vacancy { id slug title employer { name } regions { name } wage { min max unit } }
      match {
        scoreBp verdict
        eligibility { result requirement { id } }
        factors { factor weightBp fulfilmentBp contributionBp via requirement { id competency { label } } }
        gaps { missing { label } needLevel }
      }
    }
  }
}`;

export const vacanciesInFull = `query ($filter: VacancyFilter, $first: Int = 100) {
  vacancies(first: $first, filter: $filter) {
    totalCount countIsExact
    facets(by: [REGION, OCCUPATION, EMPLOYMENT_TYPE, EDUCATION]) { by buckets { key count } }
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id slug title publishedAt employmentType wage { min max unit }
      employer { name } regions { name } occupation { label }
      requirements { kind necessity competency { label } }
    } }
  }
}`;

export const rankedInFull = `query ($id: ID!) {
  vacancy(id: $id) {
    title
    rankedCandidates(first: 100) {
      totalConsidered totalEligible
      edges {
        rank
        node { handle experience education distance competencies { band competency { label } } }
        match {
          scoreBp verdict
          eligibility { result requirement { id } }
          factors { factor weightBp fulfilmentBp contributionBp via requirement { id competency { label } } }
          gaps { missing { label } needLevel }
        }
      }
    }
  }
}`;

/** An employer's first question after signing in. */
export const ownVacancies = `{
  viewer { employers { name vacancies(first: 20) { edges { node { id title state } } } } }
}`;
