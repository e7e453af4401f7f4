import { createHash } from 'node:crypto';
import type { VacancyRow } from './vacancy-row';

/** Raise it when the same row is understood differently: the next import then rewrites it. */
const READER_VERSION = 2;

/**
 * What an imported row says, as SHA-256: an equal row changes nothing.
 *
 * The day of the import is no part of it: running `--as-of today` again tomorrow moves no dates.
 */
export function contentHash(row: VacancyRow, taxonomyVersion: number, isShifted: boolean): string {
  const { row: _, ...content } = row;
  return createHash('sha256')
    .update(JSON.stringify([READER_VERSION, taxonomyVersion, isShifted, content]))
    .digest('hex');
}
