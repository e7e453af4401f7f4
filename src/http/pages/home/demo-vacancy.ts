import type { AskEndpoint, PageOperation } from '../asking/ask-endpoint';
import { OWN_VACANCIES_QUERY } from './operations';

export interface DemoVacancy {
  id: string;
  requirementIds: readonly string[];
}

export type ChooseVacancy = (ask: AskEndpoint, token: string) => Promise<DemoVacancy | null>;

/** How long a choice stands before the vacancies are looked through again. */
const CHOICE_LIFETIME_MS = 60_000;
/** Few enough to read on a phone, enough to leave one out. */
const IDEAL_REQUIREMENTS = 5;
/** Fewer people than the page has places make a poor example. */
const LEAST_ELIGIBLE = 5;

/** Chooses the vacancy that the page shows, and remembers it for a minute. */
export function vacancyChooser(now: () => number = Date.now): ChooseVacancy {
  let chosen: DemoVacancy | null = null;
  let chosenAt = Number.NEGATIVE_INFINITY;
  return async (ask, token) => {
    if (chosen !== null && now() - chosenAt < CHOICE_LIFETIME_MS) return chosen;
    chosen = pickVacancy(await readOwnVacancies(ask, token));
    chosenAt = now();
    return chosen;
  };
}

interface OwnVacancy {
  id: string;
  isDemo: boolean;
  requirements: readonly { id: string; kind: string; necessity: string }[];
  rankedCandidates: { totalEligible: number };
}

interface OwnVacanciesAnswer {
  viewer: {
    employers: readonly { vacancies: { edges: readonly { node: OwnVacancy }[] } }[];
  } | null;
}

async function readOwnVacancies(ask: AskEndpoint, token: string): Promise<OwnVacancy[]> {
  const operation: PageOperation = {
    audience: 'employer',
    query: OWN_VACANCIES_QUERY,
    variables: {},
  };
  const { data } = await ask(operation, token);
  const employers = (data as OwnVacanciesAnswer | null)?.viewer?.employers ?? [];
  return employers.flatMap(({ vacancies }) => vacancies.edges.map(({ node }) => node));
}

/** An invented vacancy that enough people can fill; one with a must-have first, then the handiest number of requirements. */
function pickVacancy(vacancies: readonly OwnVacancy[]): DemoVacancy | null {
  const [best] = vacancies
    .filter((it) => it.isDemo && it.rankedCandidates.totalEligible >= LEAST_ELIGIBLE)
    .sort((a, b) => excess(a) - excess(b));
  if (best === undefined) return null;
  return { id: best.id, requirementIds: best.requirements.map(({ id }) => id) };
}

function excess({ requirements }: OwnVacancy): number {
  const hasMust = requirements.some(
    ({ kind, necessity }) => necessity === 'MUST' && kind !== 'EDUCATION',
  );
  return Math.abs(requirements.length - IDEAL_REQUIREMENTS) + (hasMust ? 0 : IDEAL_REQUIREMENTS);
}
