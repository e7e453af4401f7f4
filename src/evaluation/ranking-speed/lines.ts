import type { TaxonomyName } from './taxonomies';

/** One line of the result; a line with a bar says whether it is met. */
export type SpeedLine = Readonly<Record<string, string | number | boolean | null>>;

interface Bar {
  /** Which of the line's figures is held against the bar. */
  readonly of: string;
  readonly most?: number;
  readonly least?: number;
}

/**
 * What a million people over a taxonomy as large as ESCO may cost: milliseconds at the 95th percentile, rankings a
 * second and worker, bytes a person. Source: the issue of the second stage; other sizes are held against the same.
 */
export const BARS = {
  regency: { of: 'p95Ms', most: 5 },
  province: { of: 'p95Ms', most: 5 },
  nation: { of: 'p95Ms', most: 80 },
  rate: { of: 'rankingsASecond', least: 180 },
  memory: { of: 'bytesAPerson', most: 200 },
  whatIf: { of: 'p95Ms', most: 300 },
  differences: { of: 'differences', most: 0 },
} as const satisfies Record<string, Bar>;

/** The line with its bar. The starter taxonomy has none, but nowhere may anything differ. */
export function hold(line: SpeedLine, bar: Bar, taxonomy: TaxonomyName = 'generated'): SpeedLine {
  if (taxonomy === 'starter') return line;
  const { of, most, least } = bar;
  const value = line[of];
  const isMet =
    typeof value === 'number' &&
    (most === undefined || value <= most) &&
    (least === undefined || value >= least);
  return { ...line, bar: most === undefined ? `${of} ≥ ${least}` : `${of} ≤ ${most}`, isMet };
}
