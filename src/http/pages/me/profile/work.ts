import { type Html, html } from '../../layout/html';
import { type Answer, page, redirect } from '../answer';
import { needed, problemsOf, type Refusal } from '../api';
import { renderField, renderForm, renderProblems, renderSelect, renderTick } from '../components';
import type { Visit } from '../visit';
import { MY_WORK, REPLACE_WORK } from './operations';
import { PROFILE_TEXTS, type ProfileTexts } from './texts';

interface Work {
  title: string;
  employerName: string | null;
  from: string;
  to: string | null;
  occupation: { id: string; label: string } | null;
}
interface WorkAnswer {
  me: { version: number; workExperiences: readonly Work[] } | null;
  occupations?: { edges: readonly { node: { id: string; label: string } }[] };
}

const read = async (visit: Visit, title: string): Promise<WorkAnswer> =>
  needed(await visit.ask<WorkAnswer>(MY_WORK, { title, hasTitle: title !== '' }));

/** The work that the person listed, and a form for more. */
export async function showWork(visit: Visit): Promise<Answer> {
  return render(visit, await read(visit, ''), []);
}

function render(visit: Visit, answer: WorkAnswer, problems: readonly Refusal[]): Answer {
  const { me } = answer;
  if (me === null) return redirect('/saya/mulai');
  const texts = PROFILE_TEXTS[visit.lang];
  return page({
    ...{ title: texts.work, lead: texts.workLead, path: '/saya/profil/kerja' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, visit.lang)}
<section class="panel"><h2>${texts.work}</h2>${me.workExperiences.length === 0 ? html`<p>${texts.noWork}</p>` : renderList(visit, me, texts)}</section>
<section class="panel"><h2>${texts.addWork}</h2>${renderAdd(visit, me.version, answer, texts)}</section>`,
  });
}

/** Works have no ids: one is named by its place in the version that was shown. */
function renderList(
  visit: Visit,
  { version, workExperiences }: NonNullable<WorkAnswer['me']>,
  texts: ProfileTexts,
): Html {
  return renderForm(visit, {
    action: '/saya/profil/kerja/hapus',
    hidden: { edisi: String(version) },
    body: html`<div class="ticks">${workExperiences.map((work, at) =>
      renderTick(
        'hapus',
        String(at),
        html`<b>${work.title}</b>${work.employerName !== null && `, ${work.employerName}`} <small>${work.from} – ${work.to ?? ''}${work.occupation !== null && ` · ${work.occupation.label}`}</small>`,
        false,
      ),
    )}</div><p><button class="danger">${texts.remove}</button></p>`,
  });
}

function renderAdd(
  visit: Visit,
  version: number,
  { occupations }: WorkAnswer,
  texts: ProfileTexts,
): Html {
  const { form } = visit;
  const found = occupations?.edges.map(({ node }): [string, string] => [node.id, node.label]) ?? [];
  return renderForm(visit, {
    action: '/saya/profil/kerja',
    hidden: { edisi: String(version) },
    body: html`${renderField({ name: 'judul', label: texts.jobTitle, value: form.text('judul'), isRequired: true })}
${found.length > 0 && renderSelect({ name: 'jabatan', label: texts.occupation }, [...found, [NONE, texts.noOccupation]], form.text('jabatan') || (found[0]?.[0] ?? ''))}
${renderField({ name: 'tempat-kerja', label: texts.employer, value: form.text('tempat-kerja') })}
${renderField({ name: 'sejak', label: texts.since, value: form.text('sejak'), type: 'date', isRequired: true })}
${renderField({ name: 'sampai', label: texts.until, value: form.text('sampai'), type: 'date' })}
<p><button class="primary">${texts.save}</button></p>`,
  });
}

const NONE = '-';

/** Adds work once its occupation was chosen among those that its title may mean. */
export async function addWork(visit: Visit): Promise<Answer> {
  const { form } = visit;
  const title = form.text('judul');
  const chosen = form.text('jabatan');
  const answer = await read(visit, title);
  if (chosen === '' && (answer.occupations?.edges.length ?? 0) > 0) {
    const message = PROFILE_TEXTS[visit.lang].chooseOccupation;
    return render(visit, answer, [
      { code: 'OCCUPATION_NEEDED', message, field: '', retrySeconds: null },
    ]);
  }
  const added = {
    title,
    employerName: form.optional('tempat-kerja'),
    from: form.text('sejak'),
    to: form.optional('sampai'),
    occupationId: chosen === NONE ? null : chosen || null,
  };
  return replace(visit, answer, [...(answer.me?.workExperiences ?? []).map(toInput), added]);
}

/** Takes the ticked ones off the list. */
export async function removeWork(visit: Visit): Promise<Answer> {
  const removed = new Set(visit.form.all('hapus'));
  const answer = await read(visit, '');
  const kept = (answer.me?.workExperiences ?? []).filter((_, at) => !removed.has(String(at)));
  return replace(visit, answer, kept.map(toInput));
}

const toInput = ({ occupation, ...work }: Work) => ({
  ...work,
  occupationId: occupation?.id ?? null,
});

async function replace(
  visit: Visit,
  answer: WorkAnswer,
  workExperiences: readonly object[],
): Promise<Answer> {
  const input = {
    clientMutationId: visit.form.mutationId('work'),
    expectedVersion: Number.parseInt(visit.form.text('edisi'), 10) || 0,
    workExperiences,
  };
  const problems = problemsOf(await visit.ask(REPLACE_WORK, { input }));
  return problems.length === 0
    ? redirect('/saya/profil/kerja?pesan=tersimpan')
    : render(visit, answer, problems);
}
