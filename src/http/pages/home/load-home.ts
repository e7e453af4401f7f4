import type { AskEndpoint, PageOperation } from '../asking/ask-endpoint';
import type { CountsAnswer, MatchMeAnswer, RankedVacancyAnswer } from './answers';
import type { ChooseVacancy } from './demo-vacancy';
import type { CountsPanel, EmployerPanel, HomeView, SeekerPanel } from './home-view';
import { COUNTS_QUERY, MATCH_ME_QUERY, RANKING_QUERY } from './operations';
import type { PageRequest } from './page-request';
import { HOME_TEXTS } from './texts';

export interface HomeSources {
  ask: AskEndpoint;
  /** Token of a demo employer; null unless everybody in the service is invented. */
  demoToken: string | null;
  chooseVacancy: ChooseVacancy;
}

/** Both panels of the page, each made by the operation that it shows. */
export async function loadHome(request: PageRequest, sources: HomeSources): Promise<HomeView> {
  const [seeker, employer] = await Promise.all([
    loadSeeker(request, sources.ask),
    loadOther(request, sources),
  ]);
  return { lang: request.lang, seeker, employer };
}

async function loadSeeker(
  { skills, place, lang }: PageRequest,
  ask: AskEndpoint,
): Promise<SeekerPanel> {
  const text = place === '' ? skills : `${skills}. Tinggal di ${place}`;
  const operation: PageOperation = {
    audience: 'public',
    query: MATCH_ME_QUERY,
    variables: { text },
  };
  const { data, failure } = await ask(operation);
  const answer = (data as { matchMe: MatchMeAnswer } | null)?.matchMe ?? null;
  const message = answer === null ? (failure ?? HOME_TEXTS[lang].failed) : null;
  return { skills, place, operation, answer, failure: message };
}

async function loadOther(
  { without }: PageRequest,
  sources: HomeSources,
): Promise<EmployerPanel | CountsPanel | null> {
  const { ask, demoToken } = sources;
  const demo = demoToken === null ? null : await loadDemo(without, sources, demoToken);
  return demo ?? loadCounts(ask);
}

async function loadDemo(
  asked: string | null,
  { ask, chooseVacancy }: HomeSources,
  token: string,
): Promise<EmployerPanel | null> {
  const chosen = await chooseVacancy(ask, token);
  if (chosen === null) return null;
  // A requirement of another vacancy, from an old link, counts as none.
  const without = asked !== null && chosen.requirementIds.includes(asked) ? asked : null;
  const rank = async (leftOut: string | null) => {
    const variables = { vacancy: chosen.id, without: leftOut === null ? [] : [leftOut] };
    const operation: PageOperation = { audience: 'employer', query: RANKING_QUERY, variables };
    const { data } = await ask(operation, token);
    return { operation, vacancy: (data as { vacancy: RankedVacancyAnswer } | null)?.vacancy };
  };
  const [shown, all] = await Promise.all([rank(without), without === null ? null : rank(null)]);
  if (!shown.vacancy) return null;
  return {
    kind: 'demo',
    operation: shown.operation,
    vacancy: shown.vacancy,
    without,
    baseline: all?.vacancy?.rankedCandidates ?? null,
  };
}

async function loadCounts(ask: AskEndpoint): Promise<CountsPanel | null> {
  const operation: PageOperation = { audience: 'public', query: COUNTS_QUERY, variables: {} };
  const { data } = await ask(operation);
  const counts = (data as { vacancies: CountsAnswer } | null)?.vacancies;
  return counts ? { kind: 'counts', operation, counts } : null;
}
