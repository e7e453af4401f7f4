import type { Change } from './source';

/** What one page of changes brought. */
export interface Entry {
  readonly changes: readonly Change[];
  readonly cursor: string;
}

export interface Journal {
  readonly entries: readonly Entry[];
  /** Of the entries that are whole. */
  readonly bytes: number;
  /** Whether a piece of an entry follows: somebody was killed while writing. */
  readonly isTorn: boolean;
}

/** One line; only its end makes it count. */
export const writeEntry = (changes: readonly Change[], cursor: string): string =>
  `${JSON.stringify({ changes, cursor })}\n`;

/** The entries up to the last that is whole: what is torn is asked for again, from the cursor before. */
export function readJournal(text: string): Journal {
  const entries: Entry[] = [];
  let bytes = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf('\n', start);
    if (end < 0) return { entries, bytes, isTorn: true };
    entries.push(JSON.parse(text.slice(start, end)));
    bytes += Buffer.byteLength(text.slice(start, end + 1));
    start = end + 1;
  }
  return { entries, bytes, isTorn: false };
}
