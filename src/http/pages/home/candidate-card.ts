import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { MATCH_TEXTS } from '../parts/match-texts';
import { renderScore, renderVerdict } from '../parts/score-badge';
import { renderBreakdown, renderScoreBar } from '../parts/score-bar';
import type { CandidateAnswer } from './answers';
import type { EmployerPanel } from './home-view';
import { HOME_TEXTS } from './texts';

/** One person of the ranking, as an employer sees everybody before they agree. */
export function renderCandidate(edge: CandidateAnswer, panel: EmployerPanel, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  const { node, match, rank } = edge;
  if (node === null) return html``;
  return html`<li class="match" data-score="${match.scoreBp}">
<div class="top"><span class="rank"><span class="quiet">${MATCH_TEXTS[lang].rank} </span>${rank}</span><h4>${texts.candidate} <span class="handle">${shortHandle(node.handle)}</span> ${renderMovement(edge, panel, lang)}</h4>${renderScore(match, lang)}<p class="facts">${sayFacts(node, lang)}</p></div>
${renderScoreBar(match, lang)}
<p class="gaps">${renderVerdict(match, lang)} ${renderHeld(node.competencies, lang)}</p>
${renderBreakdown(match, lang)}</li>`;
}

/** What is told of a person, and then the names of what is not. */
function sayFacts(node: NonNullable<CandidateAnswer['node']>, lang: Lang): string {
  const texts = HOME_TEXTS[lang];
  const facts: readonly (readonly [string, string, string | undefined])[] = [
    ['EXPERIENCE', texts.experience, texts.experienceBands[node.experience ?? '']],
    ['EDUCATION', texts.education, texts.educationBands[node.education ?? '']],
    ['DISTANCE', texts.distance, texts.distanceBands[node.distance ?? '']],
  ];
  const isWithheld = ([aspect]: (typeof facts)[number]) => node.withheld.includes(aspect);
  const told = facts
    .filter((fact) => !isWithheld(fact))
    .map(([, name, value]) => `${name}: ${value ?? texts.unstated}`);
  const hidden = facts.filter(isWithheld).map(([, name]) => name.toLowerCase());
  const rest = hidden.length === 0 ? [] : [`${texts.withheld}: ${hidden.join(', ')}`];
  return [...told, ...rest].join(' · ');
}

/** Enough of a pseudonym to tell five people apart. */
function shortHandle(handle: string): string {
  return handle.slice(-HANDLE_LENGTH);
}

const HANDLE_LENGTH = 6;

function renderHeld(held: readonly { competency: { label: string } }[], lang: Lang): Html {
  if (held.length === 0) return html``;
  return html`${HOME_TEXTS[lang].has}: ${held.map(({ competency }) => competency.label).join(', ')}`;
}

function renderMovement(edge: CandidateAnswer, { baseline }: EmployerPanel, lang: Lang): Html {
  const texts = HOME_TEXTS[lang];
  if (baseline === null) return html``;
  const before = baseline.edges.find((old) => old.node?.handle === edge.node?.handle);
  if (before === undefined) return html`<span class="tag new">${texts.newcomer}</span>`;
  if (before.rank === edge.rank) return html``;
  return html`<span class="tag">${texts.moved} ${before.rank}</span>`;
}
