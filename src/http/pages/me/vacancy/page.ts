import { type Html, html } from '../../layout/html';
import { formatMoment } from '../../parts/days';
import { renderMatch } from '../../parts/match';
import { MATCH_TEXTS } from '../../parts/match-texts';
import { formatPoints } from '../../parts/numbers';
import { renderScore } from '../../parts/score-badge';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import { link, renderProblems } from '../components';
import { renderConditions, renderFacts } from '../match-card';
import { isFraud, whyNoApplication } from '../standing';
import type { Visit } from '../visit';
import { renderApplication, renderObjection } from './actions';
import type { OwnVacancy, OwnVacancyAnswer } from './answers';
import { VACANCY_TEXTS, type VacancyTexts } from './texts';

/** A vacancy as the person stands to it: score, reasons, rank, application, objection. */
export function renderOwnVacancy(
  visit: Visit,
  answer: OwnVacancyAnswer,
  problems: readonly Refusal[] = [],
): Answer {
  const texts = VACANCY_TEXTS[visit.lang];
  const { vacancy } = answer;
  if (vacancy === null) return page({ ...texts.missing, body: html``, status: 404 });
  const closed = whyNoApplication(vacancy, visit.lang, visit.now);
  return page({
    ...{ title: vacancy.title, lead: texts.lead, path: `/saya/lowongan/${vacancy.slug}` },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`<section class="panel">${!isFraud(vacancy) && html`<p class="facts">${renderFacts(vacancy, visit.lang)}</p><p><a href="${link(visit, `/lowongan/${vacancy.slug}`)}">${texts.read}</a></p>`}
${closed !== null && html`<p class="failure">${closed}</p>`}</section>
${renderProblems(problems, visit.lang)}
${renderFit(visit, vacancy, closed === null ? texts.noFitYet : texts.noFit, texts)}
${vacancy.myMatch !== null && renderRank(visit, vacancy, texts)}
${renderApplication(visit, vacancy, answer, texts)}
${renderObjection(visit, vacancy, answer, texts)}`,
  });
}

function renderFit(
  { lang }: Visit,
  { myMatch, title }: OwnVacancy,
  why: string,
  texts: VacancyTexts,
): Html {
  if (myMatch === null) return html`<section class="panel"><p>${why}</p></section>`;
  const { counterfactuals, eligibility, explanation } = myMatch;
  return html`<section class="panel" aria-labelledby="fit"><h2 id="fit">${texts.fit}</h2>
<div class="match own" data-score="${myMatch.scoreBp}"><div class="top"><h3>${title}</h3>${renderScore(myMatch, lang)}</div>
${renderMatch(myMatch, lang)}<p class="text">${explanation}</p></div>
<h3>${texts.conditions}</h3>${renderConditions(eligibility, texts.results)}
${
  counterfactuals.length > 0 &&
  html`<h3>${texts.changes}</h3><ul class="rows">${counterfactuals.map(({ text }) => html`<li>${text}</li>`)}</ul>`
}</section>`;
}

function renderRank(visit: Visit, { myMatch, slug }: OwnVacancy, texts: VacancyTexts): Html {
  const receipt = myMatch?.receipt ?? null;
  if (receipt === null) {
    return html`<section class="panel" id="peringkat"><h2>${texts.rank}</h2><p>${texts.notSealed}</p></section>`;
  }
  const { score, outOf } = MATCH_TEXTS[visit.lang];
  const { rank, treeSize, tiedWith, scoreBp, logEntry } = receipt;
  return html`<section class="panel" id="peringkat"><h2>${texts.rank}</h2>
<p class="figure"><b>${texts.ranked} <data value="${rank}">${rank}</data> ${texts.of} <data value="${treeSize}">${treeSize}</data></b> ${texts.people}</p>
<p>${score} ${formatPoints(scoreBp, visit.lang)} ${outOf}${tiedWith > 0 && `, ${texts.tied} ${tiedWith} ${texts.others}`}. ${texts.sealedAt} ${formatMoment(logEntry.sealedAt, visit.lang)}.</p>
<p class="hint">${texts.root}: <code>${logEntry.root}</code></p>
<p class="buttons"><a class="secondary" href="/saya/lowongan/${slug}/tanda-terima">${texts.receipt}</a> <a href="${link(visit, '/periksa')}">${texts.checkReceipt}</a></p>
<p class="hint">${texts.receiptHint}</p></section>`;
}
