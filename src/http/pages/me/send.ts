import type { FastifyReply } from 'fastify';
import { inLanguage } from '../layout/lang';
import type { Answer } from './answer';
import { renderFrame } from './frame';
import type { Visit } from './visit';

/**
 * Sends an answer that stays on no disk. Links to elsewhere say nothing of where somebody was; our own forms say their
 * origin, which under `no-referrer` browsers replace by `null`.
 */
export function send(reply: FastifyReply, visit: Visit, answer: Answer): FastifyReply {
  reply.header('cache-control', 'private, no-store').header('referrer-policy', 'same-origin');
  if (answer.kind === 'redirect') {
    return reply.redirect(inLanguage(answer.to, visit.lang), answer.keepsForm ? 307 : 303);
  }
  if (answer.kind === 'file') {
    return reply
      .header('content-disposition', `attachment; filename="${answer.fileName}"`)
      .header('content-security-policy', "default-src 'none'; sandbox")
      .type('application/json; charset=utf-8')
      .send(answer.text);
  }
  const { markup, policy, lang } = renderFrame(visit, answer);
  return reply
    .code(answer.status ?? 200)
    .header('content-security-policy', policy)
    .header('content-language', lang)
    .header('cross-origin-resource-policy', 'same-origin')
    .type('text/html; charset=utf-8')
    .send(markup);
}
