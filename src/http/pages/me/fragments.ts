/** What every card of a vacancy shows. */
export const OFFER = `fragment Offer on Vacancy {
  id
  slug
  title
  isDemo
  state
  employer { name }
  regions { name }
  wage { min max unit }
}`;

/** Whether one can apply, and why not. */
export const STANDING = `fragment Standing on Vacancy {
  state
  validThrough
  closedAt
  closedReason
  employer { verification }
}`;

/** What a bar, its sum and "what is missing" show. */
export const FIT = `fragment Fit on Match {
  scoreBp
  verdict
  explanation
  factors { factor contributionBp via requirement { competency { label } } }
  gaps { missing { label } }
}`;

/** The conditions of a vacancy, and whether somebody meets them. */
export const CONDITIONS = `fragment Conditions on Match {
  eligibility { result necessity reason }
}`;

export const USER_ERRORS = 'userErrors { code message path }';
