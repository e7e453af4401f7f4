import { type Html, html } from '../html';
import type { MatchMeAnswer, UnderstoodAnswer } from './answers';
import type { SeekerPanel } from './home-view';
import { formatCount, formatWage } from './numbers';
import { explorerLink, renderOperation } from './operation-note';
import { VACANCY_QUERY } from './operations';
import { renderScore, renderVerdict } from './score-badge';
import { renderBreakdown, renderLegend, renderScoreBar } from './score-bar';
import type { Lang, Texts } from './texts';

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

export function renderSeekerPanel(panel: SeekerPanel, lang: Lang, texts: Texts): Html {
  return html`<section class="panel seeker" aria-labelledby="seeker">
<h2 id="seeker">${texts.seeker}</h2>
${renderForm(panel, lang, texts)}
<div id="results" tabindex="-1">${panel.failure !== null && html`<p class="failure" role="alert">${panel.failure}</p>`}
${panel.answer !== null && renderAnswer(panel.answer, texts)}</div>
${renderOperation(panel.operation, texts)}
</section>`;
}

function renderForm(panel: SeekerPanel, lang: Lang, texts: Texts): Html {
  return html`<form class="words" action="/" method="get" role="search" aria-labelledby="seeker">
${lang === 'en' && html`<input type="hidden" name="lang" value="en">`}
<p class="field"><label for="skills">${texts.skills}</label>
<textarea id="skills" name="skills" rows="2" maxlength="500" required aria-describedby="skills-hint">${panel.skills}</textarea></p>
<p class="field place"><label for="place">${texts.place}</label>
<input id="place" name="place" maxlength="80" list="places" autocomplete="address-level2" value="${panel.place}"></p>
<datalist id="places">${PLACES.map((place) => html`<option value="${place}">`)}</datalist>
<button>${texts.submit}</button>
<p class="hint" id="skills-hint">${texts.skillsHint} <strong>${texts.privacy}</strong></p>
</form>`;
}

function renderAnswer(answer: MatchMeAnswer, texts: Texts): Html {
  const counts = html`<p class="counts"><b>${formatCount(answer.considered, texts)}</b> ${texts.considered} <span aria-hidden="true">→</span> <b>${formatCount(answer.eligible, texts)}</b> ${texts.eligible} <span aria-hidden="true">→</span> <b>${answer.matches.length}</b> ${texts.shown}</p>`;
  return html`${renderUnderstood(answer, texts)}
${counts}
${answer.matches.length === 0 ? html`<p>${texts.noMatch}</p>` : renderLegend(texts)}
<ol class="matches">${answer.matches.map((match) => renderMatch(match, texts))}</ol>`;
}

function renderUnderstood({ understood, used }: MatchMeAnswer, texts: Texts): Html {
  if (understood.length === 0) return html`<p class="nothing">${texts.understoodNothing}</p>`;
  const assumed = used.assumedCompetencies.map(({ label }) => label);
  return html`<h3>${texts.understood}</h3>
<ul class="chips">${understood.map((item) => renderChip(item, texts))}</ul>
${assumed.length > 0 && html`<p class="hint">${texts.assumed}: ${assumed.slice(0, MOST_ASSUMED).join(', ')}${assumed.length > MOST_ASSUMED && ` (+${assumed.length - MOST_ASSUMED})`}</p>`}`;
}

const MOST_ASSUMED = 4;

function renderChip(item: UnderstoodAnswer, texts: Texts): Html {
  const use = item.isResolved ? 'used' : 'unsure';
  return html`<li class="t-${item.type} ${use}"><b>${item.concept.label}</b> <small>${texts.from} “${item.matchedText}” · ${Math.round(item.confidenceBp / 100)} % ${texts.sure}${!item.isResolved && `, ${texts.unused}`}</small></li>`;
}

function renderMatch(
  { vacancy, match, rank }: MatchMeAnswer['matches'][number],
  texts: Texts,
): Html {
  const facts = [
    vacancy.employer.name,
    vacancy.regions.map((region) => region.name).join(', '),
    formatWage(vacancy.wage, texts),
  ].filter((fact) => fact !== null && fact !== '');
  const link = explorerLink({
    audience: 'public',
    query: VACANCY_QUERY,
    variables: { id: vacancy.id },
  });
  return html`<li class="match" data-score="${match.scoreBp}">
<div class="top"><span class="rank"><span class="quiet">${texts.rank} </span>${rank}</span><h4><a href="${link}">${vacancy.title}</a></h4>${renderScore(match, texts)}<p class="facts">${facts.join(' · ')}</p></div>
${renderScoreBar(match, texts)}
<p class="gaps">${renderVerdict(match, texts)} ${renderGaps(match.gaps, texts)}</p>
${renderBreakdown(match, texts)}</li>`;
}

function renderGaps(gaps: MatchMeAnswer['matches'][number]['match']['gaps'], texts: Texts): Html {
  const missing = gaps.map((gap) => gap.missing.label);
  if (missing.length === 0) return html`${texts.missingNothing}`;
  return html`${texts.missing}: <b>${missing.join(', ')}</b>`;
}
