export const membershipRoles = ['OWNER', 'STAFF', 'RECRUITER'] as const;
export type MembershipRole = (typeof membershipRoles)[number];

/** ULD_OFFICER: of the disability service unit (unit layanan disabilitas); FACILITATOR (pendamping): helps people, is no officer. */
export const officeRoles = ['OFFICER', 'ULD_OFFICER', 'AUDITOR', 'FACILITATOR'] as const;
export type OfficeRole = (typeof officeRoles)[number];

export const addressKinds = ['PHONE', 'EMAIL'] as const;
export type AddressKind = (typeof addressKinds)[number];

/** Why a session ended before its time. */
export const sessionEnds = ['SIGNED_OUT', 'TOKEN_REUSED', 'RECOVERED'] as const;
export type SessionEnd = (typeof sessionEnds)[number];

/** Whose an API key is: a portal's, or another installation's (simpul). */
export const apiKeyKinds = ['PORTAL', 'NODE'] as const;
export type ApiKeyKind = (typeof apiKeyKinds)[number];

/** What a portal's key may do. */
export const apiKeyScopes = ['READ', 'WRITE'] as const;
export type ApiKeyScope = (typeof apiKeyScopes)[number];
