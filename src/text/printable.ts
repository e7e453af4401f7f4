/** Control characters, bidirectional overrides, lone surrogates, what XML has no place for, and pictures of emotions. */
const UNPRINTABLE =
  /\p{Cc}|[\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFFE\uFFFF]|\uFE0F|\p{Cs}|\p{Emoji_Presentation}/gu;

/** A text on one line with nothing that hides, reorders or cannot be drawn. */
export const printable = (text: string): string =>
  text.replace(UNPRINTABLE, ' ').replace(/\s+/g, ' ').trim();

/** The first `max` characters of a text, ending between words where it can; what is missing is an ellipsis. */
export function shorten(text: string, max: number): string {
  const characters = [...text];
  if (characters.length <= max) return text;
  const start = characters.slice(0, Math.max(0, max - 1)).join('');
  const space = start.lastIndexOf(' ');
  return `${(space > start.length / 2 ? start.slice(0, space) : start).replace(/[\s,;:.–-]+$/, '')}…`;
}
