import { vacancyPath } from '../../../services/vacancies/vacancy-path';
import { html } from '../layout/html';
import { inLanguage } from '../layout/lang';
import type { RenderedPage } from '../layout/render-page';
import { formatCount } from '../parts/numbers';
import { renderCardDocument } from '../vacancy/card-page';
import type { SearchView } from './load-search';
import { searchAddress } from './search-request';
import { SEARCH_TEXTS } from './texts';

export const MOST_IN_CARD = 5;

/** The first vacancies of a search as a card for other people's pages. */
export function renderListCard(
  { search, found, region }: SearchView,
  origin: string,
): RenderedPage {
  const { lang } = search;
  const texts = SEARCH_TEXTS[lang];
  const subject = [search.words, region?.name].filter(Boolean).join(' · ') || texts.title;
  const count = formatCount(found.totalCount, lang);
  return renderCardDocument(
    lang,
    subject,
    html`<h1><a href="${origin}${searchAddress(search)}" target="_blank" rel="noopener">${subject}</a></h1>
<p class="soft">${count} ${texts.found}</p>
<ul>${found.edges.map(
      ({ node }) =>
        html`<li><h2><a href="${origin}${inLanguage(vacancyPath(node.slug), lang)}" target="_blank" rel="noopener">${node.title}</a></h2><p class="soft">${node.employer.name} · ${node.regions.map(({ name }) => name).join(', ')}</p></li>`,
    )}</ul>`,
  );
}
