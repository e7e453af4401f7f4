import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Source: RFC 6238 with the choices that every authenticator app makes: SHA-1, 30 s, six digits. */
const STEP_SECONDS = 30;
const DIGITS = 6;
/** Steps around now that are taken, for clocks that differ (RFC 6238, 5.2). */
const TOLERANCE = 1;
// RFC 4226, 4: at least 128 bits, 160 advised.
const SECRET_BYTES = 20;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

/** The number of the time step at an instant. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP_SECONDS);

/** The code of a time step. Source: RFC 4226, 5.3 (HOTP). */
export function totpCode(secret: Buffer, step: number, digits = DIGITS): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', secret).update(counter).digest();
  const offset = hash[hash.length - 1] & 0x0f;
  const number = hash.readUInt32BE(offset) & 0x7fff_ffff;
  return String(number % 10 ** digits).padStart(digits, '0');
}

/**
 * The time step that a code belongs to, at most one away from now and behind the last one used; null for a wrong code.
 */
export function findStep(
  secret: Buffer,
  code: string,
  at: Date,
  lastStep: number | null,
): number | null {
  const given = Buffer.from(code.replace(/\s/g, ''));
  const now = stepAt(at);
  for (let step = now - TOLERANCE; step <= now + TOLERANCE; step++) {
    const expected = Buffer.from(totpCode(secret, step));
    const isSame = given.length === expected.length && timingSafeEqual(given, expected);
    if (isSame && (lastStep === null || step > lastStep)) return step;
  }
  return null;
}

/** Bytes as authenticator apps take them. Source: RFC 4648, 6, without padding. */
export function base32(bytes: Buffer): string {
  let text = '';
  let bits = 0;
  let value = 0;
  for (const byte of bytes) {
    value = (value << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += BASE32[(value >>> (bits - 5)) & 31];
    value &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + BASE32[(value << (5 - bits)) & 31];
}

/** What an authenticator app reads as a QR code. Source: Key Uri Format of Google Authenticator. */
export const totpUri = (secret: Buffer, label: string): string =>
  `otpauth://totp/${encodeURIComponent(`Padan:${label}`)}?secret=${base32(secret)}&issuer=Padan`;
