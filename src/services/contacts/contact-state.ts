import type { ApplicationState, ContactEvent, ContactState } from '../../entities/vocabulary';

const contactMoves: Readonly<Record<ContactState, Partial<Record<ContactEvent, ContactState>>>> = {
  NOT_REQUESTED: { INVITE: 'INVITED', APPLY: 'CONSENTED' },
  INVITED: { ACCEPT: 'CONSENTED', DECLINE: 'DECLINED', EXPIRE: 'EXPIRED', APPLY: 'CONSENTED' },
  // The person may apply again; nobody may ask again whoever said no.
  DECLINED: { APPLY: 'CONSENTED' },
  EXPIRED: { INVITE: 'INVITED', APPLY: 'CONSENTED' },
  CONSENTED: { WITHDRAW: 'DECLINED' },
};

/**
 * Where the contact of a person with a vacancy stands after an event; null when the event cannot happen there.
 *
 * Source: DOMAIN of the design (state machines): applying is agreeing.
 */
export const nextContact = (state: ContactState, event: ContactEvent): ContactState | null =>
  contactMoves[state][event] ?? null;

/** What a contact needs for its state to be told at a moment. */
export interface DatedContact {
  readonly state: ContactState;
  readonly invitationExpiresAt: Date | null;
}

/** How a contact stands at `now`: an invitation that nobody answered in time has expired, whoever notes it when. */
export const contactStateAt = (
  { state, invitationExpiresAt }: DatedContact,
  now: Date,
): ContactState =>
  state === 'INVITED' && invitationExpiresAt !== null && invitationExpiresAt <= now
    ? 'EXPIRED'
    : state;

/** From first to last; an employer moves an application forwards only. */
const stages: readonly ApplicationState[] = [
  'SUBMITTED',
  'VIEWED',
  'SHORTLISTED',
  'INTERVIEW',
  'OFFERED',
  'HIRED',
];

/** Whether nothing more becomes of an application. */
export const isOver = (state: ApplicationState): boolean =>
  state === 'HIRED' || state === 'DECLINED' || state === 'WITHDRAWN';

/** Whether the employer may move an application there: on by one stage or more, or to its refusal. */
export const canMove = (from: ApplicationState, to: ApplicationState): boolean =>
  !isOver(from) &&
  (to === 'DECLINED' || (stages.includes(to) && stages.indexOf(to) > stages.indexOf(from)));

/** Where an employer can move applications. */
export const employerMoves = [
  'VIEWED',
  'SHORTLISTED',
  'INTERVIEW',
  'OFFERED',
  'HIRED',
  'DECLINED',
] as const satisfies readonly ApplicationState[];
export type EmployerMove = (typeof employerMoves)[number];
