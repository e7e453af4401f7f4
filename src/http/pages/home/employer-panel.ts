import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { MATCH_TEXTS } from '../parts/match-texts';
import { formatCount, formatMonths } from '../parts/numbers';
import { sayOffer } from '../parts/offer';
import { VACANCY_WORDS } from '../parts/vacancy-texts';
import type { RequirementAnswer } from './answers';
import { renderCandidate } from './candidate-card';
import type { EmployerPanel } from './home-view';
import { renderOperation } from './operation-note';
import { HOME_TEXTS, nameEducation } from './texts';

/** `keep` carries the rest of the page's address through the toggles. */
export function renderEmployerPanel(
  panel: EmployerPanel,
  keep: readonly (readonly [string, string])[],
  lang: Lang,
): Html {
  const texts = HOME_TEXTS[lang];
  const { vacancy } = panel;
  return html`<section class="panel employer" id="employer" aria-labelledby="employer-title">
<h2 id="employer-title">${texts.employerSide}</h2>
<p class="hint">${texts.employerLead}</p>
<h3 class="vacancy">${vacancy.title} <span class="tag">${VACANCY_WORDS[lang].invented}</span></h3>
<p class="facts">${sayOffer(vacancy, lang)}</p>
<h4 id="requirements">${texts.requirements}</h4>
<p class="hint">${texts.requirementsHint}</p>
<form class="toggles" action="/#employer" method="get">${keep.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<ul class="requirements" aria-labelledby="requirements">${vacancy.requirements.map(
    (requirement) => renderRequirement(requirement, panel.without, lang),
  )}</ul></form>
${renderEffect(panel, lang)}
<ol class="candidates">${vacancy.rankedCandidates.edges.map((edge) => renderCandidate(edge, panel, lang))}</ol>
${renderOperation(panel.operation, lang)}
</section>`;
}

function renderRequirement(
  requirement: RequirementAnswer,
  without: string | null,
  lang: Lang,
): Html {
  const texts = HOME_TEXTS[lang];
  const isOff = requirement.id === without;
  const name = nameRequirement(requirement, lang);
  const action = isOff ? texts.restore : texts.without;
  const value = !isOff && html` name="without" value="${requirement.id}"`;
  return html`<li class="${isOff ? 'off' : 'on'}"><span class="what">${isOff ? html`<s>${name}</s>` : name} <small>${texts.necessity[requirement.necessity] ?? ''}</small></span> <button${value} aria-label="${name}: ${action}">${action}</button></li>`;
}

function nameRequirement(requirement: RequirementAnswer, lang: Lang): string {
  const texts = HOME_TEXTS[lang];
  const { competency, education, minMonths, kind } = requirement;
  if (competency !== null) return competency.label;
  if (education !== null) return `${texts.education} ${nameEducation(education, lang)}`;
  if (minMonths !== null) return `${texts.experience} ≥ ${formatMonths(minMonths, lang)}`;
  return kind;
}

function renderEffect({ vacancy, without, baseline }: EmployerPanel, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  const ranking = vacancy.rankedCandidates;
  const counts = html`<b>${formatCount(ranking.totalConsidered, lang)}</b> ${texts.candidatesConsidered} <span aria-hidden="true">→</span> <b>${formatCount(ranking.totalEligible, lang)}</b> ${MATCH_TEXTS[lang].eligible}`;
  const left = vacancy.requirements.find(({ id }) => id === without);
  if (baseline === null || left === undefined) return html`<p class="counts">${counts}</p>`;
  const change = ranking.totalEligible - baseline.totalEligible;
  return html`<p class="counts" role="status">${texts.withoutEffect} “${nameRequirement(left, lang)}”: ${counts} <b class="change">${change < 0 ? '−' : '+'}${formatCount(Math.abs(change), lang)}</b></p>`;
}
