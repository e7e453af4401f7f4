import { type Html, html } from '../html';
import type { CandidateAnswer, RequirementAnswer } from './answers';
import type { CountsPanel, EmployerPanel } from './home-view';
import { formatCount, formatPublicCount, formatWage } from './numbers';
import { renderOperation } from './operation-note';
import { renderScore, renderVerdict } from './score-badge';
import { renderBreakdown, renderScoreBar } from './score-bar';
import type { Texts } from './texts';

export function renderEmployerPanel(panel: EmployerPanel, address: Address, texts: Texts): Html {
  const { vacancy, ranking } = panel;
  const facts = [
    vacancy.employer?.name,
    vacancy.regions.map((region) => region.name).join(', '),
    formatWage(vacancy.wage, texts),
  ].filter((fact) => fact !== undefined && fact !== null && fact !== '');
  return html`<section class="panel employer" id="employer" aria-labelledby="employer-title">
<h2 id="employer-title">${texts.employerSide}</h2>
<p class="hint">${texts.employerLead}</p>
<h3 class="vacancy">${vacancy.title} <span class="tag">${texts.invented}</span></h3>
<p class="facts">${facts.join(' · ')}</p>
<h4 id="requirements">${texts.requirements}</h4>
<p class="hint">${texts.requirementsHint}</p>
<ul class="requirements" aria-labelledby="requirements">${vacancy.requirements.map((requirement) =>
    renderRequirement(requirement, panel.without, address, texts),
  )}</ul>
${renderEffect(panel, texts)}
<ol class="candidates">${ranking.edges.map((edge) => renderCandidate(edge, panel, texts))}</ol>
${renderOperation(panel.operation, texts)}
</section>`;
}

/** Makes the page's own address with one requirement left out, or with all. */
export type Address = (without: string | null) => string;

export function renderCountsPanel(panel: CountsPanel, texts: Texts): Html {
  return html`<section class="panel employer" aria-labelledby="employer-title">
<h2 id="employer-title">${texts.realCounts}</h2>
<ul class="figures"><li><b>${formatPublicCount(panel.openVacancies, texts)}</b> ${texts.openVacancies}</li>
<li><b>${formatPublicCount(panel.activePeople, texts)}</b> ${texts.activePeople}</li></ul>
<p class="hint">${texts.realCountsHint}</p>
${renderOperation(panel.operation, texts)}
</section>`;
}

function renderRequirement(
  requirement: RequirementAnswer,
  without: string | null,
  address: Address,
  texts: Texts,
): Html {
  const isOff = requirement.id === without;
  const name = nameRequirement(requirement, texts);
  const action = isOff ? texts.restore : texts.without;
  return html`<li class="${isOff ? 'off' : 'on'}"><span class="what">${isOff ? html`<s>${name}</s>` : name} <small>${texts.necessity[requirement.necessity] ?? ''}</small></span> <a href="${address(isOff ? null : requirement.id)}" aria-label="${name}: ${action}">${action}</a></li>`;
}

function nameRequirement(requirement: RequirementAnswer, texts: Texts): string {
  if (requirement.competency !== null) return requirement.competency.label;
  if (requirement.education !== null) return `${texts.education} ${requirement.education}`;
  if (requirement.minYears !== null) {
    return `${texts.experience} ≥ ${requirement.minYears} ${texts.years}`;
  }
  return requirement.kind;
}

function renderEffect(panel: EmployerPanel, texts: Texts): Html {
  const { ranking, baseline, vacancy } = panel;
  const counts = html`<b>${formatCount(ranking.totalConsidered, texts)}</b> ${texts.candidatesConsidered} <span aria-hidden="true">→</span> <b>${formatCount(ranking.totalEligible, texts)}</b> ${texts.eligible}`;
  const left = vacancy.requirements.find((requirement) => requirement.id === panel.without);
  if (baseline === null || left === undefined) return html`<p class="counts">${counts}</p>`;
  const change = ranking.totalEligible - baseline.totalEligible;
  return html`<p class="counts" role="status">${texts.withoutEffect} “${nameRequirement(left, texts)}”: ${counts} <b class="change">${change < 0 ? '−' : '+'}${formatCount(Math.abs(change), texts)}</b></p>`;
}

function renderCandidate(edge: CandidateAnswer, panel: EmployerPanel, texts: Texts): Html {
  const { node, match } = edge;
  const facts = [
    [texts.experience, texts.experienceBands[node.experience] ?? node.experience],
    [texts.education, node.education],
    [texts.distance, node.distance ?? '–'],
  ];
  return html`<li class="match" data-score="${match.scoreBp}">
<div class="top"><span class="rank" aria-hidden="true">${edge.rank}</span><div class="who"><h4>${texts.candidate} <span class="handle">${node.handle.slice(0, 6)}</span> ${renderMovement(edge, panel, texts)}</h4><p class="facts">${facts.map(([name, value]) => `${name}: ${value}`).join(' · ')}</p></div>${renderScore(match, texts)}</div>
${renderScoreBar(match, texts)}
<p class="gaps">${renderVerdict(match, texts)} ${renderHeld(node.competencies, texts)}</p>
${renderBreakdown(match, texts)}</li>`;
}

function renderHeld(competencies: CandidateAnswer['node']['competencies'], texts: Texts): Html {
  if (competencies.length === 0) return html``;
  return html`${texts.has}: ${competencies.map((competency) => competency.label).join(', ')}`;
}

function renderMovement(edge: CandidateAnswer, panel: EmployerPanel, texts: Texts): Html {
  if (panel.baseline === null) return html``;
  const before = panel.baseline.edges.find((old) => old.node.handle === edge.node.handle);
  if (before === undefined) return html`<span class="tag new">${texts.newcomer}</span>`;
  if (before.rank === edge.rank) return html``;
  return html`<span class="tag">${texts.moved} ${before.rank}</span>`;
}
