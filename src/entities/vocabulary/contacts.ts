/** Whether a person and an employer are in touch about a vacancy. */
export const contactStates = [
  'NOT_REQUESTED',
  'INVITED',
  'CONSENTED',
  'DECLINED',
  'EXPIRED',
] as const;
export type ContactState = (typeof contactStates)[number];

/** What happens to a contact. */
export const contactEvents = [
  'INVITE',
  'ACCEPT',
  'DECLINE',
  'EXPIRE',
  'APPLY',
  'WITHDRAW',
] as const;
export type ContactEvent = (typeof contactEvents)[number];

/** How an application (lamaran) stands, in the order of its stages; the last two end it early. */
export const applicationStates = [
  'SUBMITTED',
  'VIEWED',
  'SHORTLISTED',
  'INTERVIEW',
  'OFFERED',
  'HIRED',
  'DECLINED',
  'WITHDRAWN',
] as const;
export type ApplicationState = (typeof applicationStates)[number];
