/** What a person can agree to. Source: DOMAIN of the design. */
export const consentPurposes = [
  'MATCHING',
  'SHARE_WITH_EMPLOYER',
  'RESERVED_LIST',
  'SHARE_ACCOMMODATIONS',
  'STATISTICS',
  'CREDIT_REFERRAL',
  'TRAINING_REFERRAL',
] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];

/** Purposes that name an employer, and perhaps one of its vacancies. */
export const sharingPurposes = [
  'SHARE_WITH_EMPLOYER',
  'SHARE_ACCOMMODATIONS',
] as const satisfies readonly ConsentPurpose[];

/** How a consent came: LEGACY = agreed before the ledger, DEMO = invented. */
export const consentChannels = [
  'SELF',
  'OFFICE',
  'VOICE',
  'FACILITATOR',
  'IMPORT',
  'LEGACY',
  'DEMO',
] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/** Who does something to a contact, or reads who somebody is. */
export const partyKinds = ['CANDIDATE', 'EMPLOYER', 'RECRUITER', 'OFFICER'] as const;
export type PartyKind = (typeof partyKinds)[number];
