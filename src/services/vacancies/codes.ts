import { randomBytes } from 'node:crypto';

/** Crockford's base 32: no letter that is taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** `length` random characters, 5 bits each. */
function randomCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** 50 bits: a guessed code is a real one about once in 10^10 tries with 100,000 vacancies. */
export const newVerifyCode = () => randomCode(10).toUpperCase();

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
