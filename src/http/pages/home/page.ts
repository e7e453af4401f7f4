import { createHash } from 'node:crypto';
import { type Html, html, Html as SafeMarkup } from '../html';
import { TEXTS as RECEIPT_TEXTS } from '../receipt/texts';
import { renderCountsPanel, renderEmployerPanel } from './employer-panel';
import type { HomeView } from './home-view';
import { renderSeekerPanel } from './seeker-panel';
import { STYLES } from './styles';
import { type Lang, TEXTS, type Texts } from './texts';

/** The page has no script, no frame and no source but itself; its one style is named by hash. */
export const HOME_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLES).digest('base64')}'`,
  'img-src data:',
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The sign of the service, for every page. */
export const ICON =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 28 28'%3E%3Cpath d='M2 14 10 6l8 8-8 8z' fill='%23f2c14e'/%3E%3Cpath d='m10 14 8-8 8 8-8 8z' fill='%230f766e' fill-opacity='.85'/%3E%3C/svg%3E";

/** The home page as one document. */
export function renderHome(view: HomeView): string {
  const texts = TEXTS[view.lang];
  return html`<!doctype html>
<html lang="${view.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.htmlTitle}</title>
<meta name="description" content="${texts.lead}">
<meta name="theme-color" content="#0d3b38">
<link rel="icon" href="${ICON}">
<style>${new SafeMarkup(STYLES)}</style>
</head>
<body>
<a class="skip" href="#results">${texts.skip}</a>
${renderHead(view, texts)}
${view.employer?.kind === 'demo' && html`<p class="notice">${texts.demoNotice}</p>`}
<main>
${renderSeekerPanel(view.seeker, view.lang, texts)}
${renderOther(view, texts)}
</main>
<footer class="foot"><p>${texts.footer}</p>
<ul><li><a href="${view.lang === 'en' ? '/periksa?lang=en' : '/periksa'}">${RECEIPT_TEXTS[view.lang].link}</a></li><li><a href="/explorer">${texts.explorer}</a></li><li><code>/graphql</code></li></ul></footer>
</body>
</html>
`.toString();
}

function renderHead(view: HomeView, texts: Texts): Html {
  return html`<header class="head"><div>
<nav aria-label="Padan"><a class="brand" href="${homeAddress(view.lang)}"><svg viewBox="0 0 28 28" aria-hidden="true"><path d="M2 14 10 6l8 8-8 8z" fill="#f2c14e"/><path d="m10 14 8-8 8 8-8 8z" fill="#5fb3a8" fill-opacity=".85"/></svg>Padan</a>
<a href="/explorer">${texts.explorer}</a>
<span class="lang" role="group" aria-label="${texts.languages}">${renderLanguage('id', 'ID', view)}${renderLanguage('en', 'EN', view)}</span></nav>
<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p></div>
<span class="weave"></span></header>`;
}

function renderLanguage(lang: Lang, label: string, view: HomeView): Html {
  if (lang === view.lang) return html`<b aria-current="true">${label}</b>`;
  return html`<a href="${pageAddress({ ...view, lang }, withoutOf(view))}" lang="${lang}" hreflang="${lang}">${label}</a>`;
}

function renderOther(view: HomeView, texts: Texts): Html {
  if (view.employer === null) return html``;
  if (view.employer.kind === 'counts') return renderCountsPanel(view.employer, texts);
  return renderEmployerPanel(view.employer, [...pageParameters(view)], texts);
}

function withoutOf(view: HomeView): string | null {
  return view.employer?.kind === 'demo' ? view.employer.without : null;
}

function homeAddress(lang: Lang): string {
  return lang === 'en' ? '/?lang=en' : '/';
}

/** This page again: same words, same place, perhaps another language or requirement left out. */
function pageAddress(view: HomeView, without: string | null): string {
  const parameters = pageParameters(view);
  if (without !== null) parameters.set('without', without);
  return `/?${parameters}`;
}

function pageParameters({ lang, seeker: { skills, place } }: HomeView): URLSearchParams {
  const parameters = new URLSearchParams({ skills, place });
  if (lang === 'en') parameters.set('lang', 'en');
  return parameters;
}
