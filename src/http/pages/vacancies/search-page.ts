import { underPortal } from '../asking/portal-code';
import { renderAlternates } from '../layout/alternates';
import { type Html, html } from '../layout/html';
import { PAGE_BYTES } from '../layout/page-bytes';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { formatCount } from '../parts/numbers';
import type { FacetAnswer } from './answers';
import { renderFeedLinks, renderOembedLinks } from './discovery';
import { isPlaceUnknown, type SearchView } from './load-search';
import { renderChosen, renderFacets } from './search-filters';
import { renderForm } from './search-form';
import { type SearchRequest, searchAddress, searchParameters } from './search-request';
import { SEARCH_STYLES } from './styles';
import { SEARCH_TEXTS } from './texts';
import { renderItem } from './vacancy-item';

export interface SearchPage {
  view: SearchView;
  /** Before the path of absolute links. */
  origin: string;
  /** Code of the portal that led here. */
  portal: string | null;
  now: Date;
}

/** The search with what it found; without the links that narrow it where they make the page too long. */
export function renderSearchPage(page: SearchPage): RenderedPage {
  const whole = renderWith(page, page.view.found.facets);
  return Buffer.byteLength(whole.markup) <= PAGE_BYTES ? whole : renderWith(page, []);
}

function renderWith(
  { view, origin, portal, now }: SearchPage,
  facets: readonly FacetAnswer[],
): RenderedPage {
  const { search, found, region } = view;
  const { lang } = search;
  const texts = SEARCH_TEXTS[lang];
  const subject = [search.words, region?.name].filter(Boolean).join(' · ');
  const title = subject === '' ? texts.title : `${subject} · ${texts.title}`;
  // The whole list is a page of its own, also while nothing is open.
  const isWhole = searchParameters(search).size === 0;
  const isUnknown = isPlaceUnknown(search, region);
  const isIndexed = isWhole || (found.totalCount > 0 && search.after === '' && !isUnknown);
  return renderPage({
    lang,
    title: `${title} · Padan`,
    description: texts.description,
    path: searchAddress(search, { after: search.after }),
    styles: SEARCH_STYLES,
    head: html`${renderAlternates({ origin, path: searchAddress(search), lang, isIndexed })}
${!isUnknown && renderDiscovery(search, title, origin, portal)}`,
    skip: { id: 'results', text: texts.results },
    banner: html`<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p>`,
    body: html`<section class="panel">${renderForm(search, region?.name ?? search.place)}</section>
<div class="columns"><section class="panel" id="results" tabindex="-1" aria-labelledby="results-title"><h2 id="results-title">${texts.results}</h2>
${renderNotes(view)}
${renderChosen(view)}
${found.totalCount === 0 ? renderNothing(view) : renderFound(view, now)}
${found.totalCount > 0 && !isUnknown && renderSubscribe(search)}</section>
${renderFacets({ ...view, found: { ...found, facets } })}</div>`,
  });
}

function renderNotes({ search, found, region }: SearchView): Html {
  const texts = SEARCH_TEXTS[search.lang];
  const isUnknown = isPlaceUnknown(search, region);
  return html`<p class="figure"><b>${formatCount(found.totalCount, search.lang)}</b> ${texts.found}</p>
${isUnknown && html`<p class="note">${texts.unknownPlace} <q>${search.place}</q></p>`}
${found.isBroadened && found.totalCount > 0 && html`<p class="note">${texts.broadened}</p>`}
${found.isDegraded && html`<p class="hint">${texts.degraded}</p>`}`;
}

function renderFound({ search, found }: SearchView, now: Date): Html {
  const texts = SEARCH_TEXTS[search.lang];
  const { hasNextPage, endCursor } = found.pageInfo;
  return html`<ol class="items">${found.edges.map(({ node }) => renderItem(node, search.lang, now))}</ol>
<nav class="paging" aria-label="${texts.paging}">${search.after !== '' && html`<a class="secondary" href="${searchAddress(search)}">${texts.first}</a>`}
${hasNextPage && html`<a class="primary" rel="next nofollow" href="${searchAddress(search, { after: endCursor ?? '' })}">${texts.next}</a>`}</nav>`;
}

function renderSubscribe(search: SearchRequest): Html {
  const address = (format: string) => searchAddress(search, {}, `/lowongan.${format}`);
  return html`<p class="hint">${SEARCH_TEXTS[search.lang].subscribe}: <a href="${address('atom')}">Atom</a> · <a href="${address('rss')}">RSS</a></p>`;
}

/** Feeds and card of the search, which one for a place that nobody knows has not. */
function renderDiscovery(
  search: SearchRequest,
  title: string,
  origin: string,
  portal: string | null,
): Html {
  return html`${renderFeedLinks(search, title)}
${renderOembedLinks(`${origin}${underPortal(searchAddress(search), portal)}`, title)}`;
}

/** Ways out of a search that found nothing: other words, then less of what was asked. */
function renderNothing({ search, region, suggestions }: SearchView): Html {
  const texts = SEARCH_TEXTS[search.lang];
  const [province] = region?.code.split('.') ?? [];
  const ways: readonly (readonly [boolean, string, Parameters<typeof searchAddress>[1]])[] = [
    ...suggestions.map((words) => [true, words, { words }] as const),
    [region !== null && province !== region.code, texts.wider, { place: province ?? '' }],
    [search.place !== '', texts.withoutPlace, { place: '' }],
    [search.employmentType !== null, texts.withoutKind, { employmentType: null }],
    [search.occupation !== '', texts.withoutOccupation, { occupation: '' }],
    [search.words !== '', texts.withoutWords, { words: '' }],
  ];
  const open = ways.filter(([isWay]) => isWay);
  return html`<p class="nothing">${texts.nothing}</p>
${open.length > 0 && html`<h3>${texts.tryInstead}</h3><ul class="ways">${open.map(([, text, change]) => html`<li><a href="${searchAddress(search, change)}">${text}</a></li>`)}</ul>`}`;
}
