import { USER_ERRORS } from '../fragments';

export const MY_CONSENTS = `query MyConsents {
  consentTexts { purpose version text }
  consents(first: 100) {
    edges {
      node {
        id purpose isLive grantedAt expiresAt withdrawnAt textVersion channel
        employer { name }
        vacancy { title slug }
      }
    }
  }
}`;

export const GRANT = `mutation Grant($input: GrantConsentInput!) {
  grantConsent(input: $input) { consent { id } ${USER_ERRORS} }
}`;

export const WITHDRAW = `mutation Withdraw($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) { consent { id } ${USER_ERRORS} }
}`;
