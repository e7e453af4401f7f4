import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Config } from '../../config';
import { bearerToken } from '../callers/authentication';

export type MetricsSettings = Pick<Config, 'environment' | 'metricsToken'>;

/** Who asks: the address of the connection and the headers. */
export interface MetricsReader {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingHttpHeaders;
}

const LOOPBACK = /^(::1|(::ffff:)?127(\.\d{1,3}){3})$/;

/**
 * Whether a request may read `/metrics`: anybody in development; in production this machine, or who presents the
 * token. What a proxy on this machine passes on comes from elsewhere.
 *
 * Errors: UNAUTHENTICATED for an Authorization header that holds no bearer token.
 */
export function mayReadMetrics(
  { socket, headers }: MetricsReader,
  { environment, metricsToken }: MetricsSettings,
): boolean {
  if (environment !== 'production') return true;
  const isPassedOn = 'x-forwarded-for' in headers || 'forwarded' in headers;
  if (!isPassedOn && LOOPBACK.test(socket.remoteAddress ?? '')) return true;
  const token = bearerToken(headers.authorization);
  return token !== null && metricsToken !== null && isSame(token, metricsToken);
}

/** Compares digests, in the same time wherever they differ. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
