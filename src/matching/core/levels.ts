/**
 * The bands in which a command of a competency enters a score: 1–2, 3 and 4–5, as on the card (no oracle).
 *
 * Unit: levels; `countsAs` stands for the band. Source: docs/adr/0011-bands-before-the-core.md.
 */
const LEVEL_BANDS = [
  { upTo: 2, countsAs: 2 },
  { upTo: 3, countsAs: 3 },
  { upTo: Number.POSITIVE_INFINITY, countsAs: 4 },
] as const;

/** What a held level counts as. */
export function bandHeldLevel(level: number): number {
  let at = 0;
  while (level > LEVEL_BANDS[at].upTo) at += 1;
  return LEVEL_BANDS[at].countsAs;
}

/** What a level asked for counts as: 1 stays, since it means held at any level. */
export function bandAskedLevel(level: number): number {
  return Math.min(level, bandHeldLevel(level));
}
