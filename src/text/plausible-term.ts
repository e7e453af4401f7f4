import { letterCount, termKey, wordSet } from './tokens';

/** A competency or occupation is named in a few words; whoever writes more tells something about themselves. */
const MOST_WORDS = 4;
const MOST_LETTERS = 60;
const FEWEST_LETTERS = 3;
/** Telephone and identity numbers, postcodes, years; "K3" and "ISO 9001" without its number stay. */
const LONG_NUMBER = /\d{4}/;
/** Addresses of mail and web, and handles. */
const ADDRESS = /[@/\\]|www\.|\.(?:com|id|net|org)\b/i;
/** A person's name follows. Source: our own list of forms of address, 2026. */
const NAME_CUES = wordSet(`
  nama bernama namaku panggilan panggil dipanggil name called pak bapak bpk ibu bu mas mbak mba kak kakak bang abang
  sdr sdri saudara saudari om tante haji hajah hj ustadz ustaz mr mrs ms dr drs ir
`);

/**
 * The form under which a word that nobody understood may be counted; null when it could be personal.
 *
 * `context` is the whole text, with the place where the word begins: after "nama" or "pak" comes a name, and so are
 * several capitalised words inside a text that is not written in capitals throughout.
 */
export function plausibleTerm(
  text: string,
  context?: { readonly text: string; readonly start: number },
): string | null {
  if (ADDRESS.test(text) || LONG_NUMBER.test(text.replace(/[\s.-]/g, ''))) return null;
  const term = termKey(text);
  const letters = letterCount(term);
  const words = term.split(' ');
  if (letters < FEWEST_LETTERS || letters > MOST_LETTERS || words.length > MOST_WORDS) return null;
  if (!/\p{L}{2}/u.test(term) || words.some((word) => NAME_CUES.has(word))) return null;
  return context !== undefined && looksLikeName(text, context) ? null : term;
}

function looksLikeName(
  phrase: string,
  { text, start }: { readonly text: string; readonly start: number },
): boolean {
  const before = termKey(text.slice(0, start)).split(' ').at(-1) ?? '';
  if (NAME_CUES.has(before)) return true;
  const isCapital = (word: string) => /^\p{Lu}\p{Ll}/u.test(word);
  const words = phrase.split(/\s+/);
  const others =
    `${text.slice(0, start)} ${text.slice(start + phrase.length)}`.match(/\p{L}+/gu) ?? [];
  const isPlain = others.some((word) => /^\p{Ll}/u.test(word));
  // "Saya Budi, bisa las": a capital behind the speaker is who speaks.
  const isSpeaker = /^(?:saya|aku|i|am|adalah)$/.test(before);
  return isPlain && words.every(isCapital) && (words.length > 1 || isSpeaker);
}
