import { createHash } from 'node:crypto';
import { ICON } from '../home/page';
import { html, Html as SafeMarkup } from '../html';
import { RECEIPT_STYLES } from './styles';
import { type Lang, TEXTS } from './texts';

/** One script and one style, both ours; no connection of any kind, so that nothing pasted can leave. */
export const RECEIPT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${createHash('sha256').update(RECEIPT_STYLES).digest('base64')}'`,
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Where the page is in its two languages. */
export const RECEIPT_ADDRESS: Readonly<Record<Lang, string>> = {
  id: '/periksa',
  en: '/periksa?lang=en',
};

/** The page around the form; the script fills in the result. */
export function renderReceiptPage(lang: Lang, script: string): string {
  const texts = TEXTS[lang];
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.htmlTitle}</title>
<meta name="description" content="${texts.description}">
<meta name="theme-color" content="#0d3b38">
<link rel="icon" href="${ICON}">
<style>${new SafeMarkup(RECEIPT_STYLES)}</style>
<script type="module" src="${script}"></script>
</head>
<body>
<a class="skip" href="#results">${texts.skip}</a>
<header class="head"><div>
<nav aria-label="Padan"><a class="brand" href="${lang === 'en' ? '/?lang=en' : '/'}">Padan</a>
<span class="lang" role="group" aria-label="${texts.languages}">${language('id', lang)}${language('en', lang)}</span></nav>
<h1>${texts.headline}</h1>
<p class="lead">${texts.lead}</p></div>
<span class="weave"></span></header>
<main>
<section class="panel"><h2>${texts.heading}</h2>
<noscript><p class="failure">${texts.noScript}</p></noscript>
<form class="receipt" id="receipt">
<p><label for="file">${texts.file}</label><input id="file" type="file" accept=".json,application/json"></p>
<p><label for="text">${texts.paste}</label><textarea id="text" spellcheck="false"></textarea></p>
<p><label for="root">${texts.root}</label><input id="root" spellcheck="false" autocomplete="off" aria-describedby="root-hint"><span class="hint" id="root-hint">${texts.rootHint}</span></p>
<button>${texts.submit}</button>
</form></section>
<section class="panel" id="results" aria-live="polite"><h2>${texts.results}</h2>
<div id="answer"><p class="hint">${texts.waiting}</p></div></section>
</main>
<footer class="foot"><p>${texts.footer}</p></footer>
</body>
</html>
`.toString();
}

function language(lang: Lang, current: Lang) {
  const label = lang.toUpperCase();
  if (lang === current) return html`<b aria-current="true">${label}</b>`;
  return html`<a href="${RECEIPT_ADDRESS[lang]}" lang="${lang}" hreflang="${lang}">${label}</a>`;
}
