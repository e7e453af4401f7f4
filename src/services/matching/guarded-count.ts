/** Counts below it are not told. Source: ARCHITECTURE of the design (no oracle). */
export const LEAST_TOLD = 5;

/** A count as an employer may see it: a small one could mean a person. */
export interface GuardedCount {
  /** Null below `LEAST_TOLD`, and where it would tell so small a difference. */
  value: number | null;
  text: string;
}

export const guardCount = (count: number): GuardedCount =>
  count < LEAST_TOLD
    ? { value: null, text: `<${LEAST_TOLD}` }
    : { value: count, text: String(count) };

/**
 * The count of a variant beside the count it started from: two exact counts a few apart would tell of these few.
 *
 * Shape: for a difference of 1 to 4 the count before and `±<5` in place of it.
 */
export function guardAfter(before: number, after: number): GuardedCount {
  const moved = Math.abs(after - before);
  const isTelling = before >= LEAST_TOLD && after >= LEAST_TOLD && moved > 0 && moved < LEAST_TOLD;
  return isTelling ? { value: null, text: `${before} ±<${LEAST_TOLD}` } : guardCount(after);
}
