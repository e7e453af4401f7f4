import type { FastifyInstance } from 'fastify';
import { verifyPath } from '../../services/share/share-links';
import { vacancyPath } from '../../services/vacancies/vacancy-path';
import type { VerifyOutcome } from '../../services/vacancies/verify-outcome';
import { type AskPublic, askPublic } from '../pages/asking/ask-public';
import { pageLanguage } from '../pages/layout/lang';
import { sendPage } from '../pages/layout/send-page';
import { renderUnknownLink } from './unknown-link-page';

const FOLLOW = `query Follow($code: String!) {
  verifyVacancy(code: $code) { outcome vacancy { slug } }
}`;

interface Followed {
  verifyVacancy: { outcome: VerifyOutcome; vacancy: { slug: string } | null };
}

interface Asked {
  Params: { code: string };
  Querystring: { lang?: unknown; portal?: unknown };
}

/** What of the query goes on to the vacancy. */
const KEPT = ['lang', 'portal'] as const;
const LONGEST_VALUE = 100;

/**
 * Adds `/l/{code}`: leads to the page of the vacancy, which says how it stands today; where the office stopped it, to what the
 * office says. No answer is kept, so an old repost never leads astray.
 */
export function addShortLink(app: FastifyInstance): void {
  app.get<Asked>('/l/:code', async (request, reply) => {
    const { code } = request.params;
    const lang = pageLanguage(request.query.lang);
    const ask = askPublic(app, request, lang);
    const { verifyVacancy: found } = await ask<Followed>(FOLLOW, { code });
    reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
    if (found.outcome === 'UNKNOWN_CODE') {
      return sendPage(reply, renderUnknownLink(lang, code, request.url), { status: 404 });
    }
    const isStopped = found.outcome === 'SUSPENDED' || found.vacancy === null;
    const path = isStopped ? verifyPath(code) : vacancyPath(found.vacancy?.slug ?? '');
    return reply.redirect(`${path}${queryOf(request.query)}`, 302);
  });
}

/** The vacancy that a code leads to; null for none, or one that the office stopped. Errors: those of the endpoint. */
export async function findSlug(ask: AskPublic, code: string): Promise<string | null> {
  const { verifyVacancy: found } = await ask<Followed>(FOLLOW, { code });
  return found.outcome === 'SUSPENDED' ? null : (found.vacancy?.slug ?? null);
}

function queryOf(query: Asked['Querystring']): string {
  const kept = new URLSearchParams();
  for (const name of KEPT) {
    const value = query[name];
    if (typeof value === 'string') kept.set(name, value.slice(0, LONGEST_VALUE));
  }
  return kept.size === 0 ? '' : `?${kept}`;
}
