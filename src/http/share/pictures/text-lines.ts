/** Widths in the size of the font, a little above those of DejaVu Sans: a line may end early, never run out of the picture. */
const NARROW = /[iljftrI.,:;'|!()[\]\s-]/;
const WIDE = /[mwMW@%—…]/;
const CAPITAL = /\p{Lu}|\p{N}/u;
/** Scripts whose letters fill a square. */
const SQUARE =
  /[\u1100-\u11FF\u2E80-\uA4CF\uAC00-\uD7AF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60]|[\u{1F000}-\u{3FFFF}]/u;
const BOLD_FACTOR = 1.12;

export interface Font {
  readonly size: number;
  readonly isBold?: boolean;
}

/** How wide a text is drawn, at most. Unit: pixels. */
export function widthOf(text: string, { size, isBold = false }: Font): number {
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width * size * (isBold ? BOLD_FACTOR : 1);
}

function widthOfCharacter(character: string): number {
  if (NARROW.test(character)) return 0.41;
  if (WIDE.test(character)) return 1;
  if (SQUARE.test(character)) return 1.05;
  return CAPITAL.test(character) ? 0.72 : 0.63;
}

/** A text in lines of at most `width` pixels; words longer than a line are cut, and what has no place is an ellipsis. */
export function wrapText(text: string, font: Font, width: number, mostLines: number): string[] {
  const fits = (line: string) => widthOf(line, font) <= width;
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((long) => cutWord(long, fits))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (fits(longer)) {
      line = longer;
      continue;
    }
    lines.push(line);
    line = word;
    if (lines.length === mostLines) return [...lines.slice(0, -1), endEarly(lines.at(-1), fits)];
  }
  return line === '' ? lines : [...lines, line];
}

function cutWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece !== '' && !fits(piece + character)) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

function endEarly(line = '', fits: (line: string) => boolean): string {
  let characters = [...line];
  while (characters.length > 0 && !fits(`${characters.join('')}…`)) {
    characters = characters.slice(0, -1);
  }
  return `${characters.join('').trimEnd()}…`;
}
