import { randomUUID } from 'node:crypto';
import { type Html, html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { VERIFY_TEXTS } from './texts';

/** What somebody typed into the form, and why it was not taken. */
export interface TypedReport {
  readonly text: string;
  readonly url: string;
  /** Marks the attempt: sent twice it is one report. */
  readonly attempt: string;
  readonly failure: string | null;
}

export const emptyReport = (): TypedReport => ({
  ...{ text: '', url: '', failure: null },
  attempt: randomUUID(),
});

/** The form that reports an ad, for any browser; it is sent to the page on which it stands. */
export function renderReportForm(lang: Lang, action: string, typed: TypedReport): Html {
  const texts = VERIFY_TEXTS[lang];
  const { failure } = typed;
  return html`<section class="panel" id="lapor" aria-labelledby="report"><h2 id="report">${texts.report}</h2>
<p>${texts.reportLead}</p>
${failure !== null && html`<p class="failure" role="alert">${failure}</p>`}
<form class="form" method="post" action="${inLanguage(`${action}#lapor`, lang)}">
<input type="hidden" name="attempt" value="${typed.attempt}">
<p><label for="text">${texts.text}</label><textarea id="text" name="text" required maxlength="2000" rows="5" aria-describedby="text-hint">${typed.text}</textarea><span class="hint" id="text-hint">${texts.textHint}</span></p>
<p><label for="url">${texts.url}</label><input id="url" name="url" maxlength="500" inputmode="url" autocomplete="off" value="${typed.url}"></p>
<button class="primary">${texts.send}</button>
</form></section>`;
}

/** The form that asks for a code. */
export function renderCodeForm(lang: Lang, heading: string): Html {
  const texts = VERIFY_TEXTS[lang];
  return html`<section class="panel" aria-labelledby="check"><h2 id="check">${heading}</h2>
<form class="form" method="get" action="/cek">
${lang === 'en' && html`<input type="hidden" name="lang" value="en">`}
<p><label for="kode">${texts.codeLabel}</label><input id="kode" name="kode" required maxlength="300" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="kode-hint"><span class="hint" id="kode-hint">${texts.codeHint}</span></p>
<button class="primary">${texts.check}</button>
</form></section>`;
}
