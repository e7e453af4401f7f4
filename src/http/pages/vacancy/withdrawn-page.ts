import { html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { renderSearchBox } from '../layout/search-box';
import { VACANCY_TEXTS } from './texts';

/** Why the office stopped a vacancy: as a fraud, or for a reason that is not told. */
export type Withdrawal = 'FRAUD' | 'STOPPED';

/** A vacancy that was public until the office stopped it: nothing of it is repeated, and its readers are warned. */
export function renderWithdrawnPage(lang: Lang, path: string, why: Withdrawal): RenderedPage {
  const texts = VACANCY_TEXTS[lang];
  const { title, lead } = texts.withdrawals[why];
  return renderPage({
    lang,
    title: `${title} · Padan`,
    description: lead,
    path,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<h1>${title}</h1>
<p class="lead">${lead}</p>`,
    body: html`<section class="panel" aria-labelledby="search-title"><h2 id="search-title">${texts.search}</h2>
${renderSearchBox(lang, '')}
<p class="hint"><a href="${inLanguage('/cek', lang)}">${texts.code}</a></p></section>`,
  });
}
