/** What may come of an attempt to deliver. */
export const outcomes = [
  'DELIVERED',
  'REJECTED',
  'REDIRECTED',
  'GONE',
  'TIMED_OUT',
  'ADDRESS_REFUSED',
  'UNREACHABLE',
] as const;
export type Outcome = (typeof outcomes)[number];

/** What a receiver answered, or that it did not. */
export interface Answer {
  readonly outcome: Outcome;
  /** Null without a whole answer in time. */
  readonly status: number | null;
  /** What the receiver asks to wait at least; null when it does not. */
  readonly retryAfterMs: number | null;
}

export const unanswered = (outcome: Outcome): Answer => ({
  outcome,
  status: null,
  retryAfterMs: null,
});

/** Whatever a receiver asks for, it is asked again within this time. */
const LONGEST_WAIT_MS = 3_600_000;
const TOO_MANY_REQUESTS = 429;
const UNAVAILABLE = 503;
const GONE = 410;

/** What a status means; only with 429 and 503 is `Retry-After` (seconds or a date) heard. */
export function judge(status: number, retryAfter: string | undefined, now: Date): Answer {
  const isAsking = status === TOO_MANY_REQUESTS || status === UNAVAILABLE;
  const retryAfterMs = isAsking && retryAfter !== undefined ? waitFor(retryAfter, now) : null;
  return { outcome: outcomeOf(status), status, retryAfterMs };
}

function outcomeOf(status: number): Outcome {
  if (status === GONE) return 'GONE';
  if (status >= 200 && status < 300) return 'DELIVERED';
  return status >= 300 && status < 400 ? 'REDIRECTED' : 'REJECTED';
}

function waitFor(retryAfter: string, now: Date): number | null {
  const waitMs = /^\d+$/.test(retryAfter)
    ? Number(retryAfter) * 1_000
    : Date.parse(retryAfter) - now.getTime();
  return Number.isNaN(waitMs) ? null : Math.min(Math.max(waitMs, 0), LONGEST_WAIT_MS);
}
