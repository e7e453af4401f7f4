import { randomBytes, timingSafeEqual } from 'node:crypto';
import { keyedHash } from '../../../../identity/derived-keys';

const PAD_BYTES = 12;

/**
 * A token for one form. Each page has another one, so that the lengths of compressed pages, which repeat what somebody
 * typed, tell nothing of it.
 */
export function formToken(secret: string): string {
  const pad = randomBytes(PAD_BYTES).toString('base64url');
  return `${pad}.${prove(secret, pad).toString('base64url')}`;
}

/** Whether a token is of this secret. */
export function isFormToken(secret: string, token: string): boolean {
  const [pad = '', proof = ''] = token.split('.', 2);
  const given = Buffer.from(proof, 'base64url');
  const expected = prove(secret, pad);
  return given.length === expected.length && timingSafeEqual(given, expected);
}

const prove = (secret: string, pad: string): Buffer => keyedHash(Buffer.from(secret), pad);
