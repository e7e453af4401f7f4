import { isIP } from 'node:net';
import type { Localised } from '../errors';

/** Where webhooks may go beside public https addresses. */
export interface TargetRules {
  /** Plain http to this machine, for development and tests. */
  readonly isLoopbackAllowed: boolean;
}

const MAX_LENGTH = 2_000;
/** Other ports below are those of services that are no web servers. */
const HTTPS_PORT = 443;
const FIRST_FREE_PORT = 1_024;
/** Names that only mean something inside a network. Source: RFC 6761, RFC 6762, RFC 8375, ICANN on `.internal`. */
const PRIVATE_NAME = /(^|\.)(localhost|local|internal|home\.arpa)$/;

/** Addresses that the setting for development lets through. */
export const LOOPBACK_ADDRESSES: readonly string[] = ['127.0.0.1', '::1'];
const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

const reasons = {
  notAnAddress: { en: 'it is not an address', id: 'bukan alamat' },
  tooLong: {
    en: `it is longer than ${MAX_LENGTH} characters`,
    id: `lebih dari ${MAX_LENGTH} karakter`,
  },
  notHttps: { en: 'it must begin with https://', id: 'harus diawali https://' },
  credentials: {
    en: 'it must not carry a user name or password',
    id: 'tidak boleh memuat nama pengguna atau kata sandi',
  },
  port: {
    en: `the port must be ${HTTPS_PORT} or at least ${FIRST_FREE_PORT}`,
    id: `port harus ${HTTPS_PORT} atau paling kecil ${FIRST_FREE_PORT}`,
  },
  notPublic: {
    en: 'the host must be a public name, not a number or a name inside a network',
    id: 'host harus nama publik, bukan angka atau nama di dalam jaringan',
  },
} as const satisfies Record<string, Localised>;

/**
 * Why a webhook cannot have this address, as far as its text says; null when it can. What a name leads to is checked
 * at each connection.
 *
 * Shape: `0x7f000001`, `2130706433` and `127.1` are numbers as well: WHATWG addresses are read first.
 */
export function targetFault(text: string, { isLoopbackAllowed }: TargetRules): Localised | null {
  if (text.length > MAX_LENGTH) return reasons.tooLong;
  if (!URL.canParse(text)) return reasons.notAnAddress;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return reasons.credentials;
  if (isLoopbackAllowed && url.protocol === 'http:' && LOOPBACK_HOSTS.includes(url.hostname)) {
    return null;
  }
  if (url.protocol !== 'https:') return reasons.notHttps;
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT) return reasons.port;
  const host = url.hostname.replace(/\.+$/, '').replace(/^\[(.*)\]$/, '$1');
  const isPublic = isIP(host) === 0 && host.includes('.') && !PRIVATE_NAME.test(host);
  return isPublic ? null : reasons.notPublic;
}
