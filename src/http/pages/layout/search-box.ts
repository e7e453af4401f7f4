import { type Html, html } from './html';
import type { Lang } from './lang';
import { LAYOUT_TEXTS } from './texts';

/** A form of one field that leads to the search page. */
export function renderSearchBox(lang: Lang, words: string): Html {
  const texts = LAYOUT_TEXTS[lang];
  return html`<form class="search" action="/lowongan" method="get" role="search">
<p class="field"><label for="q">${texts.searchLabel}</label><input id="q" name="q" type="search" value="${words}" maxlength="100" autocomplete="off"></p>
${lang === 'en' && html`<input type="hidden" name="lang" value="en">`}
<button class="primary">${texts.search}</button></form>`;
}
