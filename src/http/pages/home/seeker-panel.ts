import { vacancyPath } from '../../../services/vacancies/vacancy-path';
import { type Html, html } from '../layout/html';
import { inLanguage, type Lang } from '../layout/lang';
import { renderMatch } from '../parts/match';
import { MATCH_TEXTS } from '../parts/match-texts';
import { formatCount } from '../parts/numbers';
import { sayOffer } from '../parts/offer';
import { renderScore } from '../parts/score-badge';
import { renderLegend } from '../parts/score-bar';
import { renderUnderstoodChip } from '../parts/understood';
import { UNDERSTOOD_TEXTS } from '../parts/understood-texts';
import type { MatchMeAnswer } from './answers';
import type { SeekerPanel } from './home-view';
import { renderOperation } from './operation-note';
import { HOME_TEXTS } from './texts';

/** What districts of Palu the place field offers; any other place may be typed. */
const PLACES = [
  'Palu Barat',
  'Palu Timur',
  'Palu Selatan',
  'Palu Utara',
  'Tatanga',
  'Ulujadi',
  'Mantikulore',
  'Tawaeli',
];

export function renderSeekerPanel(panel: SeekerPanel, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  return html`<section class="panel seeker" aria-labelledby="seeker">
<h2 id="seeker">${texts.seeker}</h2>
${renderForm(panel, lang)}
<div id="results" tabindex="-1">${panel.failure !== null && html`<p class="failure" role="alert">${panel.failure}</p>`}
${panel.answer !== null && renderAnswer(panel.answer, lang)}</div>
<p class="onward"><a class="secondary" href="${inLanguage('/saya', lang)}">${texts.mine}</a> <a class="secondary" href="${inLanguage('/lowongan', lang)}">${texts.browse}</a></p>
${renderOperation(panel.operation, lang)}
</section>`;
}

function renderForm(panel: SeekerPanel, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  return html`<form class="words" action="/" method="get" role="search" aria-labelledby="seeker">
${lang === 'en' && html`<input type="hidden" name="lang" value="en">`}
<p class="field"><label for="skills">${texts.skills}</label>
<textarea id="skills" name="skills" rows="2" maxlength="500" required aria-describedby="skills-hint">${panel.skills}</textarea></p>
<p class="field place"><label for="place">${texts.place}</label>
<input id="place" name="place" maxlength="80" list="places" autocomplete="address-level2" value="${panel.place}"></p>
<datalist id="places">${PLACES.map((place) => html`<option value="${place}">`)}</datalist>
<button class="primary">${texts.submit}</button>
<p class="hint" id="skills-hint">${texts.skillsHint} <strong>${texts.privacy}</strong></p>
</form>`;
}

function renderAnswer(answer: MatchMeAnswer, lang: Lang): Html {
  const { considered, eligible, noMatch } = MATCH_TEXTS[lang];
  const counts = html`<p class="counts"><b>${formatCount(answer.considered, lang)}</b> ${considered} <span aria-hidden="true">→</span> <b>${formatCount(answer.eligible, lang)}</b> ${eligible} <span aria-hidden="true">→</span> <b>${answer.matches.length}</b> ${HOME_TEXTS[lang].shown}</p>`;
  return html`${renderUnderstood(answer, lang)}
${counts}
${answer.matches.length === 0 ? html`<p>${noMatch}</p>` : renderLegend(lang)}
<ol class="matches">${answer.matches.map((found) => renderFound(found, lang))}</ol>`;
}

function renderUnderstood({ understood, used }: MatchMeAnswer, lang: Lang): Html {
  const texts = UNDERSTOOD_TEXTS[lang];
  if (understood.length === 0) return html`<p class="nothing">${texts.understoodNothing}</p>`;
  const assumed = used.assumedCompetencies.map(({ label }) => label);
  return html`<h3>${texts.understood}</h3>
<ul class="chips">${understood.map((item) => renderUnderstoodChip(item, lang))}</ul>
${assumed.length > 0 && html`<p class="hint">${texts.assumed}: ${assumed.slice(0, MOST_ASSUMED).join(', ')}${assumed.length > MOST_ASSUMED && ` (+${assumed.length - MOST_ASSUMED})`}</p>`}`;
}

const MOST_ASSUMED = 4;

function renderFound({ vacancy, match, rank }: MatchMeAnswer['matches'][number], lang: Lang): Html {
  const link = inLanguage(vacancyPath(vacancy.slug), lang);
  return html`<li class="match" data-score="${match.scoreBp}">
<div class="top"><span class="rank"><span class="quiet">${MATCH_TEXTS[lang].rank} </span>${rank}</span><h4><a href="${link}">${vacancy.title}</a></h4>${renderScore(match, lang)}<p class="facts">${sayOffer(vacancy, lang)}</p></div>
${renderMatch(match, lang)}</li>`;
}
