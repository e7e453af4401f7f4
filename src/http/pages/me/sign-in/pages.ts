import { type Html, html } from '../../layout/html';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import { link, renderField, renderForm, renderProblems, renderTick } from '../components';
import type { Visit } from '../visit';
import { type Carried, carriedFields } from './carried';
import { SIGN_IN_TEXTS, type SignInTexts } from './texts';

/** What the form for the code holds when it is shown again. */
export interface CodeAttempt {
  readonly address: string;
  readonly code: string;
  readonly isOwnDevice: boolean;
  /** Null = not asked for; else as it was typed. */
  readonly birthDate: string | null;
  readonly totp: string | null;
}

/** Asks for the telephone number or e-mail address. */
export function renderAddressPage(
  visit: Visit,
  carried: Carried,
  { address = '', problems = [] }: { address?: string; problems?: readonly Refusal[] } = {},
): Answer {
  const texts = SIGN_IN_TEXTS[visit.lang];
  return page({
    ...{ title: texts.title, lead: texts.lead, path: '/saya/masuk', ...statusOf(problems) },
    body: html`<section class="panel">${renderProblems(problems, visit.lang)}
${renderForm(visit, {
  action: '/saya/masuk/kode',
  hidden: carriedFields(carried),
  body: html`${renderField({ name: 'alamat', label: texts.address, hint: texts.addressHint, value: address, autocomplete: 'username', isRequired: true })}
<p><button class="primary">${texts.send}</button></p>`,
})}
${renderNotes(visit, carried, texts)}</section>`,
  });
}

function renderNotes(visit: Visit, carried: Carried, texts: SignInTexts): Html {
  return html`${carried.words !== '' && html`<p class="hint">${texts.carried}</p>`}
<p class="hint">${texts.cookie}</p>
${visit.areCodesLogged && html`<p class="development">${texts.development}</p>`}`;
}

/** Asks for the code, and for what else the account wants. */
export function renderCodePage(
  visit: Visit,
  carried: Carried,
  attempt: CodeAttempt,
  problems: readonly Refusal[] = [],
): Answer {
  const texts = SIGN_IN_TEXTS[visit.lang];
  const { address } = attempt;
  return page({
    ...{ title: texts.codeTitle, lead: texts.codeLead, path: '/saya/masuk', ...statusOf(problems) },
    body: html`<section class="panel">${renderProblems(problems, visit.lang)}
<p>${texts.sentTo} <b>${address}</b></p>
${renderForm(visit, {
  action: '/saya/masuk/selesai',
  hidden: { ...carriedFields(carried), alamat: address },
  body: renderCodeFields(attempt, texts),
})}
<div class="buttons">${renderForm(visit, {
      action: '/saya/masuk/kode',
      hidden: { ...carriedFields(carried), alamat: address },
      className: 'small',
      body: html`<button class="plain">${texts.again}</button>`,
    })}
${renderForm(visit, {
  action: '/saya/masuk',
  hidden: carriedFields(carried),
  className: 'small',
  body: html`<button class="plain">${texts.other}</button>`,
})}</div>
${renderNotes(visit, carried, texts)}</section>`,
  });
}

function renderCodeFields(attempt: CodeAttempt, texts: SignInTexts): Html {
  const { code, birthDate, totp, isOwnDevice } = attempt;
  return html`<div class="code">${renderField({ name: 'kode', label: texts.code, value: code, autocomplete: 'one-time-code', inputmode: 'numeric', maxlength: 12, isRequired: true })}</div>
${birthDate !== null && renderField({ name: 'lahir', label: texts.birthDate, hint: texts.birthDateHint, value: birthDate, type: 'date', isRequired: true })}
${totp !== null && renderField({ name: 'totp', label: texts.totp, value: totp, inputmode: 'numeric', maxlength: 12, isRequired: true })}
<div>${renderTick('hp', 'ya', texts.own, isOwnDevice)}<p class="hint">${texts.ownHint}</p></div>
<p><button class="primary">${texts.enter}</button></p>`;
}

/** Who works for an office has no pages here. */
export function renderOfficePage({ lang }: Visit): Answer {
  const { title, lead } = SIGN_IN_TEXTS[lang].office;
  return page({ title, lead, body: html``, status: 403, path: '/saya/masuk' });
}

export function renderSignOutPage(visit: Visit): Answer {
  const texts = SIGN_IN_TEXTS[visit.lang];
  return page({
    ...{ title: texts.signOutTitle, lead: texts.signOutLead },
    body: html`<section class="panel">${renderForm(visit, {
      action: '/saya/keluar',
      body: html`<p class="buttons"><button class="primary">${texts.signOut}</button> <a href="${link(visit, '/saya')}">${texts.stay}</a></p>`,
    })}</section>`,
  });
}

/** What is said to somebody who has left. */
export function renderEndedPage(visit: Visit): Answer {
  const texts = SIGN_IN_TEXTS[visit.lang];
  const { title, lead } = texts.ended[visit.query.get('apa') === 'hapus' ? 'hapus' : 'keluar'] ?? {
    title: '',
    lead: '',
  };
  return page({
    ...{ title, lead },
    body: html`<section class="panel"><p class="buttons"><a class="primary" href="${link(visit, '/saya')}">${texts.start}</a> <a href="${link(visit, '/saya/masuk')}">${texts.title}</a></p></section>`,
  });
}

const statusOf = (problems: readonly Refusal[]) => (problems.length > 0 ? { status: 422 } : {});
