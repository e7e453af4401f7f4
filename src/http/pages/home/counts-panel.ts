import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { formatCount, formatPublicCount, SMALLEST_PUBLIC_COUNT } from '../parts/numbers';
import type { CountsAnswer } from './answers';
import type { CountsPanel } from './home-view';
import { renderOperation } from './operation-note';
import { HOME_TEXTS } from './texts';

const MOST_BUCKETS = 8;

/** How much work is on offer, in numbers that point at nobody. */
export function renderCountsPanel({ counts, operation }: CountsPanel, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  return html`<section class="panel employer" aria-labelledby="employer-title">
<h2 id="employer-title">${texts.realCounts}</h2>
<p class="figure"><b>${formatPublicCount(counts.totalCount, lang)}</b> ${texts.openVacancies}</p>
${counts.facets.map((facet) => renderFacet(facet, lang))}
<p class="hint">${texts.realCountsHint}</p>
${renderOperation(operation, lang)}
</section>`;
}

/** The most frequent values that enough vacancies share. */
function renderFacet({ by, buckets }: CountsAnswer['facets'][number], lang: Lang): Html {
  const shown = buckets
    .filter(({ count }) => count >= SMALLEST_PUBLIC_COUNT)
    .slice(0, MOST_BUCKETS);
  if (shown.length === 0) return html``;
  return html`<h3>${HOME_TEXTS[lang].facets[by] ?? by}</h3>
<ul class="buckets">${shown.map(
    ({ label, count }) => html`<li>${label} <b>${formatCount(count, lang)}</b></li>`,
  )}</ul>`;
}
