import { fold, similarity } from './similarity';

/** Shorter words turn into other words by one letter: "case" and "cafe", "HRIS" and "GIS". */
const SHORTEST_WORD = 5;
/** One slip in four letters, two in eight. Source: our choice on the titles of real advertisements. */
const LEAST_LIKENESS = 0.75;

/**
 * Whether words are a name with slips of the pen, not another name: word by word, and never in a word that is
 * known as it stands ("technical engineer" is no misspelt "mechanical engineer").
 */
export function isMisspelling(
  words: string,
  name: string,
  isKnownWord: (word: string) => boolean,
): boolean {
  const typed = fold(words).split(' ');
  const meant = fold(name).split(' ');
  if (typed.join('') === meant.join('')) return true;
  if (typed.length !== meant.length) return false;
  return typed.every((word, index) => {
    const other = meant[index] ?? '';
    if (word === other) return true;
    if (word.length < SHORTEST_WORD || isKnownWord(word)) return false;
    return similarity(word, other) >= LEAST_LIKENESS;
  });
}
