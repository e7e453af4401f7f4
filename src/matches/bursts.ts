import type { MatchCause, MatchCounts, NewMatchEvent } from './match-event';

/** Events of one vacancy in a minute that are told one by one; more are counted. Source: the issue of the third stage. */
export const MOST_TOLD = 50;
export const BURST_MS = 60_000;

/** What a vacancy's events of the last minute were, and those of them that wait to be told together. */
export interface Burst extends MatchCounts {
  /** Null while nothing happened for a minute. */
  readonly endsAt: Date | null;
  /** Told or counted since it began. */
  readonly count: number;
  /** Of what waits; null when nothing does. */
  readonly cause: MatchCause | null;
}

export const NO_BURST: Burst = {
  endsAt: null,
  count: 0,
  entered: 0,
  risen: 0,
  left: 0,
  cause: null,
};

/** What is written now, and what waits. */
export interface Told {
  readonly events: readonly NewMatchEvent[];
  readonly burst: Burst;
}

/**
 * Which of a vacancy's events are told one by one.
 *
 * Up to 50 in a minute are. What comes at once and is more becomes one event with counts; what goes beyond 50 after
 * others waits for the end of the minute, and becomes one as well. The list a vacancy is published with is no burst:
 * who comes next is told at once.
 */
export function tell(burst: Burst, events: readonly NewMatchEvent[], now: Date): Told {
  const [first] = events;
  if (first === undefined) return { events, burst };
  if (first.cause === 'VACANCY_PUBLISHED') return { events: atMostTold(events), burst };
  const isOver = burst.endsAt === null || burst.endsAt <= now;
  const before = isOver ? overdue(burst, first, now) : [];
  const base = isOver ? { ...NO_BURST, endsAt: new Date(now.getTime() + BURST_MS) } : burst;
  const next = { ...base, count: base.count + events.length };
  if (next.count <= MOST_TOLD) return { events: [...before, ...events], burst: next };
  if (base.count === 0) return { events: [...before, ...atMostTold(events)], burst: next };
  const counts = sum([base, ...events]);
  const causes = base.cause === null ? events : [{ cause: base.cause }, ...events];
  return { events: before, burst: { ...next, ...counts, cause: causeOf(causes) } };
}

/** What comes at once: itself, or one event for more than are told one by one. */
function atMostTold(events: readonly NewMatchEvent[]): readonly NewMatchEvent[] {
  const [first] = events;
  if (first === undefined || events.length <= MOST_TOLD) return events;
  return [several(first, sum(events), causeOf(events))];
}

/** What waited, as one event, once the minute is over. */
export function overdue(
  burst: Burst,
  about: Pick<NewMatchEvent, 'changeSeq' | 'employerId' | 'vacancyId'>,
  now: Date,
): NewMatchEvent[] {
  const { cause } = burst;
  return cause === null ? [] : [several({ ...about, at: now }, burst, cause)];
}

/** One event for several. */
export function several(
  {
    changeSeq,
    employerId,
    vacancyId,
    at,
  }: Pick<NewMatchEvent, 'changeSeq' | 'employerId' | 'vacancyId' | 'at'>,
  { entered, risen, left }: MatchCounts,
  cause: MatchCause,
): NewMatchEvent {
  return {
    ...{ changeSeq, employerId, vacancyId, at, entered, risen, left, cause },
    kind: 'SEVERAL',
    ...{ candidateId: null, verdict: null, scoreBp: null, rank: null },
  };
}

function sum(all: readonly MatchCounts[]): MatchCounts {
  const total = { entered: 0, risen: 0, left: 0 };
  for (const { entered, risen, left } of all) {
    total.entered += entered;
    total.risen += risen;
    total.left += left;
  }
  return total;
}

function causeOf(all: readonly { readonly cause: MatchCause }[]): MatchCause {
  const causes = new Set(all.map(({ cause }) => cause));
  const [only] = causes;
  return causes.size === 1 ? only : 'VARIOUS';
}
