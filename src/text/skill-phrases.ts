import { letterCount } from './tokens';

/** A word that a list of skills follows: "Menguasai Coral Draw, Excel", "Required Skill(s): Filing". */
const CUE =
  /\b(?:menguasai|mahir(?: menggunakan)?|mengoperasikan|skills?(?:\(s\))?|software|familiar with|proficient in)(?!\w)[\s:]*/giu;
const LIST_END = /[.;|•\n]|\s[-–]\s|\.{3}/u;
const ITEM_BREAK = /[,/&()]|\s(?:dan|and|or|atau|serta)\s/iu;
const LONGEST_LIST = 120;
const MOST_WORDS = 3;
const LEAST_LETTERS = 5;

/**
 * The short items of the lists of skills in a text, in reading order: what an unknown or misspelt skill may be.
 *
 * Shape: one to three words, five letters and more, lower case, each once.
 */
export function skillPhrases(text: string): string[] {
  const phrases = new Set<string>();
  for (const cue of text.matchAll(CUE)) {
    const from = cue.index + cue[0].length;
    const list = text.slice(from, from + LONGEST_LIST).split(LIST_END, 1)[0] ?? '';
    for (const item of list.split(ITEM_BREAK)) {
      const phrase = item.trim().toLowerCase();
      const words = phrase.split(/\s+/).length;
      if (words <= MOST_WORDS && letterCount(phrase) >= LEAST_LETTERS) phrases.add(phrase);
    }
  }
  return [...phrases];
}
