import type { LogView } from './follow-log';
import { type CursorPlace, findGap, type Gap } from './log-start';
import type { LogReach, Placed } from './log-tail';

/** What somebody who polls a log is told. */
export interface PolledPage<T extends Placed> {
  readonly items: readonly T[];
  /** The place to go on from. */
  readonly place: number;
  /** Whether there may be more behind it now. */
  readonly hasNext: boolean;
  readonly gap: Gap | null;
  readonly retainedSince: Date | null;
}

export interface PollRequest {
  /** Null = from the oldest event that is kept. */
  readonly after: CursorPlace | null;
  readonly first: number;
}

/** Bounds the work for who sees little of much; the place moves on. */
const MOST_STRETCHES = 5;

/**
 * The first items behind a place: the same as a follower is told.
 *
 * Cost: 4 queries and at most 5 stretches of the view.
 */
export async function pageLog<E extends Placed, T extends Placed>(
  source: LogReach,
  view: Pick<LogView<E, T>, 'past'>,
  { after, first }: PollRequest,
): Promise<PolledPage<T>> {
  const { newest, removed } = await source.bounds();
  const start = after === null ? removed : after;
  const page = start === 'UNKNOWN' ? null : await readFirst(view, start, newest, first);
  // Asked afterwards: what was removed meanwhile may be missing in the page.
  const gap = await findGap(source, start);
  const retainedSince = await source.retainedSince();
  if (gap !== null || page === null) {
    return { items: [], place: gap?.place ?? newest, hasNext: false, gap, retainedSince };
  }
  return { ...page, hasNext: page.place < newest, gap, retainedSince };
}

async function readFirst<E extends Placed, T extends Placed>(
  view: Pick<LogView<E, T>, 'past'>,
  start: number,
  newest: number,
  first: number,
): Promise<{ items: T[]; place: number }> {
  const items: T[] = [];
  let place = start;
  for (let stretch = 0; stretch < MOST_STRETCHES && place < newest; stretch++) {
    const page = await view.past(place, newest);
    items.push(...page.items);
    place = page.upTo;
    if (items.length >= first) break;
  }
  const last = items[first - 1];
  return { items: items.slice(0, first), place: items.length > first && last ? last.seq : place };
}
