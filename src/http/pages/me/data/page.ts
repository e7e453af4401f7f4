import { type Html, html } from '../../layout/html';
import { formatMoment } from '../../parts/days';
import { formatCount } from '../../parts/numbers';
import { type Answer, page } from '../answer';
import type { Refusal } from '../api';
import { link, renderButton, renderField, renderForm, renderProblems } from '../components';
import { nameOf } from '../labels';
import type { Visit } from '../visit';
import { type Fact, factsOf, type KeptFacts } from './facts';
import { DATA_TEXTS, type DataTexts } from './texts';

interface Disclosure {
  at: string;
  actorKind: string;
  purpose: string;
  fields: readonly string[];
  employer: { name: string } | null;
  vacancy: { title: string } | null;
}
export interface DataAnswer {
  me: KeptFacts;
  disclosures: {
    totalCount: number;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
    edges: readonly { node: Disclosure }[];
  };
}

/** What is kept, who read it, files, and the way to end it. */
export function renderData(
  visit: Visit,
  answer: DataAnswer,
  problems: readonly Refusal[] = [],
): Answer {
  const texts = DATA_TEXTS[visit.lang];
  const download = (format: string, label: string) =>
    renderButton(visit, { action: '/saya/data/unduh', hidden: { bentuk: format }, label });
  return page({
    ...{ title: texts.title, lead: texts.lead, path: '/saya/data' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, visit.lang)}
<section class="panel"><h2>${texts.kept}</h2><dl class="facts-list">${factsOf(
      answer.me,
      visit.lang,
    ).map(
      ([name, value]) =>
        html`<div><dt>${texts.facts[name] ?? name}</dt><dd>${renderValue(value, texts)}</dd></div>`,
    )}</dl><p class="buttons"><a class="secondary" href="${link(visit, '/saya/profil')}">${texts.edit}</a></p></section>
${renderAccount(visit, texts)}
${renderDisclosures(visit, answer, texts)}
<section class="panel"><h2>${texts.export}</h2><p class="hint">${texts.exportHint}</p><div class="buttons">${download('JSON', texts.everything)}${download('JSON_RESUME', texts.resume)}</div></section>
<section class="panel"><h2>${texts.erase}</h2><p><a href="${link(visit, '/saya/hapus')}">${texts.eraseLink}</a></p></section>`,
  });
}

/** What is kept for the sign-in: nothing that could be shown, and why. */
function renderAccount({ session }: Visit, texts: DataTexts): Html {
  const label = session?.label ?? null;
  return html`<section class="panel" id="akun"><h2>${texts.account}</h2>${label !== null && html`<p>${texts.signedInAs} <b>${label}</b></p>`}
<p>${texts.address}</p><p>${texts.devices}</p><p class="hint">${texts.notShown}</p></section>`;
}

function renderValue(value: Fact[1], texts: DataTexts): Html {
  if (value === null) return html`${texts.empty}`;
  if (typeof value === 'string') return html`${value}`;
  return html`<ul>${value.map((one) => html`<li>${one}</li>`)}</ul>`;
}

function renderDisclosures(visit: Visit, { disclosures }: DataAnswer, texts: DataTexts): Html {
  const { totalCount, edges, pageInfo } = disclosures;
  return html`<section class="panel" id="dibaca"><h2>${texts.disclosures}</h2>
${totalCount === 0 ? html`<p>${texts.nobody}</p>` : html`<p class="counts"><b>${formatCount(totalCount, visit.lang)}</b> ${texts.readings}</p>`}
<ul class="rows">${edges.map(({ node }) => renderDisclosure(visit, node, texts))}</ul>
${pageInfo.hasNextPage && html`<p><a class="secondary" href="${link(visit, `/saya/data?sesudah=${encodeURIComponent(pageInfo.endCursor ?? '')}`)}">${texts.next}</a></p>`}</section>`;
}

function renderDisclosure({ lang }: Visit, node: Disclosure, texts: DataTexts): Html {
  const { at, actorKind, employer, vacancy, purpose, fields } = node;
  const reader = [nameOf('partyKinds', actorKind, lang), employer?.name, vacancy?.title];
  const what = texts.purposes[purpose] ?? nameOf('readPurposes', purpose, lang);
  return html`<li><b>${reader.filter((name) => name !== undefined).join(' · ')}</b>, ${texts.purpose} ${what}<br><small>${formatMoment(at, lang)}</small>
<p class="hint">${fields.map((field) => texts.facts[field] ?? field).join(', ')}</p></li>`;
}

/** Asks for the word before anything is erased. */
export function renderErase(visit: Visit, problems: readonly Refusal[] = []): Answer {
  const texts = DATA_TEXTS[visit.lang];
  return page({
    ...{ title: texts.eraseTitle, lead: texts.eraseLead, path: '/saya/hapus' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`<section class="panel">${renderProblems(problems, visit.lang)}<p><a href="${link(visit, '/saya/data')}">${texts.eraseFirst}</a></p>
${renderForm(visit, {
  action: '/saya/hapus',
  body: html`${renderField({ name: 'kata-hapus', label: texts.confirm, value: visit.form.text('kata-hapus'), isRequired: true, maxlength: 20 })}
<p class="buttons"><button class="danger">${texts.eraseNow}</button> <a href="${link(visit, '/saya/data')}">${texts.back}</a></p>`,
})}</section>`,
  });
}
