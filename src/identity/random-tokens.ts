import { randomBytes } from 'node:crypto';
import { keyedHash } from './derived-keys';

// 256 bits: nobody guesses one, so nothing slows guesses down.
const SECRET_BYTES = 32;
const UUID_BYTES = 16;

/** A random text that proves who holds it. */
export const newToken = (): string => randomBytes(SECRET_BYTES).toString('base64url');

/** What is kept of a token. */
export const hashToken = (key: Buffer, token: string): Buffer => keyedHash(key, token);

/** A new refresh token of a session, which it names: the session's id and 256 random bits. */
export function newRefreshToken(sessionId: string): string {
  const id = Buffer.from(sessionId.replaceAll('-', ''), 'hex');
  return Buffer.concat([id, randomBytes(SECRET_BYTES)]).toString('base64url');
}

/** The session that a refresh token names; null for what is no refresh token. */
export function sessionOf(refreshToken: string): string | null {
  const bytes = Buffer.from(refreshToken, 'base64url');
  const isToken =
    bytes.length === UUID_BYTES + SECRET_BYTES && bytes.toString('base64url') === refreshToken;
  if (!isToken) return null;
  const hex = bytes.toString('hex', 0, UUID_BYTES);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
