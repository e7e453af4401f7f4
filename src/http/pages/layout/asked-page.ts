import type { FastifyRequest } from 'fastify';
import { type Lang, pageLanguage } from './lang';

/** Addresses for programs, which get no page even in a browser. */
const PROGRAMS = /^\/(?:graphql|health|metrics|candidate|snapshot|operations\.json)\b/;
/** What no address of ours holds is not repeated in a page. */
const LONGEST_PATH = 300;

/** Path and language of the page that a browser asked for; null for whoever wants no page. */
export function askedPage({
  url,
  headers,
}: Pick<FastifyRequest, 'url' | 'headers'>): { path: string; lang: Lang } | null {
  const wantsPage = headers.accept?.includes('text/html') ?? false;
  if (!wantsPage || PROGRAMS.test(url)) return null;
  const [path = '/', query] = url.split('?', 2);
  const lang = pageLanguage(new URLSearchParams(query).get('lang'));
  return { path: path.slice(0, LONGEST_PATH), lang };
}
