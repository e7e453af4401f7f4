import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** `length` random characters, 5 bits each. */
export function randomCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

const CODE_LENGTH = 10;

/** 50 bits: a guessed code is a real one about once in 10^10 tries with 100,000 vacancies. */
export const newVerifyCode = () => randomCode(CODE_LENGTH).toUpperCase();

/** Letters that the alphabet leaves out, and what they are taken for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V' };
const CODE = new RegExp(`^[0-9A-HJKMNP-TV-Z]{${CODE_LENGTH}}$`);
/** A short link or the address of the page that checks, as people paste them. */
const IN_ADDRESS = /\/(?:l|cek)\/([^/?#\s]+)/i;
const LONGEST_TYPED = 300;

/**
 * The verify code that somebody typed or pasted; null when it cannot be one.
 *
 * Shape: capitals or not, with blanks, dashes or dots, look-alike letters, or inside a link.
 */
export function readVerifyCode(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null;
  const written = IN_ADDRESS.exec(typed)?.[1] ?? typed;
  const code = written
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}\p{Cf}._:]/gu, '')
    .replace(/[OILU]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  return CODE.test(code) ? code : null;
}

/** The vacancy's name in an address: its title in ASCII, and 30 random bits against equal titles. */
export const newSlug = (title: string) => `${slugOf(title)}-${randomCode(6)}`;

const SLUG_LENGTH = 60;

/** Lower-case ASCII words joined by hyphens; `lowongan` when the title has none. */
export function slugOf(title: string): string {
  const words = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words?.join('-').slice(0, SLUG_LENGTH).replace(/-$/, '') ?? 'lowongan';
}
