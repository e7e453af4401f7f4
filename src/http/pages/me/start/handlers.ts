import { officeDay } from '../../../../text/office-day';
import { type Answer, redirect } from '../answer';
import { problemsOf, type Refusal } from '../api';
import { goalOf } from '../sign-in/carried';
import { signInAddress } from '../sign-in/next-page';
import type { Visit } from '../visit';
import { CONFIRM, REGISTER, REPLACE_WORK } from './operations';
import { renderStart } from './page';
import { readStart, type Start } from './read-start';
import { readStartForm, type StartForm, toProfile, toWork } from './start-form';
import { START_TEXTS } from './texts';

/** What was understood of somebody's words, to be confirmed. */
export async function showStart(visit: Visit): Promise<Answer> {
  if (visit.token === null) return redirect(signInAddress('/saya/mulai'));
  const form = readStartForm(visit);
  return renderStart(visit, await readStart(visit, form), form);
}

/** Registers somebody who agrees, or adds to the profile of who has. */
export async function saveStart(visit: Visit): Promise<Answer> {
  const form = readStartForm(visit);
  const start = await readStart(visit, form);
  // The form sent twice: the first one registered the person.
  if (start.isRegistered && form.name !== '') return redirect(goalOf(form));
  const problems = start.isRegistered
    ? await addTicked(visit, form)
    : await register(visit, form, start);
  if (problems.length > 0) return renderStart(visit, start, form, problems);
  const goal = goalOf(form);
  return redirect(`${goal}?pesan=${start.isRegistered ? 'tersimpan' : registeredWord(goal)}`);
}

/** What is said of a registration depends on what the next page shows. */
function registeredWord(goal: string): string {
  if (goal === '/saya') return 'terdaftar-dicocokkan';
  return goal.startsWith('/saya/lowongan/') ? 'terdaftar-lowongan' : 'terdaftar';
}

async function register(visit: Visit, form: StartForm, start: Start): Promise<readonly Refusal[]> {
  const missing = missingIn(visit, form, start);
  if (missing.length > 0) return missing;
  const told = await visit.ask<{ registerCandidate: Registered }>(REGISTER, {
    input: {
      clientMutationId: visit.form.mutationId('register'),
      profile: toProfile(form, form.regionCode),
    },
    version: form.textVersion,
  });
  const problems = problemsOf(told);
  if (problems.length > 0) return problems;
  if (form.ticked.length > 0) await addTicked(visit, form);
  await listWork(visit, form, start);
  return [];
}

interface Registered {
  me: { version: number } | null;
  userErrors: { code: string; message: string; path: string[] }[];
}

/** What the form itself shows to be missing, so that nobody is registered by half. */
function missingIn(visit: Visit, form: StartForm, start: Start): Refusal[] {
  const texts = START_TEXTS[visit.lang].problems;
  const problem = (code: string, message: string) => {
    return { code, message, field: '', retrySeconds: null };
  };
  const isKnown = start.regions.some(([code]) => code === form.regionCode);
  return [
    ...(form.hasAgreed ? [] : [problem('AGREEMENT_MISSING', texts.consent)]),
    ...(isKnown ? [] : [problem('REGION_MISSING', texts.region)]),
    ...(areInOrder(form) ? [] : [problem('DATE_INVALID', texts.dates)]),
  ];
}

function areInOrder({ since, until }: StartForm): boolean {
  const today = officeDay(new Date());
  if (since === '') return true;
  return since <= today && (until === '' || (since <= until && until <= today));
}

async function addTicked(visit: Visit, form: StartForm): Promise<readonly Refusal[]> {
  const texts = START_TEXTS[visit.lang].problems;
  if (form.ticked.length === 0) {
    return [{ code: 'NOTHING_TICKED', message: texts.noTicks, field: '', retrySeconds: null }];
  }
  const items = form.ticked.map((competencyId) => ({ competencyId }));
  const clientMutationId = visit.form.mutationId('confirm');
  return problemsOf(await visit.ask(CONFIRM, { input: { clientMutationId, items } }));
}

async function listWork(visit: Visit, form: StartForm, start: Start): Promise<void> {
  const occupation = start.worked.find(({ id }) => id === form.occupation);
  const work = occupation === undefined ? null : toWork(form, occupation.label);
  if (work === null) return;
  const { data } = await visit.ask<{ me: { version: number } | null }>('{ me { version } }');
  const clientMutationId = visit.form.mutationId('work');
  const expectedVersion = data?.me?.version;
  await visit.ask(REPLACE_WORK, {
    input: { clientMutationId, expectedVersion, workExperiences: [work] },
  });
}
