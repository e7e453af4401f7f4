import { type Answer, redirect } from '../answer';
import { needed, problemsOf } from '../api';
import type { Visit } from '../visit';
import { GRANT, MY_CONSENTS, WITHDRAW } from './operations';
import { type ConsentsAnswer, renderConsents } from './page';

export async function showConsents(visit: Visit): Promise<Answer> {
  return renderConsents(visit, await read(visit));
}

const read = async (visit: Visit): Promise<ConsentsAnswer> =>
  needed(await visit.ask<ConsentsAnswer>(MY_CONSENTS));

const change =
  (mutation: string, said: string, inputOf: (visit: Visit) => Record<string, unknown>) =>
  async (visit: Visit): Promise<Answer> => {
    const clientMutationId = visit.form.mutationId(said);
    const input = { clientMutationId, ...inputOf(visit) };
    const problems = problemsOf(await visit.ask(mutation, { input }));
    return problems.length === 0
      ? redirect(`/saya/persetujuan?pesan=${said}`)
      : renderConsents(visit, await read(visit), problems);
  };

export const giveConsent = change(GRANT, 'disetujui', ({ form }) => ({
  purpose: form.text('tujuan'),
  textVersion: form.text('versi'),
}));
export const withdrawConsent = change(WITHDRAW, 'dicabut', ({ form }) => ({
  id: form.text('id'),
}));
