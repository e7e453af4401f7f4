import { CONDITIONS, FIT, OFFER, STANDING, USER_ERRORS } from '../fragments';

export const OWN_VACANCY = `query OwnVacancy($slug: String!) {
  vacancy(slug: $slug) {
    ...Offer
    ...Standing
    myMatch {
      ...Fit
      ...Conditions
      counterfactuals(first: 3) { text }
      receipt { rank tiedWith treeSize scoreBp verdict logEntry { sealedAt root } }
    }
  }
  applications(first: 50) { edges { node { id state appliedAt vacancy { id } } } }
  objections(first: 50) { edges { node { id state dueAt statement decision vacancy { id } } } }
  consentTexts { purpose version text }
  me { status disability { accommodations } }
}

${OFFER}

${FIT}

${CONDITIONS}

${STANDING}`;

export const RECEIPT_FILE = `query ReceiptFile($slug: String!) {
  vacancy(slug: $slug) { myMatch { receipt { file } } }
}`;

export const APPLY = `mutation Apply($input: ApplyInput!) {
  apply(input: $input) { application { id } ${USER_ERRORS} }
}`;

export const WITHDRAW_APPLICATION = `mutation TakeBack($input: WithdrawApplicationInput!) {
  withdrawApplication(input: $input) { application { id } ${USER_ERRORS} }
}`;

export const OBJECT = `mutation Object($input: ObjectToMatchInput!) {
  objectToMatch(input: $input) { objection { id } ${USER_ERRORS} }
}`;

export const WITHDRAW_OBJECTION = `mutation TakeObjectionBack($input: ObjectionInput!) {
  withdrawObjection(input: $input) { objection { id } ${USER_ERRORS} }
}`;
