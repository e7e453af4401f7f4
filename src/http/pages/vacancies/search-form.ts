import { employmentTypes } from '../../../entities/vocabulary';
import { type Html, html } from '../layout/html';
import { nameEmployment } from '../parts/employment';
import { ORDERS, type SearchRequest } from './search-request';
import { SEARCH_TEXTS } from './texts';

/** The form of the search: words, place, kind of employment, order. `place` is what the field shows. */
export function renderForm(search: SearchRequest, place: string): Html {
  const { lang, words, employmentType, occupation, order } = search;
  const texts = SEARCH_TEXTS[lang];
  return html`<form class="search wide" action="/lowongan" method="get" role="search" aria-label="${texts.form}">
<p class="field"><label for="q">${texts.words}</label><input id="q" name="q" type="search" value="${words}" maxlength="100" autocomplete="off"></p>
<p class="field"><label for="wilayah">${texts.place}</label><input id="wilayah" name="wilayah" value="${place}" maxlength="80" autocomplete="address-level2"></p>
<p class="field small"><label for="jenis">${texts.kind}</label><select id="jenis" name="jenis"><option value="">${texts.anyKind}</option>${employmentTypes.map((type) => renderOption(type, nameEmployment(type, lang), type === employmentType))}</select></p>
<p class="field small"><label for="urut">${texts.order}</label><select id="urut" name="urut">${Object.keys(ORDERS).map((name) => renderOption(name, texts.orders[name as keyof typeof ORDERS], name === order))}</select></p>
${occupation !== '' && html`<input type="hidden" name="pekerjaan" value="${occupation}">`}
${lang === 'en' && html`<input type="hidden" name="lang" value="en">`}
<button class="primary">${texts.submit}</button></form>`;
}

function renderOption(value: string, label: string, isChosen: boolean): Html {
  return html`<option value="${value}"${isChosen && html` selected`}>${label}</option>`;
}
