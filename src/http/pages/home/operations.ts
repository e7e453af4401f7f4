const OFFER_FRAGMENT = `fragment Offer on Vacancy {
  id
  slug
  title
  employer { name }
  regions { name }
  wage { min max unit }
}`;

const FIT_FRAGMENT = `fragment Fit on Match {
  scoreBp
  verdict
  factors { factor contributionBp via requirement { competency { label } } }
  gaps { missing { label } }
}`;

/** The left panel: what a visitor's own words match. */
export const MATCH_ME_QUERY = `query MatchMe($text: String!) {
  matchMe(text: $text, first: 6) {
    understood { type matchedText confidenceBp isResolved concept { label } }
    used { assumedCompetencies { label } }
    considered
    eligible
    matches { rank vacancy { ...Offer } match { ...Fit } }
  }
}

${OFFER_FRAGMENT}

${FIT_FRAGMENT}`;

/** The right panel while demo data is loaded: a vacancy with its first five people. */
export const RANKING_QUERY = `query Ranking($vacancy: ID!, $without: [ID!]) {
  vacancy(id: $vacancy) {
    ...Offer
    requirements { id kind necessity education minMonths competency { label } }
    rankedCandidates(first: 5, without: $without) {
      totalConsidered
      totalEligible
      edges {
        rank
        node { handle education experience distance withheld competencies { competency { label } } }
        match { ...Fit }
      }
    }
  }
}

${OFFER_FRAGMENT}

${FIT_FRAGMENT}`;

/** Finds a demo vacancy worth showing among those of the demo employer. */
export const OWN_VACANCIES_QUERY = `query OwnVacancies {
  viewer {
    employers {
      vacancies(first: 10, states: [PUBLISHED]) {
        edges { node { id isDemo requirements { id kind necessity } rankedCandidates(first: 5) { totalEligible } } }
      }
    }
  }
}`;

/** The right panel with real data: how much work is on offer, no person. */
export const COUNTS_QUERY = `query OpenVacancies {
  vacancies(first: 1) {
    totalCount
    facets(by: [OCCUPATION, REGION]) { by buckets { label count } }
  }
}`;
