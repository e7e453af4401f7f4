import type { ConceptMatch, ConceptType } from '../text/concepts';
import { letterCount } from '../text/tokens';
import type { ConceptKind, ConceptSearch } from './concept-search';
import { isMisspelling } from './misspelling';
import { nameIndex } from './name-index';
import type { TextReaders } from './term-catalogue';

interface Deps {
  readers: () => Promise<TextReaders>;
  search: ConceptSearch;
}

/** A typo is forgiven from this likeness on: one slip in five letters. Source: our choice, docs/MATCHING.md. */
const LEAST_LIKENESS = 0.8;
/** Below it a suggestion looks like noise. Source: our choice. */
const LEAST_SUGGESTED = 0.6;
/** A short word with a slip is too often another word. */
const SHORTEST_PHRASE_LETTERS = 5;
/** A forgiven typo is never as sure as a word of the dictionary. */
const MOST_TYPO_CONFIDENCE_BP = 8_500;
/** Searches for one text, so that a long text of unknown words stays cheap. */
const MAX_SEARCHES = 6;
const MAX_PHRASE_WORDS = 4;

/**
 * Understands words: the dictionary first, the search for what a typo hides.
 *
 * Cost: no query when the dictionary knows every word; else up to six searches.
 */
export function createConceptReader({ readers, search }: Deps) {
  const namesOf = nameIndex(readers);
  return {
    /** What a text names, in reading order, each with the words that led to it. */
    async resolve(text: string, types: readonly ConceptType[]): Promise<ConceptMatch[]> {
      const { queries, isKnownWord } = await readers();
      const known = queries.read(text, types);
      const kinds = searchable(types);
      if (kinds.length === 0) return known;
      // A place is understood even where only skills are asked for: it is no misspelt skill.
      const covered = types.includes('REGION')
        ? known
        : [...known, ...queries.read(text, ['REGION'])];
      const phrases = queries.leftovers(text, covered).flatMap(windowsOf).slice(0, MAX_SEARCHES);
      const guessed: ConceptMatch[] = [];
      for (const phrase of phrases) {
        const isCovered = guessed.some((match) => overlaps(match, phrase));
        if (!isCovered) guessed.push(...(await searchTypo(search, phrase, kinds, isKnownWord)));
      }
      return mergeInOrder(known, guessed);
    },

    /** What somebody who has typed `q` may mean: names that start so, then names that are alike. */
    async suggest(
      q: string,
      types: readonly ConceptType[],
      first: number,
    ): Promise<ConceptMatch[]> {
      const whole = { matchedText: q, start: 0, end: q.length };
      const byName = (await namesOf()).startingWith(q, types);
      const found: ConceptMatch[] = byName.map((name) => ({ ...name, ...whole }));
      if (found.length < first && searchable(types).length > 0) {
        const options = { types: searchable(types), limit: first, isTyping: true };
        for (const { id, type, score } of await search.findConcepts(q, options)) {
          if (score < LEAST_SUGGESTED) continue;
          found.push({ id, type, ...whole, confidenceBp: Math.floor(score * 10_000) });
        }
      }
      return unique(found).slice(0, first);
    },
  };
}

export type ConceptReader = ReturnType<typeof createConceptReader>;

interface Phrase {
  text: string;
  start: number;
  end: number;
}

async function searchTypo(
  search: ConceptSearch,
  phrase: Phrase,
  types: readonly ConceptKind[],
  isKnownWord: (word: string) => boolean,
): Promise<ConceptMatch[]> {
  const found = await search.findConcepts(phrase.text, { types, limit: types.length });
  const best = found.filter(
    ({ score, matched }) =>
      score >= LEAST_LIKENESS &&
      score === found[0]?.score &&
      isMisspelling(phrase.text, matched, isKnownWord),
  );
  return best.map(({ id, type, score }) => ({
    id,
    type,
    matchedText: phrase.text,
    start: phrase.start,
    end: phrase.end,
    isCorrected: true,
    confidenceBp: Math.min(MOST_TYPO_CONFIDENCE_BP, Math.floor(score * 10_000)),
  }));
}

/** The phrase itself, then its parts, longest first: "tukng las palng" hides "tukng las". */
function windowsOf(phrase: Phrase): Phrase[] {
  const words = [...phrase.text.matchAll(/\S+/g)];
  const windows: Phrase[] = [];
  for (let size = Math.min(words.length, MAX_PHRASE_WORDS); size > 0; size--) {
    for (let first = 0; first + size <= words.length; first++) {
      const start = words[first]?.index ?? 0;
      const last = words[first + size - 1];
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      const text = phrase.text.slice(start, end);
      if (letterCount(text) < SHORTEST_PHRASE_LETTERS) continue;
      windows.push({ text, start: phrase.start + start, end: phrase.start + end });
    }
  }
  return windows;
}

const searchable = (types: readonly ConceptType[]): ConceptKind[] =>
  types.filter((type): type is ConceptKind => type !== 'REGION');

const overlaps = (a: Omit<Phrase, 'text'>, b: Omit<Phrase, 'text'>) =>
  a.start < b.end && b.start < a.end;

function mergeInOrder(known: readonly ConceptMatch[], guessed: readonly ConceptMatch[]) {
  const merged = unique([...known, ...guessed]);
  return merged.sort((a, b) => a.start - b.start || b.confidenceBp - a.confidenceBp);
}

function unique(matches: readonly ConceptMatch[]): ConceptMatch[] {
  const seen = new Set<string>();
  return matches.filter(({ type, id }) => {
    const key = `${type} ${id}`;
    return !seen.has(key) && seen.add(key);
  });
}
