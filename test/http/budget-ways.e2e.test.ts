import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { send } from './client';
import { type SampleServer, startSampleServer } from './sample-server';

/** The time stands still, so that nothing is given back meanwhile. */
const clock = { now: () => now };
const now = new Date();

/** What one of these questions costs: its page of adverts is full. */
const PAGE =
  'adverts(first: 15) { edges { node { similar(first: 15) { edges { node { id } } } } } }';

/** Introspection: all that it costs is used, nothing is given back. The bucket of an address pays for so many. */
const DEAR = '{ __schema { queryType { name } } }';
const TIMES = 20;

let sample: SampleServer;
let price: number;

beforeEach(async () => {
  sample = await startSampleServer({ services: { clock } as never });
  const { cost } = await post(`{ ${PAGE} }`);
  price = Number(cost?.requested);
  await sample.stop();
  sample = await startSampleServer({ services: { clock } as never });
});
afterEach(() => sample.stop());

interface Answer {
  code: string | undefined;
  cost: Record<'requested' | 'actual' | 'remaining', number> | undefined;
}

async function read(init: RequestInit, search = ''): Promise<Answer> {
  const { body } = await send(`${sample.url}/graphql${search}`, init);
  return { code: body.errors?.[0]?.extensions.code, cost: body.extensions?.cost as never };
}

const post = (query: string, headers: Record<string, string> = {}) =>
  read({
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query }),
  });

async function overSocket(query: string): Promise<string> {
  const url = `${sample.url.replace('http', 'ws')}/graphql`;
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  try {
    for await (const { errors } of client.iterate({ query })) {
      return errors === undefined ? 'OK' : String(errors[0]?.extensions?.code);
    }
    return 'nothing';
  } catch (errors) {
    return String((errors as { extensions: { code: string } }[])[0]?.extensions.code);
  } finally {
    await client.dispose();
  }
}

/** How many events a stream told, and the code of the error that ended it. */
async function streamOf(query: string): Promise<{ told: number; code: string | undefined }> {
  const url = `${sample.url.replace('http', 'ws')}/graphql`;
  const client = createClient({ url, webSocketImpl: WebSocket, retryAttempts: 0 });
  let told = 0;
  try {
    for await (const { errors } of client.iterate({ query })) {
      if (errors) return { told, code: String(errors[0]?.extensions?.code) };
      told += 1;
      if (told === 200) break;
    }
    return { told, code: undefined };
  } catch (errors) {
    return { told, code: (errors as { extensions: { code: string } }[])[0]?.extensions.code };
  } finally {
    await client.dispose();
  }
}

const aliased = (count: number) =>
  `{ ${Array.from({ length: count }, (_, at) => `a${at}: ${PAGE}`).join(' ')} }`;

describe('the budget', () => {
  it('charges three aliases as three requests', async () => {
    const { cost } = await post(aliased(3));
    expect(cost?.requested).toBe(3 * price);
    expect(await post(aliased(Math.ceil(1_000 / price)))).toMatchObject({
      code: 'QUERY_TOO_EXPENSIVE',
    });
  });

  it('charges a fragment each time that it is spread', async () => {
    const fragment = `fragment F on Query { ${PAGE} }`;
    const { cost } = await post(`{ ...F } ${fragment}`);
    expect(cost?.requested).toBe(price);
  });

  it('takes no array of operations, however many or few', async () => {
    const body = JSON.stringify([{ query: `{ ${PAGE} }` }]);
    const headers = { 'content-type': 'application/json' };
    expect(await read({ method: 'POST', headers, body })).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('is one for requests, addresses and sockets together, each asked at the same time', async () => {
    const ways = [
      () => post(DEAR).then(({ code }) => code ?? 'OK'),
      () => post(DEAR, { 'x-forwarded-for': '192.0.2.7' }).then(({ code }) => code ?? 'OK'),
      () => post(DEAR, { 'x-api-key': 'padan_x' }).then(({ code }) => code ?? 'OK'),
      () => overSocket(DEAR),
    ];
    const answers = await Promise.all(
      Array.from({ length: 2 * TIMES }, (_, at) => ways[at % ways.length]()),
    );
    expect(new Set(answers)).toEqual(new Set(['OK', 'RATE_LIMITED']));
    expect(answers.filter((answer) => answer === 'OK')).toHaveLength(TIMES);
    for (const way of ways) expect(await way()).toBe('RATE_LIMITED');
  });

  it('charges a stream for each event whose answer is a query, and not for what events tell', async () => {
    const events = (selection: string) =>
      streamOf(`subscription { advertTicked(count: 200) { ${selection} } }`);
    expect(await events('title')).toEqual({ told: 200, code: undefined });
    const { told, code } = await events('similar(first: 100) { edges { node { id } } }');
    expect(code).toBe('RATE_LIMITED');
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(25);
    expect((await post(`{ ${PAGE} }`)).code).toBe('RATE_LIMITED');
  });
});
