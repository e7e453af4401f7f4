import { type Html, html } from '../html';
import type { CandidateAnswer, CountsAnswer, RequirementAnswer } from './answers';
import type { CountsPanel, EmployerPanel } from './home-view';
import {
  formatCount,
  formatMonths,
  formatPublicCount,
  formatWage,
  SMALLEST_PUBLIC_COUNT,
} from './numbers';
import { renderOperation } from './operation-note';
import { renderScore, renderVerdict } from './score-badge';
import { renderBreakdown, renderScoreBar } from './score-bar';
import { nameEducation, type Texts } from './texts';

/** `keep` carries the rest of the page's address through the toggles. */
export function renderEmployerPanel(
  panel: EmployerPanel,
  keep: readonly (readonly [string, string])[],
  texts: Texts,
): Html {
  const { vacancy } = panel;
  const facts = [
    vacancy.employer.name,
    vacancy.regions.map((region) => region.name).join(', '),
    formatWage(vacancy.wage, texts),
  ].filter((fact) => fact !== null && fact !== '');
  return html`<section class="panel employer" id="employer" aria-labelledby="employer-title">
<h2 id="employer-title">${texts.employerSide}</h2>
<p class="hint">${texts.employerLead}</p>
<h3 class="vacancy">${vacancy.title} <span class="tag">${texts.invented}</span></h3>
<p class="facts">${facts.join(' · ')}</p>
<h4 id="requirements">${texts.requirements}</h4>
<p class="hint">${texts.requirementsHint}</p>
<form class="toggles" action="/#employer" method="get">${keep.map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<ul class="requirements" aria-labelledby="requirements">${vacancy.requirements.map(
    (requirement) => renderRequirement(requirement, panel.without, texts),
  )}</ul></form>
${renderEffect(panel, texts)}
<ol class="candidates">${vacancy.rankedCandidates.edges.map((edge) => renderCandidate(edge, panel, texts))}</ol>
${renderOperation(panel.operation, texts)}
</section>`;
}

const MOST_BUCKETS = 8;

export function renderCountsPanel({ counts, operation }: CountsPanel, texts: Texts): Html {
  return html`<section class="panel employer" aria-labelledby="employer-title">
<h2 id="employer-title">${texts.realCounts}</h2>
<p class="figure"><b>${formatPublicCount(counts.totalCount, texts)}</b> ${texts.openVacancies}</p>
${counts.facets.map((facet) => renderFacet(facet, texts))}
<p class="hint">${texts.realCountsHint}</p>
${renderOperation(operation, texts)}
</section>`;
}

/** The most frequent values that enough vacancies share. */
function renderFacet({ by, buckets }: CountsAnswer['facets'][number], texts: Texts): Html {
  const shown = buckets
    .filter(({ count }) => count >= SMALLEST_PUBLIC_COUNT)
    .slice(0, MOST_BUCKETS);
  if (shown.length === 0) return html``;
  return html`<h3>${texts.facets[by] ?? by}</h3>
<ul class="buckets">${shown.map(
    ({ label, count }) => html`<li>${label} <b>${formatCount(count, texts)}</b></li>`,
  )}</ul>`;
}

function renderRequirement(
  requirement: RequirementAnswer,
  without: string | null,
  texts: Texts,
): Html {
  const isOff = requirement.id === without;
  const name = nameRequirement(requirement, texts);
  const action = isOff ? texts.restore : texts.without;
  const value = !isOff && html` name="without" value="${requirement.id}"`;
  return html`<li class="${isOff ? 'off' : 'on'}"><span class="what">${isOff ? html`<s>${name}</s>` : name} <small>${texts.necessity[requirement.necessity] ?? ''}</small></span> <button${value} aria-label="${name}: ${action}">${action}</button></li>`;
}

function nameRequirement(requirement: RequirementAnswer, texts: Texts): string {
  const { competency, education, minMonths, kind } = requirement;
  if (competency !== null) return competency.label;
  if (education !== null) return `${texts.education} ${nameEducation(education, texts)}`;
  if (minMonths !== null) return `${texts.experience} ≥ ${formatMonths(minMonths, texts)}`;
  return kind;
}

function renderEffect({ vacancy, without, baseline }: EmployerPanel, texts: Texts): Html {
  const ranking = vacancy.rankedCandidates;
  const counts = html`<b>${formatCount(ranking.totalConsidered, texts)}</b> ${texts.candidatesConsidered} <span aria-hidden="true">→</span> <b>${formatCount(ranking.totalEligible, texts)}</b> ${texts.eligible}`;
  const left = vacancy.requirements.find(({ id }) => id === without);
  if (baseline === null || left === undefined) return html`<p class="counts">${counts}</p>`;
  const change = ranking.totalEligible - baseline.totalEligible;
  return html`<p class="counts" role="status">${texts.withoutEffect} “${nameRequirement(left, texts)}”: ${counts} <b class="change">${change < 0 ? '−' : '+'}${formatCount(Math.abs(change), texts)}</b></p>`;
}

function renderCandidate(edge: CandidateAnswer, panel: EmployerPanel, texts: Texts): Html {
  const { node, match, rank } = edge;
  if (node === null) return html``;
  const tell = (aspect: string, told: string | undefined) =>
    node.withheld.includes(aspect) ? texts.withheld : (told ?? texts.unstated);
  const facts = [
    [texts.experience, tell('EXPERIENCE', texts.experienceBands[node.experience ?? ''])],
    [texts.education, tell('EDUCATION', texts.educationBands[node.education ?? ''])],
    [texts.distance, tell('DISTANCE', texts.distanceBands[node.distance ?? ''])],
  ];
  return html`<li class="match" data-score="${match.scoreBp}">
<div class="top"><span class="rank"><span class="quiet">${texts.rank} </span>${rank}</span><h4>${texts.candidate} <span class="handle">${shortHandle(node.handle)}</span> ${renderMovement(edge, panel, texts)}</h4>${renderScore(match, texts)}<p class="facts">${facts.map(([name, value]) => `${name}: ${value}`).join(' · ')}</p></div>
${renderScoreBar(match, texts)}
<p class="gaps">${renderVerdict(match, texts)} ${renderHeld(node.competencies, texts)}</p>
${renderBreakdown(match, texts)}</li>`;
}

/** Enough of a pseudonym to tell five people apart. */
function shortHandle(handle: string): string {
  return handle.slice(-HANDLE_LENGTH);
}

const HANDLE_LENGTH = 6;

function renderHeld(held: readonly { competency: { label: string } }[], texts: Texts): Html {
  if (held.length === 0) return html``;
  return html`${texts.has}: ${held.map(({ competency }) => competency.label).join(', ')}`;
}

function renderMovement(edge: CandidateAnswer, { baseline }: EmployerPanel, texts: Texts): Html {
  if (baseline === null) return html``;
  const before = baseline.edges.find((old) => old.node?.handle === edge.node?.handle);
  if (before === undefined) return html`<span class="tag new">${texts.newcomer}</span>`;
  if (before.rank === edge.rank) return html``;
  return html`<span class="tag">${texts.moved} ${before.rank}</span>`;
}
