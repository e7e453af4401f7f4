import type { FastifyReply, FastifyRequest } from 'fastify';

/** The only path on which browsers send our cookies: never to the API, which takes none. */
export const PAGES_PATH = '/saya';

/** One cookie of the seeker's pages. */
export interface Cookie {
  readonly name: string;
  /** Where browsers send it; below `PAGES_PATH`. */
  readonly path: string;
  /** Whether only over https, as the name then says too. */
  readonly isSecure: boolean;
}

/** The cookies of the pages: who is signed in, and which device somebody calls their own. */
export function pageCookies(isSecure: boolean): { session: Cookie; device: Cookie } {
  const prefix = isSecure ? '__Secure-' : '';
  return {
    session: { name: `${prefix}padan`, path: PAGES_PATH, isSecure },
    device: { name: `${prefix}padan-hp`, path: `${PAGES_PATH}/masuk`, isSecure },
  };
}

/**
 * The value of a cookie; null when there is none, and when there are several: one of them was then set by a neighbour of
 * this host, and nobody can tell which.
 */
export function readCookie({ headers }: FastifyRequest, { name }: Cookie): string | null {
  const values = (headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1));
  return values.length === 1 ? (values[0] ?? null) : null;
}

/** Adds a cookie to the answer; `maxAgeSeconds` null = until the browser is closed, 0 = at once. */
export function writeCookie(
  reply: FastifyReply,
  { name, path, isSecure }: Cookie,
  value: string,
  maxAgeSeconds: number | null,
): void {
  const parts = [
    `${name}=${value}`,
    `Path=${path}`,
    ...(maxAgeSeconds === null ? [] : [`Max-Age=${maxAgeSeconds}`]),
    'HttpOnly',
    'SameSite=Lax',
    ...(isSecure ? ['Secure'] : []),
  ];
  reply.header('set-cookie', parts.join('; '));
}
