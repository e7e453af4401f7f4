import type { ShareCard } from '../../services/share/share-card';
import { vacancyPath } from '../../services/vacancies/vacancy-path';
import { type Html, html } from '../pages/layout/html';
import { inLanguage, type Lang } from '../pages/layout/lang';
import { type RenderedPage, renderPage } from '../pages/layout/render-page';
import { isOpen } from '../pages/vacancy/standing';
import { sizeOf } from './pictures/sizes';
import type { VacancyToShare } from './share-page';
import { SHARE_TEXTS } from './share-texts';

const STYLES = `
.lead,.panel{overflow-wrap:anywhere}
.card{display:grid;grid-template-columns:minmax(0,1fr);gap:1rem;margin-top:.7rem}
.card label{font-size:1rem}
.card textarea{min-height:9rem;font-size:1rem}
.card img{display:block;width:100%;height:auto;max-width:34rem;border:1px solid var(--line);border-radius:.7rem}
.card img.tall{max-width:18rem}
.links{display:flex;flex-wrap:wrap;gap:.7rem;margin-top:.8rem}
.code{overflow-wrap:anywhere;font-weight:800}
@media(min-width:48rem){.card{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}}
@media print{.head,.foot,.links,.card textarea,.card label{display:none}}
`.replaceAll('\n', '');

/** The share page of a vacancy, without a script. */
export function renderSharePage(
  lang: Lang,
  vacancy: VacancyToShare,
  { path, now }: { path: string; now: Date },
): RenderedPage {
  const texts = SHARE_TEXTS[lang];
  const [first] = vacancy.shareKit;
  const back = inLanguage(vacancyPath(vacancy.slug), lang);
  return renderPage({
    ...{ lang, path, styles: STYLES },
    title: `${texts.title}: ${vacancy.title} · Padan`,
    description: texts.lead,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<h1>${texts.title}</h1>
<p class="lead"><strong>${vacancy.title}</strong> — ${vacancy.employer.name}. ${texts.lead}</p>`,
    notice: isOpen(vacancy, now) ? null : texts.closed,
    body: html`${first !== undefined && renderLink(lang, first)}
${vacancy.shareKit.map((card) => renderCard(lang, card))}
<p><a href="${back}">${texts.back}</a></p>`,
  });
}

function renderLink(lang: Lang, { shortUrl, qrUrl }: ShareCard): Html {
  const texts = SHARE_TEXTS[lang];
  return html`<section class="panel" aria-labelledby="link"><h2 id="link">${texts.link}</h2>
<div class="card"><p class="code"><a href="${shortUrl}">${shortUrl}</a></p>
<p><img class="tall" src="${pathOf(qrUrl)}" width="360" height="360" alt="${texts.qrHint}: ${shortUrl}"></p></div></section>`;
}

function renderCard(lang: Lang, { channel, text, imageUrl, shareUrl }: ShareCard): Html {
  const texts = SHARE_TEXTS[lang];
  const name = texts.channels[channel];
  const id = channel.toLowerCase();
  const { width, height } = sizeOf(id as Lowercase<typeof channel>);
  const image = pathOf(imageUrl);
  return html`<section class="panel" aria-labelledby="${id}"><h2 id="${id}">${name}</h2>
<div class="card"><div><label for="${id}-text">${texts.text}</label>
<textarea id="${id}-text" readonly rows="9">${text}</textarea>
<p class="links">${shareUrl !== null && html`<a class="primary" href="${shareUrl}" rel="noopener">${texts.open} ${name}</a>`}
<a class="secondary" href="${image}" download="${id}.png">${channel === 'PRINT' ? texts.print : texts.download}</a></p></div>
<img${height > width && html` class="tall"`} src="${image}" width="${width}" height="${height}" loading="lazy" alt="${texts.picture}: ${name}"></div></section>`;
}

/** Of this server, under whatever name it was asked. */
function pathOf(address: string): string {
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
