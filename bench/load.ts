import type { Client } from 'pg';
import type { RunFile } from '../src/embedded/run-file';
import { measureBaselines } from './baselines';
import { type Figure, figure, round, summarise } from './figures';
import { dataOf, post, readOperation } from './graphql';
import { drive, pickAt, type Results, type Shot } from './open-loop';
import { builtService, padan, type Service, withHome, withService } from './service';
import { waitUntilSettled } from './settle';
import { listSubjects, type Subject, searches } from './subjects';

export interface LoadOptions {
  readonly people: number;
  readonly vacancies: number;
  readonly perSecond: number;
  /** Measured requests of each kind. */
  readonly requests: number;
  /** Options of Node.js for the service, for example a profiler's. */
  readonly nodeOptions: readonly string[];
  say(line: string): void;
}

/** Bars at p95. Source: issue of the first stage. */
export const BARS_MS = { scores: 50, factors: 120, vacancies: 40 } as const;
export const WARM_UP_SECONDS = 2;

/** The latencies of rankings and searches under an open loop, beside what lies under them. */
export async function measureLoad(options: LoadOptions): Promise<Figure[]> {
  return await withHome((home) =>
    withService(home, builtService(options.nodeOptions), (service, servers, client) =>
      measure(options, service, servers, client),
    ),
  );
}

async function measure(
  options: LoadOptions,
  service: Service,
  servers: RunFile,
  client: Client,
): Promise<Figure[]> {
  const { people, vacancies, perSecond, requests, say } = options;
  say(`loading ${people} people and ${vacancies} vacancies`);
  await padan(service.home, 'demo', '--people', `${people}`, '--vacancies', `${vacancies}`);
  await client.query('ANALYZE');
  await waitUntilSettled(client, servers);
  const subjects = await listSubjects(client, service);
  const plan = { perSecond, warmUp: WARM_UP_SECONDS * perSecond };

  const ranked = { ...plan, requests: 2 * requests };
  say(`${perSecond} rankings a second with scores`);
  const scores = await drive(
    'ranked, scores',
    ranked,
    rankings('ranked-scores', service, subjects),
  );
  say(`${perSecond} rankings a second with all factors`);
  const factors = await drive(
    'ranked, factors',
    ranked,
    rankings('ranked-factors', service, subjects),
  );
  say(`${perSecond} searches a second with facets`);
  const found = await drive('vacancies', { ...plan, requests }, searchShots(service));
  say('the same questions to Meilisearch and to PostgreSQL directly');
  const base = await measureBaselines({ ...plan, requests }, { servers, client, subjects });

  const against = (raw: string) => (values: Record<string, number>) => ({
    ...values,
    'x Meilisearch': round(values.p95 / base[raw].p95),
    'x SELECT 1': round(values.p95 / base['SELECT 1'].p95),
  });
  const lines = (results: Results, most: number, raw: string) =>
    Object.entries(results).map(([name, latencies]) =>
      figure(name, against(raw)(summarise(latencies)), { of: 'p95', most }),
    );
  return [
    ...lines(scores, BARS_MS.scores, 'Meilisearch, candidates'),
    ...lines(factors, BARS_MS.factors, 'Meilisearch, candidates'),
    ...lines(found, BARS_MS.vacancies, 'Meilisearch, vacancies'),
    ...Object.entries(base).map(([name, values]) => figure(name, values)),
  ];
}

/** Regency and province in turn, each time the next vacancy. */
export function rankings(
  operation: string,
  { url }: Service,
  subjects: { regency: Subject[]; province: Subject[] },
): (index: number) => Shot {
  const query = readOperation(operation);
  return (index) => {
    const group = index % 2 === 0 ? 'regency' : 'province';
    const { id, token } = pickAt(subjects[group], Math.floor(index / 2));
    return {
      group,
      send: async () => {
        const body = { query, variables: { vacancy: id } };
        const answer = await post(`${url}/employer`, body, token);
        return () => checkRanking(answer);
      },
    };
  };
}

interface RankedAnswer {
  vacancy: { rankedCandidates: { totalEligible: number; edges: unknown[] } };
}

function checkRanking(answer: string): void {
  const { totalEligible, edges } = dataOf<RankedAnswer>(answer).vacancy.rankedCandidates;
  if (edges.length !== Math.min(50, totalEligible)) throw new Error('a list of the wrong length');
}

function searchShots({ url }: Service): (index: number) => Shot {
  const query = readOperation('vacancies');
  return (index) => ({
    group: '',
    send: async () => {
      const answer = await post(url, { query, variables: { filter: pickAt(searches, index) } });
      return () => dataOf(answer);
    },
  });
}
