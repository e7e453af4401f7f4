/** A word of a text: its folded form and where it stands in the original string. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** A comma, bullet, bracket, line end or sentence end stands between the previous word and this one. */
  readonly startsSegment: boolean;
}

const WORD = /[\p{L}\p{N}\p{M}]+[+#]*/gu;
const SEGMENT_BREAK =
  /[,;:|!?()[\]{}•·▪●►➢✓✔*~"“”\n\r\t]|\.(?=\s|$)|\s[-–—]+|[-–—]\s|\s{3,}|^[.…]{2,}/u;

/** Words whose full stop ends no sentence: "Ms. Office", "Adm. Gudang". */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'ms min max maks adm spv sr jr dr drs ir kab kec kel prov no jl st asst mgr'.split(' '),
);

/** The comparison form of a text: lower case, compatibility forms unified (𝗦𝗮𝗹𝗲𝘀 → sales). */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/**
 * The words of a text in order: letters and digits with trailing `+` or `#` (c++, c#).
 *
 * Shape: `start` and `end` are UTF-16 offsets into the text as given.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = 0;
  for (const match of text.matchAll(WORD)) {
    const start = match.index;
    const folded = fold(match[0]);
    const gap = text.slice(previousEnd, start);
    const isAbbreviation = /^\.\s$/.test(gap) && ABBREVIATIONS.has(tokens.at(-1)?.text ?? '');
    tokens.push({
      text: folded,
      start,
      end: start + match[0].length,
      startsSegment: tokens.length === 0 || (SEGMENT_BREAK.test(gap) && !isAbbreviation),
    });
    previousEnd = start + match[0].length;
  }
  return tokens;
}

/** The key under which a term is stored and looked up: its folded words joined by one blank. */
export function termKey(term: string): string {
  return tokenise(term)
    .map((token) => token.text)
    .join(' ');
}

/** How many letters and digits a term has; what is short needs more context to be trusted. */
export function letterCount(term: string): number {
  return (term.match(/[\p{L}\p{N}]/gu) ?? []).length;
}

/** Consecutive words without a break between them. */
export function segmentsOf(tokens: readonly Token[]): Token[][] {
  const segments: Token[][] = [];
  for (const token of tokens) {
    const current = segments.at(-1);
    if (token.startsSegment || current === undefined) segments.push([token]);
    else current.push(token);
  }
  return segments;
}

/** A set of words, written as one text with blanks between them. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.trim().split(/\s+/));
}
