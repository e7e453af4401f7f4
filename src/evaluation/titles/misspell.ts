import { drawNumber } from '../seeded';

const SHORTEST_WORD = 4;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** The title with one random slip of the pen: a letter left out, added or replaced, or two swapped. */
export function misspell(title: string, seed: number, query: number): string {
  let draws = 0;
  const draw = (choices: number) => {
    draws += 1;
    return Math.floor(drawNumber(seed, query * 8 + draws) * choices);
  };
  const words = [...title.matchAll(/\p{L}+/gu)].filter(([word]) => word.length >= SHORTEST_WORD);
  if (words.length === 0) return title;
  const { 0: word, index } = words[draw(words.length)];
  const at = index + draw(word.length - 1);
  const before = title.slice(0, at);
  const letter = LETTERS[draw(LETTERS.length)];
  switch (draw(4)) {
    case 0:
      return before + title.slice(at + 1);
    case 1:
      return before + letter + title.slice(at);
    case 2:
      return before + letter + title.slice(at + 1);
    default:
      return before + title[at + 1] + title[at] + title.slice(at + 2);
  }
}
