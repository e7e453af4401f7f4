import type { LogReach } from './log-tail';

/**
 * Why a cursor cannot be gone on from: EXPIRED = what follows it was removed because it was old; UNKNOWN = it names no
 * place of this log, as one that was forged, of another stream, or of a time that was undone by a restored backup.
 */
export const gapReasons = ['EXPIRED', 'UNKNOWN'] as const;
export type GapReason = (typeof gapReasons)[number];

/** Something may be missing before the place, at which reading goes on. */
export interface Gap {
  readonly reason: GapReason;
  readonly place: number;
  /** When the oldest event that is kept was written; null = there is none. */
  readonly retainedSince: Date | null;
}

/** Where a cursor stands; UNKNOWN = it is none of this log. */
export type CursorPlace = number | 'UNKNOWN';

/** The gap at a place from which nobody can go on: the newest place, and why; null when everything behind it is there. */
export async function findGap(source: LogReach, after: CursorPlace): Promise<Gap | null> {
  const { newest, removed } = await source.bounds();
  const isUnknown = after === 'UNKNOWN' || after > newest;
  if (!isUnknown && after >= removed) return null;
  return {
    reason: isUnknown ? 'UNKNOWN' : 'EXPIRED',
    place: newest,
    retainedSince: await source.retainedSince(),
  };
}
