/** Counts below it are not told. Source: ARCHITECTURE of the design (no oracle). */
export const LEAST_TOLD = 5;

/** A count as an employer may see it: a small one could mean a person. */
export interface GuardedCount {
  /** Null below `LEAST_TOLD`. */
  value: number | null;
  text: string;
}

export const guardCount = (count: number): GuardedCount =>
  count < LEAST_TOLD
    ? { value: null, text: `<${LEAST_TOLD}` }
    : { value: count, text: String(count) };
