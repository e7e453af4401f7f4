import { renderAlternates } from '../layout/alternates';
import { html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import type { Directives } from '../layout/page-policy';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { RECEIPT_STYLES } from './styles';
import { TEXTS } from './texts';

const ADDRESS = '/periksa';

/** One script, ours, and no connection of any kind, so that nothing pasted can leave. */
const POLICY: Directives = {
  'script-src': "'self'",
  'img-src': 'data:',
  'form-action': "'none'",
};

/** Where the page is in its two languages. */
export const RECEIPT_ADDRESS: Readonly<Record<Lang, string>> = {
  id: ADDRESS,
  en: inLanguage(ADDRESS, 'en'),
};

/** The page around the form; the script fills in the result. `origin` stands before the path of absolute links. */
export function renderReceiptPage(lang: Lang, script: string, origin: string): RenderedPage {
  const texts = TEXTS[lang];
  return renderPage({
    lang,
    title: texts.htmlTitle,
    description: texts.description,
    path: ADDRESS,
    head: html`${renderAlternates({ origin, path: ADDRESS, lang, isIndexed: true })}
<script type="module" src="${script}"></script>`,
    styles: RECEIPT_STYLES,
    policy: POLICY,
    skip: { id: 'results', text: texts.skip },
    banner: html`<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p>`,
    body: html`<section class="panel"><h2>${texts.heading}</h2>
<noscript><p class="failure">${texts.noScript}</p></noscript>
<form class="receipt" id="receipt">
<p><label for="file">${texts.file}</label><input id="file" type="file" accept=".json,application/json"></p>
<p><label for="text">${texts.paste}</label><textarea id="text" spellcheck="false"></textarea></p>
<p><label for="root">${texts.root}</label><input id="root" spellcheck="false" autocomplete="off" aria-describedby="root-hint"><span class="hint" id="root-hint">${texts.rootHint}</span></p>
<button class="primary">${texts.submit}</button>
</form></section>
<section class="panel" id="results" aria-live="polite"><h2>${texts.results}</h2>
<div id="answer"><p class="hint">${texts.waiting}</p></div></section>
<p class="hint">${texts.footer}</p>`,
  });
}
