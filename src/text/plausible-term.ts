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
/** Part of a name, an address or a number that is somebody's own. Source: our own list, 2026. */
const OWN_CUES = wordSet(`
  bin binti jl jalan jln gang gg rt rw no nomor nomer telp tlp nohp nowa nik ktp kk npwp norek alamat
`);
/** A telephone follows; "servis hp" is work. */
const OWN_FIRST = /^(?:hp|wa|whatsapp|telepon) /;
/** Health, faith, origin and conviction are no business of an office that explains words. Source: Law 27/2022, art. 4; our own list. */
const SENSITIVE = wordSet(`
  sakit penyakit mengidap menderita penderita hiv aids odha skizofrenia schizophrenia bipolar depresi epilepsi ayan
  kanker tumor diabetes stroke tbc tb tuberkulosis hepatitis lepra kusta autis autisme adhd hamil keguguran lumpuh
  buta tuli bisu difabel difabilitas disabilitas cacat narkoba rehabilitasi gangguan jiwa
  agama islam muslim muslimah kristen protestan katolik hindu buddha budha konghucu konghuchu yahudi ateis mualaf
  gay lesbian lgbt transgender waria janda duda cerai narapidana napi mantan partai
`);

/** Words that come before a name or tell something of a person that is no skill. */
export const PERSONAL_WORDS: readonly ReadonlySet<string>[] = [NAME_CUES, OWN_CUES, SENSITIVE];

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
  if (termFault(text) !== null) return null;
  return context !== undefined && looksLikeName(text, context) ? null : termKey(text);
}

/** Why a text is no word that may be counted and explained. */
export type TermFault = 'ADDRESS' | 'NUMBER' | 'TOO_SHORT' | 'TOO_LONG' | 'PERSONAL';

/** What is wrong with a text as a word; null when it may be one. */
export function termFault(text: string): TermFault | null {
  if (ADDRESS.test(text)) return 'ADDRESS';
  if (LONG_NUMBER.test(text.replace(/[\s.-]/g, ''))) return 'NUMBER';
  const term = termKey(text);
  const letters = letterCount(term);
  const words = term.split(' ');
  if (letters < FEWEST_LETTERS || !/\p{L}{2}/u.test(term)) return 'TOO_SHORT';
  if (letters > MOST_LETTERS || words.length > MOST_WORDS) return 'TOO_LONG';
  const isOwn = words.some((word) => NAME_CUES.has(word) || OWN_CUES.has(word));
  return isOwn || OWN_FIRST.test(term) ? 'PERSONAL' : null;
}

/** The form under which a word may be counted for others to see: plausible, and of nobody's health or faith; else null. */
export function countableTerm(...entry: Parameters<typeof plausibleTerm>): string | null {
  const term = plausibleTerm(...entry);
  return term === null || term.split(' ').some((word) => SENSITIVE.has(word)) ? null : term;
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
