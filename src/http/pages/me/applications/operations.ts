import { OFFER, USER_ERRORS } from '../fragments';

export const MY_APPLICATIONS = `query MyApplications {
  invitations(first: 50) {
    edges { node { id state message sentAt expiresAt vacancy { ...Offer closedReason } } }
  }
  applications(first: 50) {
    edges { node { id state appliedAt vacancy { ...Offer closedReason } history { at state byKind reason } } }
  }
  consentTexts { purpose version text }
}

${OFFER}`;

export const RESPOND = `mutation Respond($input: RespondToInvitationInput!) {
  respondToInvitation(input: $input) { invitation { id } ${USER_ERRORS} }
}`;

export const TAKE_BACK = `mutation TakeBack($input: WithdrawApplicationInput!) {
  withdrawApplication(input: $input) { application { id } ${USER_ERRORS} }
}`;
