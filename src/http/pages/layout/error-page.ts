import { html } from './html';
import type { Lang } from './lang';
import { type RenderedPage, renderPage } from './render-page';
import { renderSearchBox } from './search-box';
import { LAYOUT_TEXTS } from './texts';

export interface ErrorPage {
  lang: Lang;
  status: number;
  /** Path and query that were asked for. */
  path: string;
  /** What exactly is wrong, in the page's language; default: a sentence for the status. */
  message?: string;
  requestId?: string;
}

/** What somebody searched for, so that it need not be typed again. */
function wordsOf(path: string): string {
  const words = new URLSearchParams(path.split('?')[1]).get('q') ?? '';
  return words.slice(0, LONGEST_WORDS);
}

const LONGEST_WORDS = 200;

/** A readable page for any refusal: what is wrong, what to do, a search. Never a stack. */
export function renderErrorPage({
  lang,
  status,
  path,
  message,
  requestId,
}: ErrorPage): RenderedPage {
  const texts = LAYOUT_TEXTS[lang];
  const family = status < 500 ? 400 : 500;
  const headline = texts.errors[status] ?? texts.errors[family] ?? '';
  const explanation = texts.explanations[status] ?? message ?? null;
  return renderPage({
    lang,
    title: `${headline} · Padan`,
    description: headline,
    path,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<h1>${headline}</h1>
<p class="lead">${explanation}</p>`,
    body: html`<section class="panel" aria-labelledby="search-title"><h2 id="search-title">${texts.search}</h2>
${renderSearchBox(lang, wordsOf(path))}
${requestId !== undefined && html`<p class="hint">${texts.requestId}: ${requestId}</p>`}</section>`,
  });
}
