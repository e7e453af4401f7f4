import { CONDITIONS, FIT, OFFER, STANDING } from '../fragments';

/** The vacancy that a shared link is about. */
export const SHARED_VACANCY = `query SharedVacancy($slug: String!) {
  vacancy(slug: $slug) { ...Offer ...Standing }
}

${OFFER}

${STANDING}`;

/** What somebody's own words match, without an account; the shared vacancy first. */
export const MATCH_ME = `query MatchMe($text: String!, $slug: String!, $hasVacancy: Boolean!) {
  vacancy(slug: $slug) @include(if: $hasVacancy) { ...Offer ...Standing }
  matchMe(text: $text, first: 5) {
    understood { type matchedText confidenceBp isResolved concept { label } }
    used { assumedCompetencies { label } education experienceMonths }
    considered
    eligible
    match(slug: $slug) @include(if: $hasVacancy) { ...Fit ...Conditions }
    matches { rank vacancy { ...Offer } match { ...Fit } }
  }
}

${OFFER}

${FIT}

${CONDITIONS}

${STANDING}`;
