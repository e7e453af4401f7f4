import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { ICON } from '../layout/icon';
import type { Lang } from '../layout/lang';
import { pagePolicy } from '../layout/page-policy';
import type { RenderedPage } from '../layout/render-page';
import { formatLastDay } from '../parts/days';
import { VACANCY_WORDS } from '../parts/vacancy-texts';
import { formatWage } from '../parts/wage';
import type { VacancyAnswer } from './answers';
import { CARD_SCRIPT } from './card-script';
import { CARD_STYLES } from './card-styles';
import { placesOf } from './facts';
import { whyClosed } from './standing';
import { VACANCY_TEXTS } from './texts';

/** A vacancy as a card for other people's pages: how it stands today, and a link. */
export function renderCard(vacancy: VacancyAnswer, lang: Lang, now: Date): RenderedPage {
  const texts = VACANCY_TEXTS[lang];
  const closed = whyClosed(vacancy, lang, now);
  const isVerified = vacancy.employer.verification === 'VERIFIED';
  const wage = formatWage(vacancy.wage, lang) ?? VACANCY_WORDS[lang].noWage;
  return renderCardDocument(
    lang,
    vacancy.title,
    html`<h1><a href="${vacancy.url}${lang === 'en' && '?lang=en'}" target="_blank" rel="noopener">${vacancy.title}</a></h1>
<p>${vacancy.employer.name}${isVerified && html` <b class="good">✓ ${VACANCY_WORDS[lang].verified}</b>`}</p>
<p class="soft">${placesOf(vacancy, lang)} · ${wage}</p>
${closed === null ? html`<p class="state good">${texts.open} <time datetime="${vacancy.validThrough}">${formatLastDay(vacancy.validThrough, lang)}</time></p>` : html`<p class="state bad">${closed}</p>`}`,
  );
}

/** A card that says one thing, such as that there is no such vacancy, and what to do about it. */
export function renderNotice(lang: Lang, title: string, lead?: string): RenderedPage {
  const body = html`<h1>${title}</h1>${
    lead !== undefined &&
    html`
<div class="state bad">${lead}</div>`
  }`;
  return renderCardDocument(lang, title, body);
}

/** A document for a frame: no navigation; any site may show it, and it needs no script but in WordPress. */
export function renderCardDocument(lang: Lang, title: string, body: Html): RenderedPage {
  const markup = html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="robots" content="noindex">
<link rel="icon" href="${ICON}">
<style>${new SafeMarkup(CARD_STYLES)}</style>
</head>
<body>
<main>
${body}
<p class="brand">Padan</p>
</main>
<script>${new SafeMarkup(CARD_SCRIPT)}</script>
</body>
</html>
`.toString();
  const policy = pagePolicy(CARD_STYLES, CARD_SCRIPT, {
    'frame-ancestors': '*',
    'form-action': "'none'",
    'img-src': 'data:',
  });
  return { lang, markup, policy };
}
