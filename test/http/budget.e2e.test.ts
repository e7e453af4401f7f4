import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type SampleServer, startSampleServer } from './sample-server';

let clockMs: number;
let sample: SampleServer;

const start = async (settings: Parameters<typeof startSampleServer>[1] = {}) => {
  const services = { clock: { now: () => new Date(clockMs) } } as never;
  sample = await startSampleServer({ services }, settings);
};

beforeEach(() => {
  clockMs = Date.now();
});

afterEach(async () => {
  await sample.stop();
});

interface Cost {
  requested: number;
  actual: number;
  remaining: number;
  restoreRate: number;
  limit: number;
}
interface Answer {
  status: number;
  retryAfter: string | null;
  cost: Cost;
  code: unknown;
}

async function ask(query: string, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${sample.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });
  const { extensions, errors } = (await response.json()) as {
    extensions?: { cost: Cost };
    errors?: { extensions: { code: string } }[];
  };
  return {
    status: response.status,
    retryAfter: response.headers.get('retry-after'),
    cost: extensions?.cost as Cost,
    code: errors?.[0]?.extensions.code,
  };
}

/** Introspection costs 100 points, all of them used. */
const DEAR = '{ __schema { queryType { name } } }';
const spendAll = async (times: number, headers: Record<string, string> = {}) => {
  let last = await ask(DEAR, headers);
  for (let at = 1; at < times; at += 1) last = await ask(DEAR, headers);
  return last;
};

it('tells the cost of every answer', async () => {
  await start();
  expect((await ask(DEAR)).cost).toEqual({
    requested: 100,
    actual: 100,
    remaining: 1_900,
    restoreRate: 50,
    limit: 1_000,
  });
});

it('refuses with 429 and the seconds to wait, and goes on after them', async () => {
  await start();
  expect(await spendAll(20)).toMatchObject({ status: 200, cost: { remaining: 0 } });
  expect(await ask(DEAR)).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryAfter: '2' });
  clockMs += 2_000;
  expect((await ask(DEAR)).status).toBe(200);
});

it('gives an account a bucket of its own, wherever it asks from', async () => {
  await start({ trustedProxies: ['loopback'] });
  const authorization = `Bearer ${await sample.token('ani', 600)}`;
  await spendAll(50, { authorization, 'x-forwarded-for': '192.0.2.1' });
  const last = await spendAll(51, { authorization, 'x-forwarded-for': '192.0.2.2' });
  expect(last).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  expect((await ask(DEAR)).status).toBe(200);
});

it('believes X-Forwarded-For of no stranger', async () => {
  await start();
  for (let at = 0; at < 20; at += 1) await ask(DEAR, { 'x-forwarded-for': `192.0.2.${at}` });
  expect((await ask(DEAR, { 'x-forwarded-for': '192.0.2.99' })).status).toBe(429);
});

it('tells clients behind a trusted proxy apart', async () => {
  await start({ trustedProxies: ['loopback'] });
  await spendAll(20, { 'x-forwarded-for': '192.0.2.1' });
  expect((await ask(DEAR, { 'x-forwarded-for': '192.0.2.1' })).status).toBe(429);
  expect((await ask(DEAR, { 'x-forwarded-for': '192.0.2.2' })).status).toBe(200);
});

it('draws operations on sockets from the same bucket', async () => {
  await start();
  await spendAll(20);
  const client = createClient({
    url: `${sample.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  const refused = (async () => {
    for await (const { errors } of client.iterate({ query: DEAR })) return errors;
    return undefined;
  })();
  await expect(refused).rejects.toMatchObject([{ extensions: { code: 'RATE_LIMITED' } }]);
  await client.dispose();
});
