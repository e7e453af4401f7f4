import { html } from '../../layout/html';
import { type Answer, page, redirect } from '../answer';
import { needed, problemsOf, type Refusal } from '../api';
import { link, renderForm, renderProblems, renderTick } from '../components';
import { nameOf } from '../labels';
import type { Visit } from '../visit';
import { MY_COMPETENCIES, REMOVE_COMPETENCIES } from './operations';
import { PROFILE_TEXTS } from './texts';

interface Held {
  level: string;
  evidence: string;
  competency: { id: string; label: string };
}

/** What the person can do, to be taken out box by box. */
export const showCompetencies = (visit: Visit): Promise<Answer> => show(visit, []);

async function show(visit: Visit, problems: readonly Refusal[]): Promise<Answer> {
  const told = await visit.ask<{ me: { competencies: readonly Held[] } | null }>(MY_COMPETENCIES);
  const { me } = needed(told);
  if (me === null) return redirect('/saya/mulai');
  const texts = PROFILE_TEXTS[visit.lang];
  const { lang } = visit;
  return page({
    ...{ title: texts.competencies, lead: texts.competenciesLead },
    ...{ path: '/saya/profil/kemampuan' },
    ...(problems.length > 0 ? { status: 422 } : {}),
    body: html`${renderProblems(problems, lang)}<section class="panel"><p><a class="secondary" href="${link(visit, '/saya/mulai')}">${texts.add}</a></p>
${
  me.competencies.length === 0
    ? html`<p>${texts.noCompetencies}</p>`
    : renderForm(visit, {
        action: '/saya/profil/kemampuan',
        body: html`<fieldset><legend class="quiet">${texts.competencies}</legend><div class="ticks">${me.competencies.map(
          ({ competency, level, evidence }) =>
            renderTick(
              'hapus',
              competency.id,
              html`${competency.label} <small>${nameOf('proficiencyLevels', level, lang)} · ${nameOf('evidenceStatuses', evidence, lang)}</small>`,
              false,
            ),
        )}</div></fieldset><p><button class="danger">${texts.remove}</button></p>`,
      })
}</section>`,
  });
}

/** Takes the ticked ones out of the profile. */
export async function removeCompetencies(visit: Visit): Promise<Answer> {
  const competencyIds = visit.form.all('hapus');
  if (competencyIds.length === 0) {
    const message = PROFILE_TEXTS[visit.lang].nothing;
    return show(visit, [{ code: 'NOTHING_TICKED', message, field: '', retrySeconds: null }]);
  }
  const clientMutationId = visit.form.mutationId('remove');
  const input = { clientMutationId, competencyIds };
  const problems = problemsOf(await visit.ask(REMOVE_COMPETENCIES, { input }));
  return problems.length === 0
    ? redirect('/saya/profil/kemampuan?pesan=tersimpan')
    : show(visit, problems);
}
