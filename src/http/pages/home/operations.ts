const MATCH_FIELDS = `scoreBp verdict
      factors { factor contributionBp via requirement { competency { label } } }
      gaps { missing { label } }`;

/** The left panel: what a visitor's own words match. */
export const MATCH_ME_QUERY = `query MatchMe($text: String!, $regionCode: String, $lang: Lang) {
  matchMe(text: $text, regionCode: $regionCode, first: 5) {
    understood { type matchedText confidenceBp concept { label(lang: $lang) } }
    considered eligible
    matches {
      vacancy { id title employer { name } regions { name } wage { min max unit } }
      match { ${MATCH_FIELDS} }
    }
  }
}`;

/** One vacancy as the portal shows it. */
export const VACANCY_QUERY = `query Vacancy($id: ID!) {
  vacancy(id: $id) {
    title description state publishedAt validThrough
    employer { name }
    regions { name }
    requirements { necessity kind competency { label } minYears education }
  }
}`;
