import { html } from '../../layout/html';
import { type Answer, file, page, redirect } from '../answer';
import { needed, problemsOf } from '../api';
import type { Visit } from '../visit';
import { sharedIn } from './actions';
import type { OwnVacancyAnswer } from './answers';
import {
  APPLY,
  OBJECT,
  OWN_VACANCY,
  RECEIPT_FILE,
  WITHDRAW_APPLICATION,
  WITHDRAW_OBJECTION,
} from './operations';
import { renderOwnVacancy } from './page';
import { VACANCY_TEXTS } from './texts';

/** The person and one vacancy. */
export async function showVacancy(visit: Visit, slug: string): Promise<Answer> {
  return renderOwnVacancy(visit, await read(visit, slug));
}

const read = async (visit: Visit, slug: string): Promise<OwnVacancyAnswer> =>
  needed(await visit.ask<OwnVacancyAnswer>(OWN_VACANCY, { slug }));

/** The receipt as `padan verify` and `/periksa` take it. */
export async function sendReceipt(visit: Visit, slug: string): Promise<Answer> {
  const told = await visit.ask<{
    vacancy: { myMatch: { receipt: { file: string } | null } | null } | null;
  }>(RECEIPT_FILE, { slug });
  const receipt = needed(told).vacancy?.myMatch?.receipt ?? null;
  if (receipt !== null) return file({ fileName: 'receipt.json', text: receipt.file });
  const texts = VACANCY_TEXTS[visit.lang];
  return page({ title: texts.rank, lead: texts.notSealed, body: html``, status: 404 });
}

/** A change of what is between the person and a vacancy. */
const change =
  (mutation: string, said: string, inputOf: (visit: Visit) => Record<string, unknown>) =>
  async (visit: Visit, slug: string): Promise<Answer> => {
    const clientMutationId = visit.form.mutationId(said);
    const input = { clientMutationId, ...inputOf(visit) };
    const problems = problemsOf(await visit.ask(mutation, { input }));
    return problems.length === 0
      ? redirect(`/saya/lowongan/${slug}?pesan=${said}`)
      : renderOwnVacancy(visit, await read(visit, slug), problems);
  };

export const applyTo = change(APPLY, 'terkirim', (visit) => ({
  vacancyId: visit.form.text('id'),
  message: visit.form.optional('pesan'),
  share: sharedIn(visit),
}));

export const takeBack = change(WITHDRAW_APPLICATION, 'ditarik', ({ form }) => ({
  id: form.text('id'),
}));

export const objectTo = change(OBJECT, 'keberatan', ({ form }) => ({
  vacancyId: form.text('id'),
  reason: form.text('alasan'),
}));

export const takeObjectionBack = change(WITHDRAW_OBJECTION, 'keberatan-ditarik', ({ form }) => ({
  id: form.text('id'),
}));
