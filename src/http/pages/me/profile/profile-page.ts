import { type Html, html } from '../../layout/html';
import { formatDay } from '../../parts/days';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import {
  link,
  renderButton,
  renderField,
  renderForm,
  renderProblems,
  renderSelect,
  renderTick,
} from '../components';
import { nameOf, optionsOf } from '../labels';
import type { Visit } from '../visit';
import type { ProfileForm } from './profile-form';
import { PROFILE_TEXTS, type ProfileTexts } from './texts';

export interface RegionAnswer {
  code: string;
  label: string;
  parent: { label: string } | null;
}

/** The own record as the operation `MyProfile` tells it. */
export interface OwnProfile {
  version: number;
  fullName: string;
  phone: string | null;
  email: string | null;
  birthDate: string | null;
  gender: string | null;
  education: string | null;
  expectedWage: string | null;
  availableFrom: string | null;
  employmentTypes: readonly string[];
  status: string;
  reconfirmDueOn: string;
  region: RegionAnswer | null;
  identityRegion: { code: string } | null;
  willingRegions: readonly RegionAnswer[];
}

export interface ProfileView {
  readonly me: OwnProfile;
  readonly form: ProfileForm;
  /** What the search for a place found. */
  readonly found: readonly RegionAnswer[];
  readonly problems: readonly Refusal[];
}

/** Everything that a person says of themselves, in one form. */
export function renderProfile(visit: Visit, { me, form, found, problems }: ProfileView): Answer {
  const texts = PROFILE_TEXTS[visit.lang];
  return page({
    ...{ title: texts.title, lead: texts.lead, path: '/saya/profil' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, visit.lang)}
<section class="panel"><h2>${texts.you}</h2>${renderForm(visit, {
      action: '/saya/profil/simpan',
      hidden: { edisi: String(me.version) },
      body: html`${renderPerson(visit, form, texts)}${renderPlaces(visit, me, form, found, texts)}${renderWishes(visit, form, texts)}
<p><button class="primary">${texts.save}</button></p>`,
    })}</section>
<section class="panel"><h2>${texts.more}</h2><p class="buttons"><a class="secondary" href="${link(visit, '/saya/profil/kemampuan')}">${texts.competencies}</a> <a class="secondary" href="${link(visit, '/saya/profil/kerja')}">${texts.work}</a></p></section>
${renderSearch(visit, me, texts)}`,
  });
}

function renderPerson(visit: Visit, form: ProfileForm, texts: ProfileTexts): Html {
  return html`${renderField({ name: 'nama', label: texts.name, value: form.name, autocomplete: 'name', isRequired: true })}
${renderField({ name: 'telepon', label: texts.phone, value: form.phone, type: 'tel', autocomplete: 'tel' })}
${renderField({ name: 'surel', label: texts.email, value: form.email, autocomplete: 'email' })}
${renderField({ name: 'lahir', label: texts.birthDate, value: form.birthDate, type: 'date', autocomplete: 'bday' })}
${renderSelect({ name: 'kelamin', label: texts.gender }, optionsOf('genders', visit.lang), form.gender)}
${renderSelect({ name: 'pendidikan', label: texts.education }, optionsOf('educationLevels', visit.lang), form.education)}`;
}

const nameRegion = ({ label, parent }: RegionAnswer): string =>
  parent === null ? label : `${label}, ${parent.label}`;

function renderPlaces(
  visit: Visit,
  me: OwnProfile,
  form: ProfileForm,
  found: readonly RegionAnswer[],
  texts: ProfileTexts,
): Html {
  const choices = new Map(
    [...(me.region === null ? [] : [me.region]), ...found].map((it) => [it.code, nameRegion(it)]),
  );
  choices.delete('ID');
  const willing = me.willingRegions.filter(({ code }) => code !== 'ID');
  const more = found.filter(({ code }) => !willing.some((it) => it.code === code));
  return html`${renderSelect({ name: 'wilayah', label: texts.region }, [...choices], form.regionCode)}
<fieldset><legend>${texts.willing}</legend><div class="ticks">${willing.map((it) => renderTick('mau', it.code, nameRegion(it), form.willing.includes(it.code)))}
${renderTick('mau', 'ID', texts.anywhere, form.willing.includes('ID'))}</div></fieldset>
${more.length > 0 && renderSelect({ name: 'mau', label: texts.addWilling }, [['', texts.noWilling], ...more.filter(({ code }) => code !== 'ID').map((it): [string, string] => [it.code, nameRegion(it)])], '')}
${renderField({ name: 'tempat', label: texts.place, value: form.place, maxlength: 80 })}
<p><button class="secondary" formaction="${link(visit, '/saya/profil')}" formnovalidate>${texts.find}</button></p>`;
}

function renderWishes({ lang }: Visit, form: ProfileForm, texts: ProfileTexts): Html {
  const types = optionsOf('employmentTypes', lang).filter(([value]) => value !== '');
  return html`<fieldset><legend>${texts.types}</legend><div class="ticks">${types.map(([value, label]) => renderTick('bentuk', value, label, form.employmentTypes.includes(value)))}</div></fieldset>
${renderField({ name: 'mulai', label: texts.from, value: form.availableFrom, type: 'date' })}
${renderField({ name: 'upah', label: texts.wage, value: form.wage, inputmode: 'numeric', maxlength: 12 })}`;
}

function renderSearch(visit: Visit, me: OwnProfile, texts: ProfileTexts): Html {
  const { lang } = visit;
  const isActive = me.status === 'ACTIVE';
  return html`<section class="panel" id="pencarian"><h2>${texts.search}</h2><p><b>${nameOf('candidateStatuses', me.status, lang)}</b>${isActive && `, ${texts.searchUntil} ${formatDay(me.reconfirmDueOn, lang)}`}</p>
<div class="buttons">${renderButton(visit, { action: '/saya/pencarian/aktif', label: texts.resume })}${isActive && renderButton(visit, { action: '/saya/pencarian/jeda', label: texts.pause, className: 'plain' })}</div></section>`;
}
