import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTag } from '../entity-tag';
import { answerType } from '../graphql/graphql-request';
import { codingFor, packedBody } from './content-coding';
import type { KeptAnswer } from './kept-answer';
import { LIFE_MS } from './response-cache';

const CACHE_CONTROL = `public, max-age=${LIFE_MS / 1_000}, stale-while-revalidate=30`;
const VARY = 'accept-language, accept, accept-encoding';
const CODING_SUFFIX = /\.(br|gzip)$/;

/** Sends an answer that anybody may keep for a moment, or only says that the client has it already. */
export function sendKept(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: KeptAnswer,
  nowMs: number,
): FastifyReply {
  const { headers } = request;
  const coding = codingFor(headers['accept-encoding'], answer.body.length);
  reply
    .header('cache-control', CACHE_CONTROL)
    .header('vary', VARY)
    .header('age', Math.max(0, Math.floor((nowMs - answer.madeAtMs) / 1_000)))
    // Another coding is another sequence of bytes, which a strong tag must tell apart.
    .header('etag', `"${answer.tag}${coding === null ? '' : `.${coding}`}"`);
  // Whoever has the answer in another coding has it.
  const isSame = (tag: string) => tag.replace(CODING_SUFFIX, '') === answer.tag;
  if (isKnownTag(headers['if-none-match'], isSame)) return reply.code(304).send();
  reply.type(answerType(headers.accept) ?? 'application/json; charset=utf-8');
  if (coding === null) return reply.send(answer.body);
  return reply.header('content-encoding', coding).send(packedBody(answer, coding));
}
