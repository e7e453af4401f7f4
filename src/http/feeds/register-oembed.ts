import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { errors } from '../../errors';
import { type AskEndpoint, askForEverybody } from '../pages/asking/ask-endpoint';
import { askPublic } from '../pages/asking/ask-public';
import { refusePage } from '../pages/asking/refuse-page';
import { sendPublic } from '../pages/layout/send-page';
import { isPlaceUnknown, resolveSearch } from '../pages/vacancies/load-search';
import { SEARCH_TEXTS } from '../pages/vacancies/texts';
import type { VacancyPagesDeps } from '../pages/vacancies/vacancy-deps';
import { CARD_SIZE, LIST_SIZE, linkedCard } from '../pages/vacancy/card-frame';
import { loadVacancy } from '../pages/vacancy/load-vacancy';
import { findSlug } from '../share/short-link';
import {
  cardPath,
  type EmbeddedTarget,
  type OembedAnswer,
  pagePath,
  readTarget,
  type Shown,
  sizeWithin,
  toXml,
} from './oembed';

const CACHE_SECONDS = 60;
const NOT_IMPLEMENTED = 501;

type Asked = FastifyRequest<{
  Querystring: { url?: unknown; format?: unknown; maxwidth?: unknown; maxheight?: unknown };
}>;

/** Adds `/oembed`, by which a pasted link to a vacancy or a search becomes a live card. Source: oEmbed 1.0. */
export async function registerOembed(
  app: FastifyInstance,
  { originOf }: VacancyPagesDeps,
): Promise<void> {
  app.get('/oembed', async (request: Asked, reply) => {
    const { url, format = 'json' } = request.query;
    if (format !== 'json' && format !== 'xml') {
      return reply.code(NOT_IMPLEMENTED).type('text/plain; charset=utf-8').send('json, xml\n');
    }
    const origin = originOf(request);
    const named = typeof url === 'string' ? readTarget(url, origin) : null;
    const target = named && (await follow(app, request, named));
    if (target === null) throw errors.request.unknownAddress();
    const subject = await describe(app, request, target);
    if ('refusal' in subject) return refusePage(reply, subject.refusal, target.lang);
    return send(reply, toAnswer(target, subject, origin, request.query), format);
  });
}

/** A short link as the vacancy that it leads to; null where it leads to none. Errors: those of the endpoint. */
async function follow(
  app: FastifyInstance,
  request: Asked,
  target: EmbeddedTarget,
): Promise<Shown | null> {
  if (target.kind !== 'code') return target;
  const { lang, portal, code } = target;
  const slug = await findSlug(askPublic(app, request, lang), code);
  return slug === null ? null : { kind: 'vacancy', lang, portal, slug };
}

interface Subject {
  title: string;
  author?: string;
}

/** The names of what is embedded. Errors: NOT_FOUND for a vacancy that nobody may see, a fraud, and a place that nobody knows. */
async function describe(app: FastifyInstance, request: Asked, target: Shown) {
  const ask = askForEverybody(app, request, target.lang, { isCounted: false });
  if (target.kind === 'search') return await describeSearch(target, ask);
  const loaded = await loadVacancy(target.slug, ask);
  if ('refusal' in loaded) return loaded;
  if (loaded.vacancy === null) throw errors.request.unknownAddress();
  const { title, employer } = loaded.vacancy;
  return { title, author: employer.name } satisfies Subject;
}

async function describeSearch(
  { search, lang }: Extract<Shown, { kind: 'search' }>,
  ask: AskEndpoint,
) {
  const meaning = await resolveSearch(search, ask);
  if ('refusal' in meaning) return meaning;
  if (isPlaceUnknown(search, meaning.region)) throw errors.request.unknownAddress();
  const words = [search.words, meaning.region?.name, SEARCH_TEXTS[lang].title];
  return { title: words.filter(Boolean).join(' · ') } satisfies Subject;
}

function toAnswer(
  target: Shown,
  { title, author }: Subject,
  origin: string,
  asked: Asked['query'],
): OembedAnswer {
  const size = sizeWithin(target.kind === 'vacancy' ? CARD_SIZE : LIST_SIZE, asked);
  return {
    version: '1.0',
    type: 'rich',
    title,
    ...(author === undefined ? {} : { author_name: author }),
    provider_name: 'Padan',
    provider_url: origin,
    cache_age: CACHE_SECONDS,
    ...size,
    html: linkedCard({
      ...{ url: `${origin}${cardPath(target)}`, title, size },
      page: `${origin}${pagePath(target)}`,
      text: author === undefined ? title : `${title} – ${author}`,
    }),
  };
}

function send(reply: FastifyReply, answer: OembedAnswer, format: 'json' | 'xml'): FastifyReply {
  if (format === 'xml') return sendPublic(reply.type('text/xml; charset=utf-8'), toXml(answer));
  return sendPublic(reply.type('application/json; charset=utf-8'), JSON.stringify(answer));
}
