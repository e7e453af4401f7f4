import { Agent, request } from 'node:http';
import type { RunFile } from '../src/embedded/run-file';
import {
  loadOperations,
  type PersistedOperation,
} from '../src/http/persisted/persisted-operations';
import { vacancyQueries } from './baselines';
import { type ClosedLoad, runClosedLoop } from './closed-loop';
import { type Figure, figure, round, summarise } from './figures';
import { post } from './graphql';
import type { LoadOptions } from './load';
import { pickAt } from './open-loop';
import { builtService, padan, type Service, withHome, withService } from './service';
import { waitUntilSettled } from './settle';
import { searches } from './subjects';

/** A portal's list is asked by many at one time; more clients than this only wait on two cores. */
const CLIENTS = 16;
const WARM_UP = 200;
/** Nobody is ranked here. */
const PEOPLE = 500;
const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });

/** Requests a second of the list of vacancies, as portals ask for it, beside the search that lies under it. */
export async function measurePortal(options: LoadOptions): Promise<Figure[]> {
  const { vacancies, requests, say, nodeOptions } = options;
  return await withHome((home) =>
    withService(home, builtService(nodeOptions), async (service, servers, client) => {
      say(`loading ${vacancies} vacancies`);
      await padan(home, 'demo', '--people', `${PEOPLE}`, '--vacancies', `${vacancies}`);
      await client.query('ANALYZE');
      await waitUntilSettled(client, servers);
      return await measure({ clients: CLIENTS, warmUp: WARM_UP, requests }, service, servers, say);
    }),
  );
}

type Ask = (index: number) => Promise<void>;

async function measure(
  load: ClosedLoad,
  { url }: Service,
  { meilisearch }: RunFile,
  say: LoadOptions['say'],
): Promise<Figure[]> {
  if (meilisearch === null) throw new Error('There is no Meilisearch to compare with');
  const operation = listOperation();
  const addressOf = (filter: unknown) => storedAddress(url, operation, { filter });
  const tags = new Map<string, string>();
  const runs: [string, Ask][] = [
    [
      'raw Meilisearch',
      async (at) => {
        const address = `${meilisearch.url}/indexes/vacancies/search`;
        expectText(await post(address, pickAt(vacancyQueries, at), meilisearch.key), '"hits"');
      },
    ],
    [
      'POST',
      async (at) => {
        const variables = { filter: pickAt(searches, at) };
        expectText(await post(url, { query: operation.body, variables }), '"totalCount"');
      },
    ],
    [
      'stored GET, never asked before',
      async (at) => {
        // A wage that everybody pays: another question with the same answer.
        const { text } = await get(addressOf({ ...pickAt(searches, at), wageMin: `${at + 1}` }));
        expectText(text, '"totalCount"');
      },
    ],
    [
      'stored GET, kept',
      async (at) => {
        const address = addressOf(pickAt(searches, at));
        const { text, tag } = await get(address);
        expectText(text, '"totalCount"');
        tags.set(address, tag);
      },
    ],
    [
      'stored GET, 304',
      async (at) => {
        const address = addressOf(pickAt(searches, at));
        const { tag } = await get(address, tags.get(address));
        tags.set(address, tag);
      },
    ],
  ];
  const lines: { name: string; values: Record<string, number> }[] = [];
  for (const [name, ask] of runs) {
    say(`${load.requests} requests by ${load.clients} clients: ${name}`);
    const { perSecond, latenciesMs } = await runClosedLoop(load, ask);
    const { p50, p95 } = summarise(latenciesMs);
    lines.push({ name, values: { 'requests/s': round(perSecond), p50, p95 } });
  }
  const rate = (index: number) => lines[index].values['requests/s'];
  return lines.map(({ name, values }) =>
    figure(name, {
      ...values,
      'x Meilisearch': round(values['requests/s'] / rate(0)),
      'x POST': round(values['requests/s'] / rate(1)),
    }),
  );
}

function listOperation(): PersistedOperation {
  const found = loadOperations().manifest.operations.find(({ name }) => name === 'Vacancies');
  if (found === undefined) throw new Error('The list is no stored operation');
  return found;
}

function storedAddress(url: string, { id }: PersistedOperation, variables: unknown): string {
  const extensions = { persistedQuery: { version: 1, sha256Hash: id } };
  const fields = { extensions: JSON.stringify(extensions), variables: JSON.stringify(variables) };
  return `${url}?${new URLSearchParams(fields)}`;
}

function expectText(text: string, part: string): void {
  if (!text.includes(part)) throw new Error(`not what was asked for: ${text.slice(0, 300)}`);
}

/** Errors: for anything but an answer or, where a tag was sent, 304. */
function get(address: string, ifNoneMatch?: string): Promise<{ text: string; tag: string }> {
  const headers = ifNoneMatch === undefined ? {} : { 'if-none-match': ifNoneMatch };
  return new Promise((resolve, reject) => {
    const outgoing = request(address, { agent, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () => {
        const { statusCode } = answer;
        const isExpected = statusCode === 200 || (statusCode === 304 && ifNoneMatch !== undefined);
        if (!isExpected) return reject(new Error(`answered with ${statusCode}`));
        resolve({ text: Buffer.concat(chunks).toString(), tag: String(answer.headers.etag) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end();
  });
}
