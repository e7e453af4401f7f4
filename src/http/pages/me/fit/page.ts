import { type Html, html } from '../../layout/html';
import { renderMatch } from '../../parts/match';
import { MATCH_TEXTS } from '../../parts/match-texts';
import { formatCount } from '../../parts/numbers';
import { renderScore } from '../../parts/score-badge';
import { renderLegend } from '../../parts/score-bar';
import type { UnderstoodAnswer } from '../../parts/understood';
import { whyClosed } from '../../vacancy/standing';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import { link, renderField, renderProblems } from '../components';
import {
  type Condition,
  type Fit,
  type Offer,
  renderConditions,
  renderFacts,
  renderMatchCard,
} from '../match-card';
import { type Carried, renderCarried } from '../sign-in/carried';
import { isFraud, type StandingOffer } from '../standing';
import type { Visit } from '../visit';
import { FIT_TEXTS, type FitTexts } from './texts';
import { renderUnderstood, type UsedFacts } from './understood';

/** What the words match. */
export interface FitAnswer {
  understood: readonly UnderstoodAnswer[];
  used: UsedFacts;
  considered: number;
  eligible: number;
  match?: (Fit & { eligibility: readonly Condition[] }) | null;
  matches: readonly { rank: number; vacancy: Offer; match: Fit }[];
}

export interface FitView {
  readonly carried: Carried;
  /** The vacancy of the link; undefined = the link names none, null = it is unknown. */
  readonly vacancy: StandingOffer | null | undefined;
  /** Null = nothing was asked yet. */
  readonly answer: FitAnswer | null;
  readonly problems: readonly Refusal[];
}

/** "Does it fit me?", for anybody: the vacancy, the form, and the answer where there is one. */
export function renderFit(visit: Visit, view: FitView): Answer {
  const texts = FIT_TEXTS[visit.lang];
  const { carried, problems, answer } = view;
  const path = carried.vacancy === '' ? '/saya' : `/saya?lowongan=${carried.vacancy}`;
  return page({
    ...{ title: texts.title, lead: texts.lead, path },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderShared(visit, view, texts)}
<section class="panel">${renderProblems(problems, visit.lang)}${renderWords(visit, carried, texts)}</section>
${answer !== null && renderAnswer(visit, view, answer, texts)}`,
  });
}

function renderShared(visit: Visit, { vacancy }: FitView, texts: FitTexts): Html {
  if (vacancy === undefined) return html``;
  if (vacancy === null) return html`<p class="development">${texts.unknown}</p>`;
  const closed = whyClosed(vacancy, visit.lang, visit.now);
  // Of a fraud nothing is repeated.
  if (isFraud(vacancy)) return html`<p class="failure">${closed} ${texts.searchOn}</p>`;
  return html`<section class="panel" aria-labelledby="vacancy"><h2>${texts.about}</h2>
<h3 id="vacancy"><a href="${link(visit, `/lowongan/${vacancy.slug}`)}">${vacancy.title}</a></h3><p class="facts">${renderFacts(vacancy, visit.lang)}</p>
${closed !== null && html`<p class="failure">${closed} ${texts.searchOn}</p>`}</section>`;
}

function renderWords(visit: Visit, { words, place, vacancy }: Carried, texts: FitTexts): Html {
  return html`<form class="fields" action="${link(visit, '/saya')}#hasil" method="post"><input type="hidden" name="lowongan" value="${vacancy}">
${renderField({ name: 'kata', label: texts.words, hint: texts.wordsHint, value: words, lines: 3, maxlength: 500, isRequired: true })}
${renderField({ name: 'tempat', label: texts.place, value: place, maxlength: 80, autocomplete: 'address-level2' })}
<p class="buttons"><button class="primary">${texts.check}</button> <a href="${link(visit, vacancy === '' ? '/saya/masuk' : `/saya/masuk?lowongan=${vacancy}`)}">${texts.signIn}</a></p></form>`;
}

function renderAnswer(visit: Visit, view: FitView, answer: FitAnswer, texts: FitTexts): Html {
  const words = MATCH_TEXTS[visit.lang];
  const own = answer.match ?? null;
  const others = answer.matches.filter(({ vacancy }) => vacancy.slug !== view.vacancy?.slug);
  return html`<section class="panel" id="hasil">${renderUnderstood(answer, visit.lang)}</section>
${own !== null && view.vacancy != null && renderOwn(visit, view.vacancy, own, texts)}
<section class="panel"><form class="fields" action="${link(visit, '/saya/masuk')}" method="post">${renderCarried(view.carried)}<p><button class="primary">${texts.save}</button></p><p class="hint">${texts.saveHint}</p></form></section>
<section class="panel"><h2>${own === null ? texts.best : texts.others}</h2>
<p class="counts"><b>${formatCount(answer.considered, visit.lang)}</b> ${words.considered} <span aria-hidden="true">→</span> <b>${formatCount(answer.eligible, visit.lang)}</b> ${words.eligible}</p>
${others.length === 0 ? html`<p>${words.noMatch}</p>` : renderLegend(visit.lang)}
<ol class="matches">${others.map((match) => renderMatchCard({ ...match, address: link(visit, `/lowongan/${match.vacancy.slug}`) }, visit.lang))}</ol></section>`;
}

function renderOwn(
  { lang }: Visit,
  vacancy: Offer,
  match: NonNullable<FitAnswer['match']>,
  texts: FitTexts,
): Html {
  return html`<section class="panel" data-own="${vacancy.slug}"><h2>${texts.thisOne}</h2>
<div class="match own"><div class="top"><h3>${vacancy.title}</h3>${renderScore(match, lang)}</div>
${renderMatch(match, lang)}<p class="text">${match.explanation}</p></div>
<h3>${texts.conditions}</h3>${renderConditions(match.eligibility, texts.results)}</section>`;
}
