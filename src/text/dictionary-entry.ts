import type { AliasRuleKind } from '../entities/vocabulary';
import type { Token } from './tokens';

/**
 * How a text is read. `query`: what a person types about themselves or looks for; `title`: a job
 * title; `ad`: running text of an advertisement, where only unmistakable aliases are evidence.
 */
export type ReadingMode = 'query' | 'title' | 'ad';

export const dictionaryTypes = ['COMPETENCY', 'OCCUPATION'] as const;
export type DictionaryType = (typeof dictionaryTypes)[number];

/** What an alias of the dictionary leads to. */
export interface DictionaryEntry {
  readonly id: string;
  readonly rule: AliasRuleKind | null;
  readonly isLabel: boolean;
}

export interface FindOptions {
  readonly mode: ReadingMode;
  /** Words that must not take part in a match (headings, benefits, fields of study). */
  readonly isMasked?: (tokenIndex: number) => boolean;
  /** Whether the vacancy's occupation needs a competency: lets careful aliases count in its text. */
  readonly isNeeded?: (conceptId: string) => boolean;
}

// Our choice, ordered by how often a reader would disagree; see docs/MATCHING.md.
const CONFIDENCE = {
  label: 10_000,
  severalWords: 9_500,
  oneWord: 9_000,
  context: 7_000,
  ambiguousTotal: 10_000,
} as const;

/** Whether an alias found at some words counts, by its rule and by how the text is read. */
export function isUsable(
  type: DictionaryType,
  entry: DictionaryEntry,
  tokens: readonly Token[],
  first: number,
  count: number,
  options: FindOptions,
): boolean {
  const { mode } = options;
  switch (entry.rule) {
    case 'WHOLE_QUERY_ONLY':
      // A bracket or dash part of a title may name an occupation, but "(JS - FC)" is no programming language.
      if (mode === 'title' && type === 'COMPETENCY') return count === tokens.length;
      return mode !== 'ad' && isWholeSegment(tokens, first, count);
    case 'CONTEXT':
      return mode === 'query' || (mode === 'title' && isWholeSegment(tokens, first, count));
    case 'NEEDS_OCCUPATION':
      return mode !== 'ad' || (options.isNeeded?.(entry.id) ?? false);
    default:
      return true; // NOT_A_TERM too: it must be found to hide what stands inside it
  }
}

/** In basis points, when the words lead to so many concepts. */
export function confidenceOf(
  entry: DictionaryEntry,
  tokenCount: number,
  targetCount: number,
): number {
  if (targetCount > 1) return Math.floor(CONFIDENCE.ambiguousTotal / targetCount);
  if (entry.rule === 'CONTEXT') return CONFIDENCE.context;
  if (entry.isLabel) return CONFIDENCE.label;
  return tokenCount > 1 ? CONFIDENCE.severalWords : CONFIDENCE.oneWord;
}

function isWholeSegment(tokens: readonly Token[], first: number, count: number): boolean {
  const next = tokens[first + count];
  return tokens[first]?.startsSegment === true && (next === undefined || next.startsSegment);
}
