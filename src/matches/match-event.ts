import type { Verdict } from '../matching/core/tally';

/**
 * What happened on a vacancy's list of its first 100 people: somebody entered it, rose past a verdict on it, left it,
 * or so much at once that it is told as counts.
 */
export const matchEventKinds = ['ENTERED', 'ROSE', 'LEFT', 'SEVERAL'] as const;
export type MatchEventKind = (typeof matchEventKinds)[number];

/** Why now; VARIOUS: counts with several causes. Never the passing of time: who ages onto or off a list makes no event. */
export const matchCauses = [
  'NEW_PERSON',
  'COMPETENCY_CONFIRMED',
  'PROFILE_CHANGED',
  'PERSON_LEFT',
  'VACANCY_PUBLISHED',
  'REQUIREMENT_CHANGED',
  'VACANCY_CLOSED',
  'OVERTAKEN',
  'PLACE_FREED',
  'VARIOUS',
] as const;
export type MatchCause = (typeof matchCauses)[number];

/** What people see of the events that a window of time or a batch of changes brought together. */
export interface MatchCounts {
  readonly entered: number;
  readonly risen: number;
  readonly left: number;
}

/** An event before it has its place. */
export interface NewMatchEvent extends MatchCounts {
  /** Place of the change that made it. */
  readonly changeSeq: number;
  readonly employerId: string;
  readonly vacancyId: string;
  /** Null where several are counted together; never leaves the service, which shows a handle. */
  readonly candidateId: string | null;
  readonly kind: MatchEventKind;
  readonly cause: MatchCause;
  /** On the list when it was written; of who left, the last one there. Null where several are counted. */
  readonly verdict: Verdict | null;
  readonly scoreBp: number | null;
  /** 1 = first; null for who left and where several are counted. */
  readonly rank: number | null;
  readonly at: Date;
}

/** An event in its place of the one order of match events. */
export interface MatchEvent extends NewMatchEvent {
  readonly seq: number;
  readonly nodeId: string;
}
