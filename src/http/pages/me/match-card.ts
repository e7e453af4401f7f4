import { type Html, html } from '../layout/html';
import type { Lang } from '../layout/lang';
import { renderMatch } from '../parts/match';
import type { MatchAnswer } from '../parts/match-answers';
import { MATCH_TEXTS } from '../parts/match-texts';
import { type OfferAnswer, sayOffer } from '../parts/offer';
import { renderScore } from '../parts/score-badge';
import { VACANCY_WORDS } from '../parts/vacancy-texts';

/** A vacancy as the fragment `Offer` tells it. */
export interface Offer extends OfferAnswer {
  isDemo: boolean;
  state: string;
}

/** A match as the fragment `Fit` tells it. */
export interface Fit extends MatchAnswer {
  explanation: string;
}

export interface Condition {
  result: 'PASS' | 'FAIL' | 'UNKNOWN';
  necessity: string;
  reason: string;
}

export interface MatchCard {
  readonly rank: number | null;
  readonly vacancy: Offer;
  readonly match: Fit;
  readonly address: string;
}

/** One vacancy of a list: score, bar, what is missing, how the score adds up. */
export function renderMatchCard({ rank, vacancy, match, address }: MatchCard, lang: Lang): Html {
  const texts = MATCH_TEXTS[lang];
  return html`<li class="match" data-score="${match.scoreBp}">
<div class="top">${rank === null ? html`<span></span>` : html`<span class="rank"><span class="quiet">${texts.rank} </span>${rank}</span>`}<h3><a href="${address}">${vacancy.title}</a></h3>${renderScore(match, lang)}<p class="facts">${renderFacts(vacancy, lang)}</p></div>
${renderMatch(match, lang)}</li>`;
}

/** Employer, places and wage in one line. */
export function renderFacts(vacancy: Offer, lang: Lang): string {
  const demo = vacancy.isDemo ? VACANCY_WORDS[lang].invented : '';
  return sayOffer(vacancy, lang, demo);
}

const SIGNS = { PASS: '✓', FAIL: '✗', UNKNOWN: '?' } as const;

/** The conditions, those that fail first. */
export function renderConditions(
  conditions: readonly Condition[],
  words: Readonly<Record<string, string>>,
): Html {
  const order = ['FAIL', 'UNKNOWN', 'PASS'];
  const sorted = [...conditions].sort((a, b) => order.indexOf(a.result) - order.indexOf(b.result));
  return html`<ul class="rows conditions">${sorted.map(
    ({ result, reason }) =>
      html`<li class="c-${result}"><b aria-hidden="true">${SIGNS[result]}</b><span><span class="quiet">${words[result] ?? result}: </span>${reason}</span></li>`,
  )}</ul>`;
}
