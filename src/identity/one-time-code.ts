import { randomInt, timingSafeEqual } from 'node:crypto';
import { keyedHash } from './derived-keys';

/** How codes work. Source: OWASP ASVS 5.0, 6.6 (10 minutes, rate limited); the numbers of attempts are our choice. */
export const codeRules = {
  digits: 6,
  lifetimeMs: 10 * 60_000,
  attempts: 5,
  /** Codes of one address: a network that is slow, and still no more than 50 guesses a day among a million. */
  windows: [
    { codes: 3, ms: 15 * 60_000 },
    { codes: 10, ms: 24 * 3_600_000 },
  ],
} as const;

/** Six digits that nobody can foresee. */
export const newCode = (): string =>
  String(randomInt(10 ** codeRules.digits)).padStart(codeRules.digits, '0');

/** What is kept of a code; the row's id makes two equal codes different. */
export const hashCode = (key: Buffer, id: string, code: string): Buffer =>
  keyedHash(key, `${id} ${code}`);

/** Whether a hash is that of the code, in the same time wherever they differ. */
export const isCode = (key: Buffer, id: string, code: string, hash: Buffer): boolean =>
  timingSafeEqual(hashCode(key, id, code), hash);

/** The digits of a code as people type it: with blanks or a dash between them. */
export const readCode = (typed: string): string => typed.replace(/[\s-]/g, '');

/**
 * How long an address must wait before it gets another code, given when it got the last ones, the newest first.
 *
 * Unit: milliseconds; 0 = not at all.
 */
export function codeWaitMs(times: readonly Date[], now: Date): number {
  const waits = codeRules.windows.map(({ codes, ms }) => {
    const first = times[codes - 1];
    return first === undefined ? 0 : first.getTime() + ms - now.getTime();
  });
  return Math.max(0, ...waits);
}
