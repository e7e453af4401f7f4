import { ITEM_FRAGMENT } from '../vacancies/operations';

export const VACANCY_QUERY = `query SatuLowongan($slug: String!) {
  vacancy(slug: $slug) {
    ...Item
    id
    verifyCode
    url
    description
    state
    closedAt
    closedReason
    startsOn
    openings
    filled
    lastConfirmedAt
    sourceKind
    sourceName
    occupation { id label }
    requirements { necessity minLevel education minMonths competency { label } }
    jsonLd
  }
}

${ITEM_FRAGMENT}`;

/** Open vacancies for the same occupation; one more than is shown, since it may be the vacancy itself. */
export const SIMILAR_QUERY = `query Serupa($occupation: ID!) {
  vacancies(first: 5, filter: { occupationIds: [$occupation] }, orderBy: NEWEST) {
    edges { node { ...Item } }
  }
}

${ITEM_FRAGMENT}`;
