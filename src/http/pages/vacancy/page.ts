import { fitPosting } from '../../../services/vacancies/job-posting/fit-posting';
import { printJsonLd } from '../../../services/vacancies/job-posting/job-posting';
import { vacancyPath } from '../../../services/vacancies/vacancy-path';
import { cutMarkup, paragraphMarkup } from '../../../text/paragraph-markup';
import { shorten } from '../../../text/shorten';
import { type Html, html, Html as SafeMarkup } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { PAGE_BYTES } from '../layout/page-bytes';
import { type RenderedPage, renderPage } from '../layout/render-page';
import { renderSearchBox } from '../layout/search-box';
import { VACANCY_WORDS } from '../parts/vacancy-texts';
import type { ItemAnswer } from '../vacancies/answers';
import { SEARCH_STYLES } from '../vacancies/styles';
import { renderItem } from '../vacancies/vacancy-item';
import type { VacancyAnswer } from './answers';
import { cardFrame } from './card-frame';
import { placesOf, renderFacts } from './facts';
import { renderVacancyHead } from './head';
import { renderRequirements } from './requirements';
import { whyClosed } from './standing';
import { VACANCY_STYLES } from './styles';
import { VACANCY_TEXTS } from './texts';

export interface VacancyPage {
  vacancy: VacancyAnswer;
  similar: readonly ItemAnswer[];
  lang: Lang;
  /** Before the path of absolute links. */
  origin: string;
  /** Code of the portal that led here. */
  portal: string | null;
  now: Date;
}

const DESCRIPTION_LENGTH = 160;

/**
 * A vacancy with all that a seeker needs to decide; a closed one says why, and asks nobody to apply. Where that is more than a
 * page may have, what is told to machines is shortened, then what stands beside goes, and the text is cut as the last.
 */
export function renderVacancyPage(page: VacancyPage): RenderedPage {
  const { jsonLd, description } = page.vacancy;
  const text = paragraphMarkup(description);
  const printed = jsonLd === null ? null : printJsonLd(jsonLd);
  const whole = renderWith(page, text, printed);
  const excess = excessOf(whole);
  if (excess <= 0) return whole;
  const room = Buffer.byteLength(printed ?? '') - excess;
  const fitted = renderWith(page, text, jsonLd === null ? null : fitPosting(jsonLd, room));
  if (excessOf(fitted) <= 0) return fitted;
  const alone = { ...page, similar: [] };
  const bare = renderWith(alone, text, null);
  // Each character has a byte at least.
  return renderWith(alone, cutMarkup(text, text.length - excessOf(bare)), null);
}

const excessOf = ({ markup }: RenderedPage) => Buffer.byteLength(markup) - PAGE_BYTES;

/** `text` is markup, `jsonLd` printed, or null for none. */
function renderWith(page: VacancyPage, text: string, jsonLd: string | null): RenderedPage {
  const { vacancy, similar, lang, now } = page;
  const texts = VACANCY_TEXTS[lang];
  const closed = whyClosed(vacancy, lang, now);
  const title = `${vacancy.title} · ${vacancy.employer.name}`;
  const description = shorten(vacancy.description.replace(/\s+/g, ' ').trim(), DESCRIPTION_LENGTH);
  return renderPage({
    lang,
    title: `${title} · Padan`,
    description,
    path: vacancyPath(vacancy.slug),
    styles: `${SEARCH_STYLES}${VACANCY_STYLES}`,
    head: renderVacancyHead(page, { title, description, jsonLd }),
    banner: html`<h1>${vacancy.title}</h1>
<p class="lead">${vacancy.employer.name} · ${placesOf(vacancy, lang)}${vacancy.isDemo && html` <span class="tag">${VACANCY_WORDS[lang].invented}</span>`}</p>`,
    notice: closed,
    body: html`<div class="columns"><div class="stack side">
${closed === null && renderActions(vacancy, lang)}
${renderFacts(vacancy, lang, closed === null)}
${renderCode(vacancy, lang)}
</div><div class="stack">
${renderText(text, texts.about)}
${renderRequirements(vacancy.requirements, lang)}
</div></div>
${similar.length > 0 && html`<section class="panel" aria-labelledby="similar"><h2 id="similar">${texts.similar}</h2><ul class="items">${similar.map((item) => renderItem(item, lang, now))}</ul></section>`}
<section class="panel" aria-labelledby="search-title"><h2 id="search-title">${texts.search}</h2>${renderSearchBox(lang, '')}</section>
${closed === null && renderSnippet(page)}`,
  });
}

function renderText(markup: string, heading: string): Html {
  return html`<section class="panel text" aria-labelledby="about"><h2 id="about">${heading}</h2>${new SafeMarkup(markup)}</section>`;
}

function renderActions({ slug }: VacancyAnswer, lang: Lang): Html {
  const texts = VACANCY_TEXTS[lang];
  const name = encodeURIComponent(slug);
  return html`<section class="panel" aria-labelledby="actions"><h2 id="actions">${texts.actions}</h2>
<p class="actions"><a class="primary" href="${inLanguage(`/saya?lowongan=${name}`, lang)}" rel="nofollow">${texts.fits}</a>
<a class="secondary" href="${inLanguage(`/bagikan/${name}`, lang)}" rel="nofollow">${texts.share}</a></p>
<p class="hint">${texts.free}</p></section>`;
}

function renderCode({ verifyCode }: VacancyAnswer, lang: Lang): Html {
  const texts = VACANCY_TEXTS[lang];
  const address = inLanguage(`/cek/${encodeURIComponent(verifyCode)}`, lang);
  return html`<section class="panel" aria-labelledby="code"><h2 id="code">${texts.code}</h2>
<p class="code"><a href="${address}" rel="nofollow">${verifyCode}</a></p>
<p class="hint">${texts.codeHint}</p></section>`;
}

function renderSnippet({ vacancy, lang, origin }: VacancyPage): Html {
  const texts = VACANCY_TEXTS[lang];
  const path = inLanguage(`${vacancyPath(vacancy.slug)}/kartu`, lang);
  const snippet = cardFrame({ url: `${origin}${path}`, title: vacancy.title });
  return html`<details class="panel"><summary>${texts.embed}</summary><p class="hint">${texts.embedHint}</p>
<pre tabindex="0"><code>${snippet}</code></pre></details>`;
}
