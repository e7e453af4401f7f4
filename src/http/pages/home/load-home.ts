import type { CountsAnswer, MatchMeAnswer, RankedVacancyAnswer } from './answers';
import type { ChooseVacancy } from './demo-vacancy';
import type { CountsPanel, EmployerPanel, HomeView, Operation, SeekerPanel } from './home-view';
import { COUNTS_QUERY, MATCH_ME_QUERY, RANKING_QUERY } from './operations';
import type { PageRequest } from './page-request';
import type { RunOperation } from './run-operation';
import { TEXTS } from './texts';

export interface HomeSources {
  run: RunOperation;
  /** Token of a demo employer; null unless everybody in the service is invented. */
  demoToken: string | null;
  chooseVacancy: ChooseVacancy;
}

/** Both panels of the page, each made by the operation that it shows. */
export async function loadHome(request: PageRequest, sources: HomeSources): Promise<HomeView> {
  const [seeker, employer] = await Promise.all([
    loadSeeker(request, sources.run),
    loadOther(request, sources),
  ]);
  return { lang: request.lang, seeker, employer };
}

async function loadSeeker(
  { skills, place, lang }: PageRequest,
  run: RunOperation,
): Promise<SeekerPanel> {
  const text = place === '' ? skills : `${skills}. Tinggal di ${place}`;
  const operation: Operation = { audience: 'public', query: MATCH_ME_QUERY, variables: { text } };
  const { data, failure } = await run(operation, null);
  const answer = (data as { matchMe: MatchMeAnswer } | null)?.matchMe ?? null;
  const message = answer === null ? (failure ?? TEXTS[lang].failed) : null;
  return { skills, place, operation, answer, failure: message };
}

async function loadOther(
  { without }: PageRequest,
  sources: HomeSources,
): Promise<EmployerPanel | CountsPanel | null> {
  const { run, demoToken } = sources;
  const demo = demoToken === null ? null : await loadDemo(without, sources, demoToken);
  return demo ?? loadCounts(run);
}

async function loadDemo(
  asked: string | null,
  { run, chooseVacancy }: HomeSources,
  token: string,
): Promise<EmployerPanel | null> {
  const chosen = await chooseVacancy(run, token);
  if (chosen === null) return null;
  // A requirement of another vacancy, from an old link, counts as none.
  const without = asked !== null && chosen.requirementIds.includes(asked) ? asked : null;
  const rank = async (leftOut: string | null) => {
    const variables = { vacancy: chosen.id, without: leftOut === null ? [] : [leftOut] };
    const operation: Operation = { audience: 'employer', query: RANKING_QUERY, variables };
    const { data } = await run(operation, token);
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

async function loadCounts(run: RunOperation): Promise<CountsPanel | null> {
  const operation: Operation = { audience: 'public', query: COUNTS_QUERY, variables: {} };
  const { data } = await run(operation, null);
  const counts = (data as { vacancies: CountsAnswer } | null)?.vacancies;
  return counts ? { kind: 'counts', operation, counts } : null;
}
