import { createHmac, hkdfSync } from 'node:crypto';

const KEY_BYTES = 32;

/**
 * A key for one purpose; who knows it learns nothing of the secret or of other purposes.
 *
 * Source: RFC 5869 (HKDF) with SHA-256; `secret` is PADAN_SECRET.
 */
export const deriveKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `padan ${purpose}`, KEY_BYTES));

/** HMAC-SHA-256: equal texts have equal hashes, and without the key nobody can try texts. */
export const keyedHash = (key: Buffer, text: string): Buffer =>
  createHmac('sha256', key).update(text).digest();

/** One key for each thing that sign-in keeps only as a hash, and one for what it encrypts. */
export interface IdentityKeys {
  readonly address: Buffer;
  readonly code: Buffer;
  readonly token: Buffer;
  readonly apiKey: Buffer;
  /** Encrypts; see `sealed-box.ts`. */
  readonly seal: Buffer;
}

/** The keys of sign-in. */
export const identityKeys = (secret: string): IdentityKeys => ({
  address: deriveKey(secret, 'sign-in address'),
  code: deriveKey(secret, 'sign-in code'),
  token: deriveKey(secret, 'session token'),
  apiKey: deriveKey(secret, 'api key'),
  seal: deriveKey(secret, 'sealed factor'),
});
