import { createHmac, timingSafeEqual } from 'node:crypto';

// 128 bits: forging one takes 2^127 tries against a live server.
const SIGNATURE_BYTES = 16;
const MAX_LENGTH = 2_000;

/** A value that survives JSON unchanged. */
export type PlainValue = string | number | null | readonly PlainValue[];

/** Texts that carry a value and prove that this service wrote them, for one scope. */
export interface SignedValues {
  write(value: PlainValue): string;
  /** Undefined for any text that `write` of the same scope did not make. */
  read(text: string): PlainValue | undefined;
}

/** A value is signed, not hidden: it must hold nothing that its reader may not know. */
export function signedValues(secret: string, scope: string): SignedValues {
  const sign = (payload: string): Buffer =>
    createHmac('sha256', secret)
      .update(`${scope}\n${payload}`)
      .digest()
      .subarray(0, SIGNATURE_BYTES);
  return {
    write: (value) => {
      const payload = Buffer.from(JSON.stringify(value)).toString('base64url');
      return `${payload}.${sign(payload).toString('base64url')}`;
    },
    read: (text) => {
      const [payload, signature, ...rest] = text.split('.');
      if (text.length > MAX_LENGTH || !payload || !signature || rest.length > 0) return undefined;
      const given = Buffer.from(signature, 'base64url');
      const expected = sign(payload);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
      return JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as PlainValue;
    },
  };
}
