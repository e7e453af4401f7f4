import { connect } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { waitUntil } from '../../src/embedded/processes';
import { type Answer, expectRefusal, post, query, send } from './client';
import { running } from './sample-schema';
import { type SampleServer, startSampleServer } from './sample-server';

let sample: SampleServer;
let url: string;
beforeAll(async () => {
  sample = await startSampleServer();
  url = `${sample.url}/graphql`;
});
afterAll(() => sample.stop());
// Whatever was sent, the next request is served.
afterEach(async () => {
  expect((await query(url, '{ echo(text: "alive") }')).body.data).toEqual({ echo: 'alive' });
});

const json = { 'content-type': 'application/json' };
const alive = '{ __typename }';

describe('a body', () => {
  it.each([
    ['malformed', '{"query": "{'],
    ['null', 'null'],
    ['empty', ''],
    ['a number', '5'],
    ['a string', '"{ __typename }"'],
    ['without a query', '{}'],
    ['with an empty query', '{"query":""}'],
    ['with a query that is no text', '{"query":{"kind":"Document"}}'],
    ['with variables that are text', JSON.stringify({ query: alive, variables: '{}' })],
    ['with variables that are a list', JSON.stringify({ query: alive, variables: [] })],
    ['with an operation name that is no text', JSON.stringify({ query: alive, operationName: 7 })],
    ['with extensions that are a list', JSON.stringify({ query: alive, extensions: [] })],
    ['that is a batch', JSON.stringify([{ query: alive }, { query: alive }])],
    ['with a __proto__ key', `{"query":"${alive}","variables":{"__proto__":{"a":1}}}`],
    ['with a constructor key', `{"query":"${alive}","constructor":{"prototype":{"a":1}}}`],
  ])('%s is refused as BAD_REQUEST', async (_, body) => {
    expectRefusal(await post(url, body), 'BAD_REQUEST', 400);
  });

  it('of bytes that are no UTF-8 is refused', async () => {
    const body = Buffer.concat([
      Buffer.from('{"query":"{ echo(text: \\"'),
      Buffer.from([0xff, 0xfe]),
    ]);
    expectRefusal(await send(url, { method: 'POST', headers: json, body }), 'BAD_REQUEST', 400);
  });

  it('over 100 KB is refused', async () => {
    const body = { query: alive, variables: { text: 'x'.repeat(100 * 1024) } };
    expectRefusal(await post(url, body), 'PAYLOAD_TOO_LARGE', 413);
  });

  it('that unpacks to more than 100 KB is refused', async () => {
    const body = gzipSync(JSON.stringify({ query: alive, padding: ' '.repeat(50_000_000) }));
    expect(body.length).toBeLessThan(100 * 1024);
    const headers = { ...json, 'content-encoding': 'gzip' };
    expectRefusal(await send(url, { method: 'POST', headers, body }), 'PAYLOAD_TOO_LARGE', 413);
  });

  it('that is packed and small enough is read', async () => {
    const body = gzipSync(JSON.stringify({ query: alive }));
    const headers = { ...json, 'content-encoding': 'gzip' };
    const answer = await send(url, { method: 'POST', headers, body });
    expect(answer.body.data).toEqual({ __typename: 'Query' });
  });

  it('that only claims to be packed is refused', async () => {
    const headers = { ...json, 'content-encoding': 'gzip' };
    const answer = await send(url, { method: 'POST', headers, body: '{"query":"{a}"}' });
    expectRefusal(answer, 'BAD_REQUEST', 400);
  });

  it.each([
    ['application/json; charset=utf-16', 'UNSUPPORTED_MEDIA_TYPE', 415],
    ['application/xml', 'UNSUPPORTED_MEDIA_TYPE', 415],
    ['text/plain', 'BAD_REQUEST', 400],
    ['application/x-www-form-urlencoded', 'BAD_REQUEST', 400],
    ['multipart/form-data; boundary=x', 'BAD_REQUEST', 400],
  ])('of type %s is refused', async (type, code, status) => {
    const body = JSON.stringify({ query: alive });
    const headers = { 'content-type': type };
    expectRefusal(await send(url, { method: 'POST', headers, body }), code, status);
  });

  it('of type application/json with charset utf-8 in any spelling is read', async () => {
    const headers = { 'content-type': 'application/json; charset="UTF-8"' };
    const body = JSON.stringify({ query: alive });
    expect((await send(url, { method: 'POST', headers, body })).status).toBe(200);
  });
});

