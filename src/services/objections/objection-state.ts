import type { ObjectionState } from '../../entities/vocabulary';

/**
 * Within how many days a person is answered: ten working days, which are two weeks when no holiday falls into them.
 *
 * Source: our choice; UU 27/2022 art. 10 gives the right to object and no time.
 */
const ANSWER_DAYS = 14;
const DAY_MS = 86_400_000;

/** Until when an objection of that moment is answered. */
export const answerDueAt = (filedAt: Date): Date =>
  new Date(filedAt.getTime() + ANSWER_DAYS * DAY_MS);

/** What happens to an objection. */
export type ObjectionEvent = 'TAKE' | 'UPHOLD' | 'REJECT' | 'WITHDRAW';

const moves: Readonly<Record<ObjectionState, Partial<Record<ObjectionEvent, ObjectionState>>>> = {
  FILED: { TAKE: 'IN_REVIEW', WITHDRAW: 'WITHDRAWN' },
  // A colleague may take it over.
  IN_REVIEW: { TAKE: 'IN_REVIEW', UPHOLD: 'UPHELD', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' },
  UPHELD: {},
  REJECTED: {},
  WITHDRAWN: {},
};

/** Where an objection stands after an event; null when the event cannot happen there. */
export const nextObjection = (
  state: ObjectionState,
  event: ObjectionEvent,
): ObjectionState | null => moves[state][event] ?? null;

/** Whether the person still waits for an answer. */
export const isOpen = (state: ObjectionState): boolean =>
  state === 'FILED' || state === 'IN_REVIEW';

/** Whether the person waits longer than was promised. */
export const isOverdue = (
  { state, dueAt }: { readonly state: ObjectionState; readonly dueAt: Date },
  now: Date,
): boolean => isOpen(state) && dueAt < now;
