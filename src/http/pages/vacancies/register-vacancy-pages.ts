import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { askForEverybody } from '../asking/ask-endpoint';
import { readPortalCode } from '../asking/portal-code';
import { refusePage } from '../asking/refuse-page';
import { renderErrorPage } from '../layout/error-page';
import { type Lang, pageLanguage } from '../layout/lang';
import type { RenderedPage } from '../layout/render-page';
import { sendPage } from '../layout/send-page';
import { renderCard, renderNotice } from '../vacancy/card-page';
import { type LoadedVacancy, loadSimilar, loadVacancy } from '../vacancy/load-vacancy';
import { renderVacancyPage } from '../vacancy/page';
import { VACANCY_TEXTS } from '../vacancy/texts';
import { renderWithdrawnPage, type Withdrawal } from '../vacancy/withdrawn-page';
import { MOST_IN_CARD, renderListCard } from './list-card';
import { isPlaceUnknown, loadSearch } from './load-search';
import { renderSearchPage } from './search-page';
import { readSearch } from './search-request';
import { SEARCH_TEXTS } from './texts';
import type { VacancyPagesDeps } from './vacancy-deps';

type Named = FastifyRequest<{ Params: { slug: string }; Querystring: { lang?: unknown } }>;

/** Adds the search, the vacancies' own pages and their cards for frames; none of them has a script. */
export async function registerVacancyPages(
  app: FastifyInstance,
  deps: VacancyPagesDeps,
): Promise<void> {
  const { clock, originOf, wasWithdrawn } = deps;
  const whyAbsent = async ({ params }: Named, { isFraud }: LoadedVacancy) => {
    if (isFraud) return 'FRAUD';
    return (await wasWithdrawn(params.slug)) ? 'STOPPED' : null;
  };
  const placeOf = (request: FastifyRequest) => ({
    origin: originOf(request),
    portal: readPortalCode(Reflect.get(Object(request.query), 'portal')),
  });

  app.get('/lowongan', async (request, reply) => {
    const search = readSearch(request.query);
    const loaded = await loadSearch(search, askForEverybody(app, request, search.lang));
    if ('refusal' in loaded) return refusePage(reply, loaded.refusal, search.lang);
    const page = renderSearchPage({ ...loaded, ...placeOf(request), now: clock.now() });
    return sendPage(reply, page, { isPublic: true });
  });

  // Some systems put a slash behind whatever is pasted.
  for (const path of ['/lowongan/', '/lowongan/:slug/']) {
    app.get(path, (request, reply) => reply.redirect(request.url.replace(/\/(?=\?|$)/, ''), 308));
  }

  app.get('/lowongan/kartu', async (request, reply) => {
    const search = readSearch(request.query);
    const ask = askForEverybody(app, request, search.lang);
    const loaded = await loadSearch(search, ask, MOST_IN_CARD);
    if ('refusal' in loaded) return refusePage(reply, loaded.refusal, search.lang);
    const { view } = loaded;
    if (!isPlaceUnknown(search, view.region)) {
      return sendCard(reply, renderListCard(view, originOf(request)));
    }
    const text = `${SEARCH_TEXTS[search.lang].placeUnknown}: ${search.place}`;
    return sendCard(reply, renderNotice(search.lang, text), 404);
  });

  app.get('/lowongan/:slug', async (request: Named, reply) => {
    const lang = pageLanguage(request.query.lang);
    const ask = askForEverybody(app, request, lang, { isKept: false });
    const loaded = await loadVacancy(request.params.slug, ask);
    if ('refusal' in loaded) return refusePage(reply, loaded.refusal, lang);
    const { vacancy } = loaded;
    if (vacancy === null) return sendAbsent(request, reply, await whyAbsent(request, loaded));
    // Beside the one that somebody opened: nobody looked for them.
    const similar = await loadSimilar(
      vacancy,
      askForEverybody(app, request, lang, { isCounted: false }),
    );
    const shown = { vacancy, similar, lang, ...placeOf(request), now: clock.now() };
    return sendPage(reply, renderVacancyPage(shown), { isPublic: 'ifAsked' });
  });

  app.get('/lowongan/:slug/kartu', async (request: Named, reply) => {
    const lang = pageLanguage(request.query.lang);
    const loaded = await loadVacancy(
      request.params.slug,
      askForEverybody(app, request, lang, { isKept: false }),
    );
    if ('refusal' in loaded) return refusePage(reply, loaded.refusal, lang);
    const { vacancy } = loaded;
    if (vacancy !== null) return sendCard(reply, renderCard(vacancy, lang, clock.now()));
    return sendAbsentCard(reply, lang, await whyAbsent(request, loaded));
  });
}

/** A page for no vacancy: withdrawn ones are gone (410) with a warning, others were never there. */
function sendAbsent(request: Named, reply: FastifyReply, why: Withdrawal | null): FastifyReply {
  const lang = pageLanguage(request.query.lang);
  const path = request.url;
  if (why !== null) {
    return sendPage(reply, renderWithdrawnPage(lang, path, why), { status: 410 });
  }
  const page = renderErrorPage({ lang, status: 404, path, requestId: request.id });
  return sendPage(reply, page, { status: 404 });
}

function sendAbsentCard(reply: FastifyReply, lang: Lang, why: Withdrawal | null): FastifyReply {
  const texts = VACANCY_TEXTS[lang];
  if (why === null) return sendCard(reply, renderNotice(lang, texts.notFound), 404);
  const { title, lead } = texts.withdrawals[why];
  return sendCard(reply, renderNotice(lang, title, lead), 410);
}

/** Cards are made for frames of others, which the header of old browsers would refuse. */
function sendCard(reply: FastifyReply, card: RenderedPage, status = 200): FastifyReply {
  reply.removeHeader('x-frame-options');
  return sendPage(reply, card, { status, isPublic: status === 200 && 'ifAsked' });
}
