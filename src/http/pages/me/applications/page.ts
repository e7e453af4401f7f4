import { type Html, html } from '../../layout/html';
import { formatDay, formatMoment } from '../../parts/days';
import { fraudWarning } from '../../vacancy/standing';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import { link, renderButton, renderForm, renderProblems } from '../components';
import { nameOf } from '../labels';
import { type Offer, renderFacts } from '../match-card';
import { isFraud, type StandingOffer } from '../standing';
import { renderShare, standsOpen } from '../vacancy/actions';
import type { ConsentTextAnswer } from '../vacancy/answers';
import type { Visit } from '../visit';
import { APPLICATIONS_TEXTS, type ApplicationsTexts } from './texts';

type NamedVacancy = Offer & Pick<StandingOffer, 'closedReason'>;
interface Invitation {
  id: string;
  state: string;
  message: string;
  sentAt: string;
  expiresAt: string;
  vacancy: NamedVacancy | null;
}
interface Application {
  id: string;
  state: string;
  appliedAt: string;
  vacancy: NamedVacancy | null;
  history: readonly { at: string; state: string; byKind: string; reason: string | null }[];
}
export interface ApplicationsAnswer {
  invitations: { edges: readonly { node: Invitation }[] };
  applications: { edges: readonly { node: Application }[] };
  consentTexts: readonly ConsentTextAnswer[];
}

/** Invitations to answer, and applications with their steps. */
export function renderApplications(
  visit: Visit,
  answer: ApplicationsAnswer,
  problems: readonly Refusal[] = [],
): Answer {
  const texts = APPLICATIONS_TEXTS[visit.lang];
  const invitations = answer.invitations.edges.map(({ node }) => node);
  const applications = answer.applications.edges.map(({ node }) => node);
  return page({
    ...{ title: texts.title, lead: texts.lead, path: '/saya/lamaran' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, visit.lang)}
<section class="panel"><h2>${texts.invitations}</h2>${invitations.length === 0 && html`<p>${texts.noInvitations}</p>`}
<ul class="rows">${invitations.slice(0, MOST_SHOWN).map((one) => renderInvitation(visit, one, answer, texts))}</ul></section>
<section class="panel"><h2>${texts.applications}</h2>${applications.length === 0 && html`<p>${texts.noApplications}</p>`}
<ul class="rows">${applications.slice(0, MOST_SHOWN).map((one) => renderApplication(visit, one, texts))}</ul></section>`,
  });
}

/** The newest; more would make the page heavy for a slow telephone. */
const MOST_SHOWN = 20;

function renderVacancy(visit: Visit, vacancy: NamedVacancy | null, texts: ApplicationsTexts): Html {
  if (vacancy === null) return html`<i>${texts.gone}</i>`;
  const name = html`<b><a href="${link(visit, `/saya/lowongan/${vacancy.slug}`)}">${vacancy.title}</a></b>`;
  if (isFraud(vacancy))
    return html`${name} <span class="failure">${fraudWarning(visit.lang)}</span>`;
  return html`${name} <span class="facts">${renderFacts(vacancy, visit.lang)}</span>`;
}

function renderInvitation(
  visit: Visit,
  { id, state, message, expiresAt, vacancy }: Invitation,
  { consentTexts }: ApplicationsAnswer,
  texts: ApplicationsTexts,
): Html {
  const isOpen = state === 'INVITED';
  return html`<li data-state="${state}">${renderVacancy(visit, vacancy, texts)} <span class="tag">${nameOf('contactStates', state, visit.lang)}</span>
${message !== '' && html`<blockquote class="text">${message}</blockquote>`}
${
  isOpen &&
  html`<p class="hint">${texts.invitedUntil} ${formatDay(expiresAt, visit.lang)}</p>${renderForm(
    visit,
    {
      action: '/saya/lamaran/terima',
      hidden: { id },
      body: html`${renderShare(consentTexts, 'SHARE_WITH_EMPLOYER', 'bagi', texts.agree)}<p><button class="primary">${texts.accept}</button></p>`,
    },
  )}${renderButton(visit, { action: '/saya/lamaran/tolak', hidden: { id }, label: texts.decline, className: 'plain' })}`
}</li>`;
}

function renderApplication(
  visit: Visit,
  { id, state, vacancy, history }: Application,
  texts: ApplicationsTexts,
): Html {
  const { lang } = visit;
  return html`<li data-state="${state}">${renderVacancy(visit, vacancy, texts)} <span class="tag">${nameOf('applicationStates', state, lang)}</span>
<details><summary>${texts.history}</summary><ul>${history.map(
    (step) =>
      html`<li>${formatMoment(step.at, lang)}: ${nameOf('applicationStates', step.state, lang)} (${nameOf('partyKinds', step.byKind, lang)})${step.reason !== null && html`<blockquote class="text">${step.reason}</blockquote>`}</li>`,
  )}</ul></details>
${standsOpen(state) && renderButton(visit, { action: '/saya/lamaran/tarik', hidden: { id }, label: texts.withdraw, className: 'plain' })}</li>`;
}
