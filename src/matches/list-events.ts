import type { Why } from './causes';
import type { MatchCause, NewMatchEvent } from './match-event';
import type { ListChanges, Standing } from './standing-list';

/** What events about a list are made from. */
export interface ListReasons {
  readonly employerId: string;
  readonly vacancyId: string;
  /** Why the vacancy's order differs as a whole; null = it does not. */
  readonly vacancy: Why | null;
  /** The people who changed. */
  readonly people: ReadonlyMap<string, Why>;
  /** Whether time has passed as well: then nobody whose place or vacancy did not change makes an event. */
  readonly isAgeing: boolean;
  /** Place of the newest change that was looked at. */
  readonly changeSeq: number;
  readonly at: Date;
}

/** The events that a list's changes make: who left, who entered, who rose. */
export function eventsOf(
  { entered, risen, left }: ListChanges,
  reasons: ListReasons,
): NewMatchEvent[] {
  const { employerId, vacancyId, at } = reasons;
  const single = (kind: 'ENTERED' | 'ROSE' | 'LEFT', entry: Standing, rank: number | null) => {
    const why = whyOf(reasons, entry.candidateId, otherwise[kind]);
    if (why === null) return [];
    const cause = kind === 'LEFT' ? causeOfLeaving(why.cause) : why.cause;
    const { candidateId, verdict, scoreBp } = entry;
    return [
      {
        ...{ changeSeq: why.changeSeq, employerId, vacancyId, candidateId, kind, cause },
        ...{ verdict, scoreBp, rank, at },
        entered: Number(kind === 'ENTERED'),
        risen: Number(kind === 'ROSE'),
        left: Number(kind === 'LEFT'),
      },
    ];
  };
  return [
    ...left.flatMap((entry) => single('LEFT', entry, null)),
    ...entered.flatMap((entry) => single('ENTERED', entry, entry.rank)),
    ...risen.flatMap((entry) => single('ROSE', entry, entry.rank)),
  ];
}

/** Why somebody who did not change moved, unless the vacancy changed. */
const otherwise = {
  ENTERED: 'PLACE_FREED',
  ROSE: 'PROFILE_CHANGED',
  LEFT: 'OVERTAKEN',
} as const;

function whyOf(
  { vacancy, people, isAgeing, changeSeq }: ListReasons,
  candidateId: string,
  cause: MatchCause,
): Why | null {
  if (vacancy?.cause === 'VACANCY_PUBLISHED') return vacancy;
  const own = people.get(candidateId);
  if (own !== undefined) return own;
  if (vacancy !== null) return vacancy;
  return isAgeing ? null : { cause, changeSeq };
}

/** Nobody leaves for having come or confirmed something: others came before them. */
const causeOfLeaving = (cause: MatchCause): MatchCause =>
  cause === 'NEW_PERSON' || cause === 'COMPETENCY_CONFIRMED' ? 'OVERTAKEN' : cause;
