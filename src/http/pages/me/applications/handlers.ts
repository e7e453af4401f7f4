import { type Answer, redirect } from '../answer';
import { needed, problemsOf } from '../api';
import { sharedIn } from '../vacancy/actions';
import type { Visit } from '../visit';
import { MY_APPLICATIONS, RESPOND, TAKE_BACK } from './operations';
import { type ApplicationsAnswer, renderApplications } from './page';

export async function showApplications(visit: Visit): Promise<Answer> {
  return renderApplications(visit, await read(visit));
}

const read = async (visit: Visit): Promise<ApplicationsAnswer> =>
  needed(await visit.ask<ApplicationsAnswer>(MY_APPLICATIONS));

const change =
  (mutation: string, said: string, inputOf: (visit: Visit) => Record<string, unknown>) =>
  async (visit: Visit): Promise<Answer> => {
    const clientMutationId = visit.form.mutationId(said);
    const input = { clientMutationId, id: visit.form.text('id'), ...inputOf(visit) };
    const problems = problemsOf(await visit.ask(mutation, { input }));
    return problems.length === 0
      ? redirect(`/saya/lamaran?pesan=${said}`)
      : renderApplications(visit, await read(visit), problems);
  };

export const acceptInvitation = change(RESPOND, 'terkirim', (visit) => ({
  accept: true,
  share: sharedIn(visit),
}));
export const declineInvitation = change(RESPOND, 'ditolak', () => ({ accept: false }));
export const takeApplicationBack = change(TAKE_BACK, 'ditarik', () => ({}));
