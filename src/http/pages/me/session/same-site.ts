import type { FastifyRequest } from 'fastify';

/**
 * Whether a form was sent by a page of this origin. Every browser of the last ten years says at least one of the three;
 * who says none is refused.
 */
export function isFromOurPage({ headers }: FastifyRequest, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (headers.origin !== undefined) return headers.origin === origin;
  return originOf(headers.referer) === origin;
}

function originOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null;
  return new URL(address).origin;
}
