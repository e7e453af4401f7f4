import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** Of the key in use; a later one gets the next number. */
export const KEY_VERSION = 1;

/** Makes identity numbers unreadable and readable again. */
export interface IdentityVault {
  /** AES-256-GCM, bound to the person: under another person's id it does not open. */
  encrypt(digits: string, candidateId: string): Buffer;
  /** Errors: Error when it was made with another key, for somebody else, or changed. */
  decrypt(ciphertext: Buffer, candidateId: string): string;
  /** 32 bytes, the same for the same number; without the key nobody can try numbers. */
  hash(digits: string): Buffer;
}

/** The vault of a secret; encryption and hash get keys of their own. */
export function identityVault(secret: string): IdentityVault {
  const keyFor = (use: string) =>
    Buffer.from(hkdfSync('sha256', secret, '', `padan identity numbers ${use}`, 32));
  const [cipherKey, hashKey] = [keyFor('cipher'), keyFor('hash')];
  return {
    encrypt: (digits, candidateId) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', cipherKey, nonce).setAAD(
        Buffer.from(candidateId),
      );
      return Buffer.concat([
        nonce,
        cipher.update(digits, 'utf8'),
        cipher.final(),
        cipher.getAuthTag(),
      ]);
    },
    decrypt: (ciphertext, candidateId) => {
      const nonce = ciphertext.subarray(0, NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', cipherKey, nonce)
        .setAAD(Buffer.from(candidateId))
        .setAuthTag(ciphertext.subarray(-TAG_BYTES));
      const digits = ciphertext.subarray(NONCE_BYTES, -TAG_BYTES);
      return decipher.update(digits, undefined, 'utf8') + decipher.final('utf8');
    },
    hash: (digits) => createHmac('sha256', hashKey).update(digits).digest(),
  };
}
