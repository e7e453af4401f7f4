/** Control characters (tab and line breaks apart), bidirectional overrides and lone surrogates. */
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|[\u202A-\u202E\u2066-\u2069]|\p{Cs}/u;

/** At least one character that a reader can see. */
const VISIBLE = /[^\s\p{Cf}]/u;

/** Whether `text` is readable plain text of at most `max` characters: not blank, nothing hidden or reordered. */
export const isPlainText = (text: string, max: number): boolean =>
  text.length <= max && VISIBLE.test(text) && !FORBIDDEN.test(text);
