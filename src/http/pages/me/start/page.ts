import { type Html, html } from '../../layout/html';
import type { Lang } from '../../layout/lang';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import {
  link,
  renderField,
  renderForm,
  renderProblems,
  renderSelect,
  renderTick,
} from '../components';
import { told } from '../fit/understood';
import { optionsOf } from '../labels';
import type { Visit } from '../visit';
import type { Start, Tick } from './read-start';
import type { StartForm } from './start-form';
import { START_TEXTS, type StartTexts } from './texts';

/** From words to a profile: what was understood, what is still needed, what is agreed to. */
export function renderStart(
  visit: Visit,
  start: Start,
  form: StartForm,
  problems: readonly Refusal[] = [],
): Answer {
  const texts = START_TEXTS[visit.lang];
  const { isRegistered } = start;
  return page({
    title: isRegistered ? texts.addTitle : texts.title,
    lead: isRegistered ? texts.addLead : texts.lead,
    path: '/saya/mulai',
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, visit.lang)}${renderForm(visit, {
      action: '/saya/mulai/simpan',
      hidden: {
        lowongan: form.vacancy,
        lanjut: form.next,
        tawar: offered(start).join(','),
        'tawar-kerja': start.worked.map(({ id }) => id).join(','),
      },
      body: html`${renderWords(visit, form, texts)}
${renderUnderstood(start, visit.lang)}
${isRegistered ? renderAdd(start, texts) : renderPerson(visit, start, form, texts)}`,
    })}`,
  });
}

function renderWords(visit: Visit, { words, place }: StartForm, texts: StartTexts): Html {
  return html`<section class="panel fields">
${renderField({ name: 'kata', label: texts.words, hint: texts.wordsHint, value: words, lines: 3, maxlength: 500 })}
${renderField({ name: 'tempat', label: texts.place, value: place, maxlength: 80, autocomplete: 'address-level2' })}
<p><button class="secondary" formaction="${link(visit, '/saya/mulai')}" formnovalidate>${texts.read}</button></p></section>`;
}

const offered = ({ named, worked }: Start): string[] =>
  [...named, ...worked.flatMap(({ ticks }) => ticks)].map(({ id }) => id);

function renderUnderstood(start: Start, lang: Lang): Html {
  const texts = START_TEXTS[lang];
  const { named, worked } = start;
  const facts = told(start, lang);
  return html`<section class="panel"><h2>${texts.understood}</h2>
${facts.length > 0 && html`<ul class="chips">${facts.map(([name, value]) => html`<li class="t-FACT used" data-fact="${name}"><b>${value}</b> <small>${name}</small></li>`)}</ul>`}
${offered(start).length === 0 && html`<p>${texts.nothing}</p>`}
${named.length > 0 && renderTicks(texts.named, named, texts)}
${worked
  .filter(({ ticks }) => ticks.length > 0)
  .map(({ label, ticks }) =>
    renderTicks(`${texts.worked} “${label}”`, ticks, texts, texts.workedHint),
  )}</section>`;
}

function renderTicks(
  legend: string,
  ticks: readonly Tick[],
  texts: StartTexts,
  hint?: string,
): Html {
  return html`<fieldset><legend><h3>${legend}</h3></legend>${hint !== undefined && html`<p class="hint">${hint}</p>`}<div class="ticks">${ticks.map(
    ({ id, label, words, isTicked }) =>
      renderTick(
        'komp',
        id,
        html`${label}${words !== null && html` <small>${texts.from} “${words}”</small>`}`,
        isTicked,
      ),
  )}</div></fieldset>`;
}

const renderAdd = (start: Start, texts: StartTexts): Html =>
  html`${offered(start).length > 0 && html`<p><button class="primary">${texts.add}</button></p>`}`;

function renderPerson(visit: Visit, start: Start, form: StartForm, texts: StartTexts): Html {
  const { lang } = visit;
  return html`${start.worked.length > 0 && renderWork(start, texts)}
<section class="panel fields"><h2>${texts.you}</h2>
${renderField({ name: 'nama', label: texts.name, value: form.name, autocomplete: 'name', isRequired: true })}
${renderField({ name: 'lahir', label: texts.birthDate, hint: texts.birthDateHint, value: form.birthDate, type: 'date', autocomplete: 'bday' })}
${renderField({ name: 'telepon', label: texts.phone, value: form.phone, type: 'tel', autocomplete: 'tel' })}
${renderField({ name: 'surel', label: texts.email, hint: texts.contactHint, value: form.email, autocomplete: 'email' })}
${renderSelect({ name: 'pendidikan', label: texts.education }, optionsOf('educationLevels', lang), form.education || (start.education ?? ''))}
${renderSelect({ name: 'wilayah', label: texts.region }, [['', texts.chooseRegion], ...start.regions], form.regionCode || start.regionCode)}
<p class="hint">${texts.regionHint}</p></section>
<section class="panel"><h2>${texts.consent}</h2><blockquote class="text">${start.consent.text}</blockquote><input type="hidden" name="versi" value="${start.consent.version}">
${renderTick('setuju', 'ya', texts.agree, form.hasAgreed)}<p class="buttons"><button class="primary">${texts.save}</button></p></section>`;
}

function renderWork({ worked, work }: Start, texts: StartTexts): Html {
  const options = worked.map(({ id, label }): [string, string] => [id, label]);
  return html`<section class="panel fields"><h2>${texts.workTitle}</h2>
${renderSelect({ name: 'pekerjaan', label: texts.work }, [['', texts.noWork], ...options], work.id)}
${renderField({ name: 'sejak', label: texts.since, value: work.since, type: 'date', hint: work.isReckoned ? texts.reckoned : texts.sinceHint })}
${renderField({ name: 'sampai', label: texts.until, value: work.until, type: 'date' })}</section>`;
}
