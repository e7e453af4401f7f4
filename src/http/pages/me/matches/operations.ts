import { FIT, OFFER, USER_ERRORS } from '../fragments';

export const READ_SELF = `query Self {
  me { fullName status hints reconfirmDueOn }
  invitations(first: 10) { edges { node { state } } }
}`;

export const MY_MATCHES = `query MyMatches($after: String) {
  recommendedVacancies(first: 8, after: $after) {
    totalConsidered
    totalEligible
    pageInfo { hasNextPage endCursor }
    edges { rank node { ...Offer } match { ...Fit } }
  }
}

${OFFER}

${FIT}`;

export const PAUSE = `mutation Pause($input: JobSearchInput!) {
  pauseJobSearch(input: $input) { me { status } ${USER_ERRORS} }
}`;

export const RECONFIRM = `mutation Reconfirm($input: JobSearchInput!) {
  reconfirmJobSearch(input: $input) { me { status } ${USER_ERRORS} }
}`;
