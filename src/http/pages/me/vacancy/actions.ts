import { type Html, html } from '../../layout/html';
import { formatDay } from '../../parts/days';
import { renderButton, renderField, renderForm, renderTick } from '../components';
import { nameOf } from '../labels';
import { whyNoApplication } from '../standing';
import type { Visit } from '../visit';
import type { OwnVacancy, OwnVacancyAnswer } from './answers';
import type { VacancyTexts } from './texts';

/** Whether an application stands, so that it can be taken back. */
export const standsOpen = (state: string): boolean => !['WITHDRAWN', 'DECLINED'].includes(state);

/** To apply, or what became of it. */
export function renderApplication(
  visit: Visit,
  vacancy: OwnVacancy,
  answer: OwnVacancyAnswer,
  texts: VacancyTexts,
): Html {
  const { edges } = answer.applications;
  const own = edges.find(({ node }) => node.vacancy?.id === vacancy.id)?.node;
  const at = `/saya/lowongan/${vacancy.slug}`;
  const stands = own !== undefined && standsOpen(own.state);
  return html`${
    own !== undefined &&
    html`<section class="panel" id="lamaran"><h2>${texts.applied}</h2><p>${texts.state}: <b>${nameOf('applicationStates', own.state, visit.lang)}</b> · ${formatDay(own.appliedAt, visit.lang)}</p>
${stands && html`${renderButton(visit, { action: `${at}/tarik`, hidden: { id: own.id }, label: texts.withdraw })}<p class="hint">${texts.withdrawHint}</p>`}</section>`
  }${!stands && canApply(visit, vacancy) && renderApply(visit, vacancy, answer, texts)}`;
}

const canApply = ({ lang, now }: Visit, vacancy: OwnVacancy): boolean =>
  whyNoApplication(vacancy, lang, now) === null;

function renderApply(
  visit: Visit,
  vacancy: OwnVacancy,
  { consentTexts, me }: OwnVacancyAnswer,
  texts: VacancyTexts,
): Html {
  const { form } = visit;
  const hasNeeds = (me?.disability?.accommodations.length ?? 0) > 0;
  return html`<section class="panel" id="lamar"><h2>${texts.apply}</h2><p>${texts.applyHint}</p>
${renderForm(visit, {
  action: `/saya/lowongan/${vacancy.slug}/lamar`,
  hidden: { id: vacancy.id },
  body: html`${renderField({ name: 'pesan', label: texts.message, value: form.text('pesan'), lines: 3 })}
${renderShare(consentTexts, 'SHARE_WITH_EMPLOYER', 'bagi', texts.agree)}
${hasNeeds && renderShare(consentTexts, 'SHARE_ACCOMMODATIONS', 'bagi-penyesuaian', texts.accommodations)}
<p><button class="primary">${texts.send}</button></p>`,
})}</section>`;
}

/** A consent of an application: its words and a box that names their version. */
export function renderShare(
  consentTexts: OwnVacancyAnswer['consentTexts'],
  purpose: string,
  name: string,
  label: string,
): Html {
  const consent = consentTexts.find((text) => text.purpose === purpose);
  if (consent === undefined) return html``;
  return html`<div><blockquote class="text">${consent.text}</blockquote>${renderTick(name, consent.version, label, false)}</div>`;
}

/** What a form shares: each box with the version of the words that stood above it. */
export const sharedIn = ({ form }: Visit): { purpose: string; textVersion: string }[] =>
  [
    ['SHARE_WITH_EMPLOYER', 'bagi'],
    ['SHARE_ACCOMMODATIONS', 'bagi-penyesuaian'],
  ].flatMap(([purpose = '', name = '']) =>
    form.has(name) ? [{ purpose, textVersion: form.text(name) }] : [],
  );

/** To object, or what became of it. */
export function renderObjection(
  visit: Visit,
  vacancy: OwnVacancy,
  { objections }: OwnVacancyAnswer,
  texts: VacancyTexts,
): Html {
  const own = objections.edges.find(({ node }) => node.vacancy?.id === vacancy.id)?.node;
  const at = `/saya/lowongan/${vacancy.slug}/keberatan`;
  const isOpen = own !== undefined && ['FILED', 'IN_REVIEW'].includes(own.state);
  return html`${
    own !== undefined &&
    html`<section class="panel" id="keberatan"><h2>${texts.objection}</h2><p>${texts.state}: <b>${nameOf('objectionStates', own.state, visit.lang)}</b>${isOpen && ` · ${texts.due} ${formatDay(own.dueAt, visit.lang)}`}</p>
<blockquote class="text">${own.statement}</blockquote>
${own.decision !== null && html`<p>${texts.decision}:</p><blockquote class="text">${own.decision}</blockquote>`}
${isOpen && renderButton(visit, { action: `${at}/tarik`, hidden: { id: own.id }, label: texts.withdrawObjection })}</section>`
  }${
    !isOpen &&
    html`<section class="panel"><h2>${texts.object}</h2><p>${texts.objectHint}</p>
${renderForm(visit, {
  action: at,
  hidden: { id: vacancy.id },
  body: html`${renderField({ name: 'alasan', label: texts.reason, value: visit.form.text('alasan'), lines: 3, isRequired: true })}
<p><button class="secondary">${texts.sendObjection}</button></p>`,
})}</section>`
  }`;
}
