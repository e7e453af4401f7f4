import { cleanText } from './ad-text';
import type { ConceptMatch } from './concepts';
import type { Dictionary, TermMatch } from './dictionary';
import { segmentsOf, type Token, tokenise, wordSet } from './tokens';

/** What a job title says: the occupations it names, best first. */
export interface TitleReading {
  readonly text: string;
  /** The title without seniority, haste and working-time words; what counts when nothing is resolved. */
  readonly core: string;
  readonly occupations: readonly ConceptMatch[];
}

/** Words that say who is wanted, how urgently or on what terms, not which work. */
const NOISE = wordSet(`
  urgent urgently dibutuhkan dicari segera lowongan loker hiring needed wanted walk interview
  wfh wfo remote freelance freelancer kontrak contract temporary part full time senior sr snr
  junior jr jnr fresh graduate graduates experienced berpengalaman pria wanita laki perempuan
  male female max maks usia gaji salary bonus penempatan placement area wilayah cabang project
  based i ii iii
`);

// Our choice, tried on hand-judged titles; see docs/MATCHING.md.
const CONFIDENCE = {
  wholeSegment: 9_500,
  severalWords: 8_500,
  halfOfTwo: 7_000,
  oneOfMany: 6_000,
} as const;
const BRACKET_PENALTY_BP = 1_000;

interface Candidate {
  readonly match: TermMatch;
  readonly confidenceBp: number;
  readonly order: number;
}

/**
 * Reads a job title: "URGENT! Senior Accounting Staff (Jakarta)" names the accounting clerk.
 *
 * Ties: higher confidence, then more words, then the earlier place in the title.
 */
export function readTitle(raw: string, dictionary: Dictionary): TitleReading {
  const text = cleanText(raw);
  const tokens = tokenise(text);
  const candidates = segmentsOf(tokens).flatMap((segment, order) =>
    readSegment(text, segment, order, dictionary),
  );
  candidates.sort(
    (a, b) =>
      b.confidenceBp - a.confidenceBp ||
      b.match.tokenCount - a.match.tokenCount ||
      a.order - b.order ||
      a.match.start - b.match.start,
  );
  const seen = new Set<string>();
  const occupations: ConceptMatch[] = [];
  for (const { match, confidenceBp } of candidates) {
    if (seen.has(match.id)) continue;
    seen.add(match.id);
    const { type, id, matchedText, start, end } = match;
    occupations.push({ type, id, matchedText, start, end, confidenceBp });
  }
  return { text, core: coreOf(tokens), occupations };
}

function readSegment(
  text: string,
  segment: readonly Token[],
  order: number,
  dictionary: Dictionary,
): Candidate[] {
  const meaning = withoutNoise(segment);
  const isBracketed = /[([{]\s*$/.test(text.slice(0, segment[0]?.start ?? 0));
  return [segment, meaning].flatMap((tokens) =>
    dictionary.find('OCCUPATION', text, { mode: 'title' }, [...tokens]).map((match) => ({
      match,
      order,
      confidenceBp:
        Math.min(match.confidenceBp, coverageConfidence(match.tokenCount, tokens.length)) -
        (isBracketed ? BRACKET_PENALTY_BP : 0),
    })),
  );
}

function coverageConfidence(matched: number, total: number): number {
  if (matched >= total) return CONFIDENCE.wholeSegment;
  if (matched > 1) return CONFIDENCE.severalWords;
  return total === 2 ? CONFIDENCE.halfOfTwo : CONFIDENCE.oneOfMany;
}

function withoutNoise(segment: readonly Token[]): Token[] {
  return segment
    .filter((token) => !NOISE.has(token.text) && !/^\d+$/.test(token.text))
    .map((token, index) => (index === 0 ? { ...token, startsSegment: true } : token));
}

function coreOf(tokens: readonly Token[]): string {
  return tokens
    .filter((token) => !NOISE.has(token.text) && !/^\d+$/.test(token.text))
    .map((token) => token.text)
    .join(' ');
}
