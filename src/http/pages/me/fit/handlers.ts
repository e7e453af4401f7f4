import type { Answer } from '../answer';
import { needed } from '../api';
import { type Carried, readCarried } from '../sign-in/carried';
import type { StandingOffer } from '../standing';
import type { Visit } from '../visit';
import { MATCH_ME, SHARED_VACANCY } from './operations';
import { type FitAnswer, type FitView, renderFit } from './page';
import { FIT_TEXTS } from './texts';

/** The form, with the vacancy of the link. */
export async function showFit(visit: Visit): Promise<Answer> {
  const carried = readCarried(visit);
  const vacancy = await readShared(visit, carried);
  return renderFit(visit, { carried, vacancy, answer: null, problems: [] });
}

/** What the words match; nothing of them is kept. */
export async function answerFit(visit: Visit): Promise<Answer> {
  const carried = readCarried(visit);
  if (carried.words === '') return await refuse(visit, carried, FIT_TEXTS[visit.lang].notWords);
  const hasVacancy = carried.vacancy !== '';
  const { data, refusals } = await visit.ask<{
    vacancy?: StandingOffer | null;
    matchMe: FitAnswer;
  }>(MATCH_ME, { text: sentence(carried), slug: carried.vacancy, hasVacancy });
  const [refusal] = refusals;
  if (data === null || refusal !== undefined) {
    return await refuse(visit, carried, refusal?.message ?? '', refusal?.code);
  }
  const { vacancy, matchMe: answer } = data;
  return renderFit(visit, { carried, vacancy, answer, problems: [] });
}

/** The person's words and place as one text that is understood. */
export const sentence = ({ words, place }: Pick<Carried, 'words' | 'place'>): string =>
  place === '' ? words : `${words}. Tinggal di ${place}`;

async function refuse(
  visit: Visit,
  carried: Carried,
  message: string,
  code = 'WORDS_MISSING',
): Promise<Answer> {
  const problem = { code, message, field: '', retrySeconds: null };
  const vacancy = code === 'WORDS_MISSING' ? await readShared(visit, carried) : undefined;
  return renderFit(visit, { carried, vacancy, answer: null, problems: [problem] });
}

async function readShared(visit: Visit, { vacancy: slug }: Carried): Promise<FitView['vacancy']> {
  if (slug === '') return undefined;
  const told = await visit.ask<{ vacancy: StandingOffer | null }>(SHARED_VACANCY, { slug });
  return needed(told).vacancy;
}
