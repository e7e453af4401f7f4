import { createHash } from 'node:crypto';
import type { FastifyReply } from 'fastify';
import { isKnownTag } from '../../entity-tag';
import type { RenderedPage } from './render-page';

/** Others may keep a list that is the same for everybody for a minute. Source: issue of the portal kit. */
const KEPT_FOR_A_MINUTE = 'public, max-age=60';
/** What shows how one vacancy stands is asked for each time: behind a cache a closed one must not look open. */
export const KEPT_IF_ASKED = 'public, no-cache';

export interface SendOptions {
  /** Default 200. */
  status?: number;
  /** The same for everybody: kept for a minute, then asked again by its tag; `ifAsked`: at once. Default: kept nowhere. */
  isPublic?: boolean | 'ifAsked';
  /** Whether a form of the page is taken here only from our own pages: it says its origin, which `no-referrer` hides. */
  hasOwnForm?: boolean;
}

/** Sends a rendered page with its policy. */
export function sendPage(
  reply: FastifyReply,
  { lang, markup, policy }: RenderedPage,
  { status = 200, isPublic = false, hasOwnForm = false }: SendOptions = {},
): FastifyReply {
  reply
    .code(status)
    .header('content-security-policy', policy)
    .header('referrer-policy', hasOwnForm ? 'same-origin' : 'no-referrer')
    .header('content-language', lang)
    .type('text/html; charset=utf-8');
  if (isPublic)
    return sendPublic(reply, markup, isPublic === 'ifAsked' ? KEPT_IF_ASKED : undefined);
  return reply.header('cache-control', 'private, no-store').send(markup);
}

/** Sends a text that is the same for everybody, kept for a minute; nothing again to who has it. */
export function sendPublic(
  reply: FastifyReply,
  text: string,
  keeping = KEPT_FOR_A_MINUTE,
): FastifyReply {
  const hash = createHash('sha256').update(text).digest('base64url').slice(0, TAG_LENGTH);
  reply.header('cache-control', keeping).header('etag', `W/"${hash}"`);
  const known = reply.request.headers['if-none-match'];
  const isKnown = reply.statusCode === 200 && isKnownTag(known, (tag) => tag === hash);
  return isKnown ? reply.code(304).send() : reply.send(text);
}

const TAG_LENGTH = 22;
