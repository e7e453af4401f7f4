import { type Answer, redirect } from '../answer';
import { needed, PageRefusal, problemsOf } from '../api';
import { showFit } from '../fit/handlers';
import type { Visit } from '../visit';
import { MY_MATCHES, PAUSE, READ_SELF, RECONFIRM } from './operations';
import { type MatchesView, type Recommended, renderMatches, type Self } from './page';

const SLUG = /^[\w-]{1,120}$/;

/** `/saya`: "does it fit me?" to anybody, the own vacancies to who is registered. */
export async function showMatches(visit: Visit): Promise<Answer> {
  if (visit.token === null) return showFit(visit);
  const slug = visit.query.get('lowongan') ?? '';
  if (SLUG.test(slug)) return redirect(`/saya/lowongan/${slug}`);
  const self = await readSelf(visit);
  return self === null ? redirect('/saya/mulai') : renderMatches(visit, await read(visit, self));
}

/** Who is signed in; null before the registration. */
async function readSelf(visit: Visit): Promise<Self | null> {
  const told = await visit.ask<Self>(READ_SELF);
  if (told.refusals.some(({ code }) => code === 'CANDIDATE_ONLY')) return null;
  const self = needed(told);
  return self.me === null ? null : self;
}

async function read(visit: Visit, self: Self): Promise<MatchesView> {
  const told = await visit.ask<{ recommendedVacancies: Recommended }>(MY_MATCHES, {
    after: visit.query.get('sesudah'),
  });
  const [refusal] = told.refusals;
  if (refusal !== undefined && refusal.code !== 'NOT_MATCHED') throw new PageRefusal(refusal);
  return {
    self,
    found: told.data?.recommendedVacancies ?? null,
    refusal: refusal?.message ?? null,
  };
}

/** Leaves all rankings until the person comes back. */
export const pauseSearch = (visit: Visit): Promise<Answer> => change(visit, PAUSE, 'dijeda');
export const reconfirmSearch = (visit: Visit): Promise<Answer> => change(visit, RECONFIRM, 'aktif');

async function change(visit: Visit, mutation: string, said: string): Promise<Answer> {
  const clientMutationId = visit.form.mutationId(said);
  const [problem] = problemsOf(await visit.ask(mutation, { input: { clientMutationId } }));
  if (problem !== undefined) throw new PageRefusal(problem);
  return redirect(`/saya?pesan=${said}`);
}
