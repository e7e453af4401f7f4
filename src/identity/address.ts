import { domainToASCII } from 'node:url';
import type { AddressKind } from '../entities/vocabulary';

/** Where a code can be sent, in the one spelling that is compared. */
export interface Address {
  readonly kind: AddressKind;
  /** `+628…` or an e-mail address in lower case. */
  readonly text: string;
}

const MOST_CHARACTERS = 254;
// Source: numbering plan of Indonesian mobile networks: +628[1-35-9] and 7 to 10 digits more.
const MOBILE = /^(?:(?:\+|00)?62)?0?(8[1-35-9]\d{7,10})$/;
const PUNCTUATION = /[\s().-]/g;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})$/;
const MOST_LOCAL_CHARACTERS = 64;

/**
 * The one spelling of an Indonesian mobile number (08…, 62…, 8…, with blanks and dashes) or an e-mail address; null for
 * anything else. The same person is found however the address is typed.
 */
export function normaliseAddress(typed: string): Address | null {
  const text = typed.trim();
  if (text.length > MOST_CHARACTERS) return null;
  return text.includes('@') ? readEmail(text.toLowerCase()) : readMobile(text);
}

function readMobile(text: string): Address | null {
  const subscriber = MOBILE.exec(text.replace(PUNCTUATION, ''))?.[1];
  return subscriber === undefined ? null : { kind: 'PHONE', text: `+62${subscriber}` };
}

function readEmail(text: string): Address | null {
  const at = text.lastIndexOf('@');
  const local = text.slice(0, at);
  const domain = domainToASCII(text.slice(at + 1));
  const isGood =
    local.length <= MOST_LOCAL_CHARACTERS && LOCAL_PART.test(local) && DOMAIN.test(domain);
  return isGood ? { kind: 'EMAIL', text: `${local}@${domain}` } : null;
}
