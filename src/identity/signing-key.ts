import { generateKeyPairSync, randomUUID } from 'node:crypto';

/** A private Ed25519 key as JWK (RFC 8037). */
export interface SigningKey {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
  readonly d: string;
  readonly kid: string;
}

const KEY_PART = /^[\w-]{43}$/;
const KEY_ID = /^[\w-]{1,128}$/;
const DEVELOPMENT = 'development-';

/** A new key; one that was made for development says so, and production refuses it. */
export function newSigningKey(isForDevelopment = false): SigningKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  const { x = '', d = '' } = privateKey.export({ format: 'jwk' });
  const kid = `${isForDevelopment ? DEVELOPMENT : ''}${randomUUID()}`;
  return { kty: 'OKP', crv: 'Ed25519', x, d, kid };
}

export const isForDevelopment = ({ kid }: SigningKey): boolean => kid.startsWith(DEVELOPMENT);

/** The key in a text; null when it is no private Ed25519 key with a `kid`. */
export function readSigningKey(text: string): SigningKey | null {
  const key = parse(text) as Partial<Record<keyof SigningKey, unknown>> | null;
  if (key === null || typeof key !== 'object' || key.kty !== 'OKP' || key.crv !== 'Ed25519') {
    return null;
  }
  const { x, d, kid } = key;
  const isKey = [x, d].every((part) => typeof part === 'string' && KEY_PART.test(part));
  if (!isKey || typeof kid !== 'string' || !KEY_ID.test(kid)) return null;
  return { kty: 'OKP', crv: 'Ed25519', x: x as string, d: d as string, kid };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
