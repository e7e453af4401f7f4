import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askForEverybody } from '../pages/asking/ask-endpoint';
import { refusePage } from '../pages/asking/refuse-page';
import { sendPublic } from '../pages/layout/send-page';
import { isPlaceUnknown, resolveSearch } from '../pages/vacancies/load-search';
import { readSearch, type SearchRequest, searchAddress } from '../pages/vacancies/search-request';
import { SEARCH_TEXTS } from '../pages/vacancies/texts';
import type { VacancyPagesDeps } from '../pages/vacancies/vacancy-deps';
import { FEED_QUERY, type FeedItemAnswer } from './operations';
import { type FeedFormat, printFeed } from './print-feed';

const FORMATS = {
  atom: { path: '/lowongan.atom', type: 'application/atom+xml; charset=utf-8' },
  rss: { path: '/lowongan.rss', type: 'application/rss+xml; charset=utf-8' },
} as const satisfies Record<FeedFormat, unknown>;

/** Adds the newest vacancies of any search as Atom and as RSS. */
export async function registerFeeds(
  app: FastifyInstance,
  { clock, originOf }: VacancyPagesDeps,
): Promise<void> {
  const since = clock.now();
  const answer = async (format: FeedFormat, request: FastifyRequest, reply: FastifyReply) => {
    const search = readSearch(request.query);
    const ask = askForEverybody(app, request, search.lang);
    const meaning = await resolveSearch(search, ask);
    if ('refusal' in meaning) return refusePage(reply, meaning.refusal, search.lang);
    const { region, filter } = meaning;
    if (isPlaceUnknown(search, region)) return refusePlace(reply, search);
    const result = await ask({ audience: 'public', query: FEED_QUERY, variables: { filter } });
    const found = result.data as { vacancies: { edges: { node: FeedItemAnswer }[] } } | null;
    if (!found?.vacancies) return refusePage(reply, result, search.lang);
    const subject = [search.words, region?.name].filter(Boolean).join(' · ');
    const { title } = SEARCH_TEXTS[search.lang];
    const page = {
      lang: search.lang,
      origin: originOf(request),
      title: subject === '' ? `${title} · Padan` : `${subject} · ${title} · Padan`,
      path: searchAddress(search),
      paths: {
        atom: searchAddress(search, {}, FORMATS.atom.path),
        rss: searchAddress(search, {}, FORMATS.rss.path),
      },
      items: found.vacancies.edges.map(({ node }) => node),
      since,
    };
    reply.type(FORMATS[format].type);
    return sendPublic(reply, printFeed(page, format));
  };
  for (const format of Object.keys(FORMATS) as FeedFormat[]) {
    app.get(FORMATS[format].path, (request, reply) => answer(format, request, reply));
  }
}

const NOT_FOUND = 404;

/** No feed of a place that nobody knows: readers tell so at once, and later ask again; an empty one would be believed. */
const refusePlace = (reply: FastifyReply, { lang, place }: SearchRequest): FastifyReply =>
  reply
    .code(NOT_FOUND)
    .header('cache-control', 'private, no-store')
    .type('text/plain; charset=utf-8')
    .send(`${SEARCH_TEXTS[lang].placeUnknown}: ${place}\n`);
