import { type Client, Pool } from 'pg';
import type { RunFile } from '../src/embedded/run-file';
import { skillWord } from '../src/search/documents';
import { summarise } from './figures';
import { post } from './graphql';
import { drive, type LoadPlan, pickAt, type Shot } from './open-loop';
import { type Subject, searches } from './subjects';

interface Under {
  readonly servers: RunFile;
  readonly client: Client;
  readonly subjects: { regency: Subject[]; province: Subject[] };
}

/** What the same questions take without the service, at the same rate. */
export async function measureBaselines(
  plan: LoadPlan,
  under: Under,
): Promise<Record<string, Record<string, number>>> {
  const pool = new Pool({ connectionString: under.servers.database.appUrl, max: 5 });
  try {
    const runs: [string, (index: number) => Shot][] = [
      ['SELECT 1', () => shot(async () => void (await pool.query('SELECT 1')))],
    ];
    const { meilisearch } = under.servers;
    if (meilisearch !== null) {
      const candidates = await candidateQueries(under);
      const search = (index: string, body: unknown) =>
        shot(async () =>
          checkHits(
            await post(`${meilisearch.url}/indexes/${index}/search`, body, meilisearch.key),
          ),
        );
      runs.push(
        ['Meilisearch, candidates', (at) => search('candidates', pickAt(candidates, at))],
        ['Meilisearch, vacancies', (at) => search('vacancies', pickAt(vacancyQueries, at))],
      );
    }
    const results: Record<string, Record<string, number>> = {};
    for (const [name, shotAt] of runs) {
      const [latencies] = Object.values(await drive(name, plan, shotAt));
      results[name] = summarise(latencies);
    }
    return results;
  } finally {
    await pool.end();
  }
}

const shot = (work: () => Promise<void>): Shot => ({
  group: '',
  send: async () => {
    await work();
    return () => undefined;
  },
});

function checkHits(answer: string): void {
  if (!answer.includes('"hits"')) throw new Error(answer.slice(0, 300));
}

/** Fifty people who hold one of the vacancy's competencies and live in its areas. */
async function candidateQueries({ client, subjects }: Under): Promise<unknown[]> {
  const all = [...subjects.regency, ...subjects.province];
  const { rows } = await client.query<{ key: string; numbers: number[] }>(
    `SELECT r.vacancy_id AS key, array_agg(c.number) AS numbers
     FROM requirements r JOIN competencies c ON c.id = r.competency_id
     WHERE r.vacancy_id = ANY($1::uuid[]) GROUP BY r.vacancy_id`,
    [all.map(({ key }) => key)],
  );
  const numbersOf = new Map(rows.map(({ key, numbers }) => [key, numbers]));
  return all.map(({ key, regionCodes }) => ({
    q: '',
    filter: [
      (numbersOf.get(key) ?? []).map((number) => `skills = "${skillWord(number)}"`),
      regionCodes.map((code) => `areas = "${code}"`),
    ],
    limit: 50,
    attributesToRetrieve: ['id'],
  }));
}

/** What `searches` ask of the index, with the facets of the list. */
export const vacancyQueries = searches.map(({ q = '', regionCodes = [] }) => ({
  q,
  filter: [(regionCodes as string[]).map((code) => `regions = "${code}"`)].filter(
    (any) => any.length > 0,
  ),
  facets: ['regions', 'occupationId', 'employmentType', 'education'],
  limit: 20,
  attributesToRetrieve: ['id'],
}));
