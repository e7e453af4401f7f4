import { toShareFacts } from '../../../services/share/share-facts';
import { verifyPath } from '../../../services/share/share-links';
import { vacancyPath } from '../../../services/vacancies/vacancy-path';
import { renderAlternates } from '../layout/alternates';
import { type Html, html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { formatMoment } from '../parts/days';
import type { VerifiedView } from './load-verified';
import { renderCodeForm, renderReportForm, type TypedReport } from './report-form';
import { VERIFY_STYLES } from './styles';
import { VERIFY_TEXTS } from './texts';

export interface AskPage {
  readonly lang: Lang;
  /** Path and query of the page. */
  readonly path: string;
  /** Before the path of absolute links. */
  readonly origin: string;
  readonly typed: TypedReport;
}

/** The page that asks for a code, and takes reports of ads without one. */
export function renderAsk({ lang, path, origin, typed }: AskPage): RenderedPage {
  const texts = VERIFY_TEXTS[lang];
  return renderPage({
    ...{ lang, path, description: texts.description, styles: VERIFY_STYLES },
    title: `${texts.title} · Padan`,
    head: renderAlternates({ origin, path: '/cek', lang, isIndexed: true }),
    banner: html`<h1>${texts.title}</h1><p class="lead">${texts.lead}</p>`,
    body: html`<div class="two">${renderCodeForm(lang, texts.check)}
${renderReportForm(lang, '/cek', typed)}</div>`,
  });
}

export interface VerifyPage {
  readonly lang: Lang;
  /** Path and query of the page. */
  readonly path: string;
  /** As it was typed. */
  readonly code: string;
  readonly verified: VerifiedView;
  readonly typed: TypedReport;
}

/** What the office says of a code: the outcome, what to compare, what to do, and a form to report the ad. */
export function renderVerified({ lang, path, code, verified, typed }: VerifyPage): RenderedPage {
  const texts = VERIFY_TEXTS[lang];
  const { outcome, warnings, advice } = verified;
  return renderPage({
    ...{ lang, path, description: texts.description, styles: VERIFY_STYLES },
    title: `${texts.outcomes[outcome]} · Padan`,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<p class="outcome o-${outcome}">${texts.title}</p>
<h1>${texts.outcomes[outcome]}</h1>
<p class="lead">${texts.code} <span class="code">${code}</span> · ${texts.checked} ${timeOf(verified, lang)}</p>`,
    body: html`<div class="two">
<section class="panel" aria-labelledby="what"><h2 id="what">${texts.whatNow}</h2><p>${advice}</p></section>
${outcome !== 'UNKNOWN_CODE' && renderKnown(lang, verified)}
<section class="panel" aria-labelledby="beware"><h2 id="beware">${texts.beware}</h2>
<ul class="beware">${warnings.map((warning) => html`<li>${warning}</li>`)}</ul></section>
${renderReportForm(lang, verifyPath(code), typed)}
${renderCodeForm(lang, texts.another)}</div>`,
  });
}

function renderKnown(lang: Lang, { vacancy, checkedAt }: VerifiedView): Html {
  const texts = VERIFY_TEXTS[lang];
  const heading = html`<h2 id="known">${texts.known}</h2>`;
  if (vacancy === null) {
    return html`<section class="panel" aria-labelledby="known">${heading}<p>${texts.hidden}</p></section>`;
  }
  const facts = toShareFacts(vacancy, lang === 'en' ? 'EN' : 'ID', new Date(checkedAt));
  const rows: [string, string | null][] = [
    [texts.fields.title, vacancy.title],
    [texts.fields.employer, vacancy.employer.name],
    [texts.fields.place, facts.place],
    [texts.fields.wage, facts.wage],
    [texts.fields.until, facts.standing === 'OPEN' ? facts.openUntil : null],
  ];
  return html`<section class="panel" aria-labelledby="known">${heading}
<dl class="compare">${rows
    .filter(([, value]) => value !== null)
    .map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<p><a class="secondary" href="${inLanguage(vacancyPath(vacancy.slug), lang)}">${texts.see}</a></p></section>`;
}

function timeOf({ checkedAt }: VerifiedView, lang: Lang): Html {
  return html`<time datetime="${checkedAt}">${formatMoment(checkedAt, lang)}</time>`;
}

/** What somebody sees who reported. */
export function renderThanks(lang: Lang, path: string, receipt: string): RenderedPage {
  const texts = VERIFY_TEXTS[lang];
  return renderPage({
    ...{ lang, path, description: texts.description, styles: VERIFY_STYLES },
    title: `${texts.thanks} · Padan`,
    head: html`<meta name="robots" content="noindex">`,
    banner: html`<h1>${texts.thanks}</h1><p class="lead">${texts.receiptLead}</p>`,
    body: html`<section class="panel" aria-labelledby="receipt"><h2 id="receipt">${texts.receipt}</h2>
<p class="number" id="nomor">${receipt}</p></section>
${renderCodeForm(lang, texts.another)}`,
  });
}