describe('a method', () => {
  it.each(['PUT', 'DELETE', 'PATCH'])('%s is refused', async (method) => {
    const answer = await send(url, { method, headers: json, body: '{}' });
    expectRefusal(answer, 'METHOD_NOT_ALLOWED', 405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
  });

  it('GET runs queries and refuses mutations', async () => {
    const get = (text: string) => send(`${url}?query=${encodeURIComponent(text)}`, {});
    expect((await get(alive)).body.data).toEqual({ __typename: 'Query' });
    const mutation = await get('mutation { createAdvert(input: { title: "x" }) { id } }');
    expectRefusal(mutation, 'METHOD_NOT_ALLOWED', 405);
  });

  it('GET refuses a cookie and variables that are no safe JSON object', async () => {
    const address = `${url}?query=${encodeURIComponent(alive)}`;
    const withCookie = await send(address, { headers: { cookie: 'session=1' } });
    expectRefusal(withCookie, 'BAD_REQUEST', 400);
    for (const variables of ['{', '[]', '"x"', '{"__proto__":{}}']) {
      const answer = await send(`${address}&variables=${encodeURIComponent(variables)}`, {});
      expectRefusal(answer, 'BAD_REQUEST', 400);
    }
    expectRefusal(await send(`${address}&query=x`, {}), 'BAD_REQUEST', 400);
  });
});

describe('an address', () => {
  it.each(['/nowhere', '/graphql/', '/graphql/nobody', '/.env'])(
    '%s is not found',
    async (path) => {
      expectRefusal(await send(`${sample.url}${path}`, {}), 'NOT_FOUND', 404);
    },
  );

  it('that cannot be decoded is refused', async () => {
    expectRefusal(await send(`${sample.url}/%zz`, {}), 'BAD_REQUEST', 400);
  });

  it('with a broken Host is refused or served, never failed', async () => {
    const reply = await raw('GET /graphql?query={__typename} HTTP/1.1\r\nHost: a b[c\r\n\r\n');
    expect(reply).toMatch(/^HTTP\/1\.1 (200|400) /);
  });

  it('with headers that are too large is refused in both languages', async () => {
    const reply = await raw(`GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'x'.repeat(40_000)}\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1\.1 431 /);
    expect(reply).toContain('header terlalu besar. The request cannot be read: its headers');
    expect(reply).toMatch(/"requestId":"[0-9a-f-]{36}"/);
  });

  it('in bytes that are no HTTP gets JSON all the same', async () => {
    const reply = await raw('NONSENSE\r\n\r\n');
    expect(reply).toMatch(/^HTTP\/1\.1 400 /);
    expect(reply).toContain('"code":"BAD_REQUEST"');
  });
});

describe('an Accept header', () => {
  it('that takes no JSON is refused before anything runs', async () => {
    const answer = await query(url, alive, {}, { accept: 'text/html' });
    expectRefusal(answer, 'NOT_ACCEPTABLE', 406);
  });

  it('chooses the media type', async () => {
    const typeFor = async (accept: string) =>
      (await query(url, alive, {}, { accept })).headers.get('content-type');
    expect(await typeFor('application/graphql-response+json')).toContain('graphql-response+json');
    expect(await typeFor('*/*')).toBe('application/json; charset=utf-8');
  });
});

describe('a persisted query', () => {
  const extensions = { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } };

  it('that is not known is PERSISTED_QUERY_NOT_FOUND', async () => {
    expectRefusal(await post(url, { extensions }), 'PERSISTED_QUERY_NOT_FOUND', 404);
  });

  it('that comes with its text runs as text', async () => {
    expect((await post(url, { query: alive, extensions })).status).toBe(200);
  });
});

describe('a fault of ours', () => {
  it('is INTERNAL without anything of the inside', async () => {
    const answer = await query(url, '{ fault echo(text: "x") }');
    expectRefusal(answer, 'INTERNAL', 200);
    expect(answer.body.data).toEqual({ fault: null, echo: 'x' });
  });

  it('in the database connection is SERVICE_UNAVAILABLE with Retry-After', async () => {
    const answer = await query(url, '{ databaseDown }');
    expectRefusal(answer, 'SERVICE_UNAVAILABLE', 503);
    expect(answer.headers.get('retry-after')).toBe('2');
  });

  it('shows at most five errors', async () => {
    const answer: Answer = await query(url, '{ faults a: faults b: faults }');
    expect(answer.body.errors?.length).toBeLessThanOrEqual(5);
  });

  it('that takes more than five seconds is given up', async () => {
    const answered = query(url, '{ slow(ms: 20000) }');
    expect(await waitUntil(() => running.count === 1, 20_000)).toBe(true);
    // The deadline runs: however busy the machine is, a later timer ends later.
    const left = delay(5_500).then(() => running.count);
    expectRefusal(await answered, 'DEADLINE_EXCEEDED', 503);
    expect(await left).toBe(0);
  });

  it('that would send more than 1 MiB is refused', async () => {
    expectRefusal(await query(url, '{ bulky }'), 'RESPONSE_TOO_LARGE', 400);
  });
});

describe('a message', () => {
  it('is Indonesian unless English is preferred', async () => {
    const messageFor = async (language: string) =>
      expectRefusal(await post(url, 'null', { 'accept-language': language }), 'BAD_REQUEST', 400)
        .message;
    expect(await messageFor('*')).toMatch(/^Permintaan/);
    expect(await messageFor('en;q=0.5, id;q=0.9')).toMatch(/^Permintaan/);
    expect(await messageFor('en-GB, id;q=0.5')).toMatch(/^The request/);
  });
});

function raw(text: string): Promise<string> {
  const { hostname, port } = new URL(sample.url);
  return new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(Number(port), hostname, () => socket.write(text));
    // Nothing more comes after the answer; before it, a busy machine is waited for.
    socket.setTimeout(1_000, () => reply !== '' && socket.end());
    socket.on('data', (chunk) => {
      reply += chunk;
    });
    socket.on('close', () => resolve(reply));
    socket.on('error', reject);
  });
}
