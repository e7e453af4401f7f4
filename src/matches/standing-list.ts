import { comparePlaces, type MatchPlace } from '../matching/core/place';
import type { Verdict } from '../matching/core/tally';

/** Whom a vacancy's list shows: as many as have cards. */
export const VISIBLE = 100;
/** So many are kept after reading a list anew: those behind the visible ones spare reading it again when some leave. */
export const KEPT = 130;
/** A list that has grown to more is cut back to `KEPT`. */
const MOST = 180;

/** Somebody on a list. */
export interface Standing extends MatchPlace {
  readonly candidateId: string;
  readonly verdict: Verdict;
}

/**
 * The first people of a vacancy's order.
 *
 * Shape: everybody eligible who does not stand behind the floor is an entry, in the order; null = nobody is left out.
 */
export interface StandingList {
  readonly entries: readonly Standing[];
  readonly floor: MatchPlace | null;
}

export const EMPTY_LIST: StandingList = { entries: [], floor: null };

/** The people that are shown, the first one first. */
export const visibleOf = ({ entries }: StandingList): readonly Standing[] =>
  entries.slice(0, VISIBLE);

/** A list made of the first rows of an order; `isAll` = nobody is eligible beside them. */
export function listOf(entries: readonly Standing[], isAll: boolean): StandingList {
  return { entries, floor: isAll ? null : (entries.at(-1) ?? null) };
}

/** The list once somebody stands elsewhere; null = not eligible any more. */
export function movePerson(
  { entries, floor }: StandingList,
  candidateId: string,
  standing: Standing | null,
): StandingList {
  const others = entries.filter((entry) => entry.candidateId !== candidateId);
  if (standing === null || (floor !== null && comparePlaces(standing, floor) > 0)) {
    return { entries: others, floor };
  }
  const at = others.findIndex((other) => comparePlaces(standing, other) < 0);
  others.splice(at === -1 ? others.length : at, 0, standing);
  return cutBack({ entries: others, floor });
}

/** Whether so many have left that somebody who was never kept may be among the visible ones. */
export const needsReading = ({ entries, floor }: StandingList): boolean =>
  floor !== null && entries.length < VISIBLE;

function cutBack(list: StandingList): StandingList {
  return list.entries.length > MOST ? listOf(list.entries.slice(0, KEPT), false) : list;
}

/** What changed among the visible people. */
export interface ListChanges {
  /** With the new rank. */
  readonly entered: readonly Ranked[];
  /** Who stayed and has a better verdict, with the new rank. */
  readonly risen: readonly Ranked[];
  /** As they stood before. */
  readonly left: readonly Standing[];
}

/** Somebody at a place of the list: 1 + how many have a higher score. */
export interface Ranked extends Standing {
  readonly rank: number;
}

/** The worst first. */
export const verdictOrder: readonly Verdict[] = ['NOT_ELIGIBLE', 'STRETCH', 'POSSIBLE', 'STRONG'];

/** Compares two states of a list. */
export function compareLists(before: StandingList, after: StandingList): ListChanges {
  const known = new Map(visibleOf(before).map((entry) => [entry.candidateId, entry]));
  const ranked = rank(visibleOf(after));
  const present = new Set(ranked.map(({ candidateId }) => candidateId));
  const hasRisen = ({ candidateId, verdict }: Ranked) => {
    const old = known.get(candidateId);
    return old !== undefined && verdictOrder.indexOf(verdict) > verdictOrder.indexOf(old.verdict);
  };
  return {
    entered: ranked.filter(({ candidateId }) => !known.has(candidateId)),
    risen: ranked.filter(hasRisen),
    left: [...known.values()].filter(({ candidateId }) => !present.has(candidateId)),
  };
}

function rank(entries: readonly Standing[]): Ranked[] {
  let first = 0;
  return entries.map((entry, at) => {
    if (entry.scoreBp < entries[first].scoreBp) first = at;
    return { ...entry, rank: first + 1 };
  });
}
