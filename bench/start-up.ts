import { setTimeout } from 'node:timers/promises';
import { type Figure, figure, round } from './figures';
import { dataOf, post, readOperation } from './graphql';
import { type Service, startService, withHome } from './service';
import { tokenFor } from './subjects';

/** Seconds to the first ranked answer. Source: issue of the first stage. */
const FIRST_START_SECONDS = 10;
const LATER_START_SECONDS = 4;
const GIVE_UP_SECONDS = 60;
const POLL_MS = 20;

const START = ['npm', 'start'];

/** From `npm start` to the first answer with ranked rows, on an empty folder and on one that was used. */
export async function measureStartUp(say: (line: string) => void): Promise<Figure[]> {
  return await withHome(async (home) => {
    say('start on an empty folder');
    const first = await measureStart(home, 'first start', FIRST_START_SECONDS);
    say('start again');
    const second = await measureStart(home, 'second start', LATER_START_SECONDS);
    return [...first, ...second];
  });
}

async function measureStart(home: string, name: string, most: number): Promise<Figure[]> {
  const startedMs = performance.now();
  const service = await startService(home, START);
  const since = () => round((performance.now() - startedMs) / 1_000);
  const waitFor = async (answer: () => Promise<boolean>): Promise<number> => {
    while (since() < GIVE_UP_SECONDS) {
      // Until it listens, every request fails.
      if (await answer().catch(() => false)) return since();
      await setTimeout(POLL_MS);
    }
    throw new Error(`no ranked answer within ${GIVE_UP_SECONDS} s`);
  };
  try {
    const [candidates, vacancies] = await Promise.all([
      waitFor(() => hasRankedCandidates(service)),
      waitFor(() => hasMatchedVacancies(service)),
    ]);
    return [
      figure(`${name}, matchMe`, { seconds: vacancies }, { of: 'seconds', most }),
      figure(`${name}, rankedCandidates`, { seconds: candidates }, { of: 'seconds', most }),
    ];
  } finally {
    await service.stop();
  }
}

async function hasMatchedVacancies({ url }: Service): Promise<boolean> {
  const variables = { text: 'Saya bisa mengoperasikan mesin kasir', regionCode: '72.71' };
  const answer = await post(url, { query: readOperation('match-me'), variables });
  return dataOf<{ matchMe: { matches: unknown[] } }>(answer).matchMe.matches.length > 0;
}

interface Viewer {
  viewer: {
    employers: { vacancies: { edges: { node: { id: string } }[] } }[];
  };
}

interface Ranked {
  vacancy: { rankedCandidates: { edges: unknown[] } };
}

/** Whether the first open vacancy of the first demo employer has ranked people. */
async function hasRankedCandidates({ home, url }: Service): Promise<boolean> {
  const ask = async <T>(query: string, variables: Record<string, unknown> = {}): Promise<T> => {
    const token = await tokenFor(home, 'demo-employer-1');
    return dataOf<T>(await post(`${url}/employer`, { query, variables }, token));
  };
  const { viewer } = await ask<Viewer>(readOperation('own-vacancies'));
  const [vacancy] = viewer.employers.flatMap(({ vacancies }) => vacancies.edges);
  const ranked = await ask<Ranked>(readOperation('ranked-scores'), { vacancy: vacancy.node.id });
  return ranked.vacancy.rankedCandidates.edges.length > 0;
}
