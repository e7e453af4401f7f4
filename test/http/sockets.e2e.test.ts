import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { waitUntil } from '../../src/embedded/processes';
import { limits } from '../../src/limits';
import { waiting } from './sample-schema';
import { type SampleServer, startSampleServer } from './sample-server';

let sample: SampleServer;
let address: string;
beforeAll(async () => {
  sample = await startSampleServer();
  address = sample.url.replace('http', 'ws');
});
afterAll(() => sample.stop());

interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: unknown;
}

/** Longer than the deadline of an operation, and than a busy machine takes. */
const LIMIT_MS = 15_000;

/** So many subscriptions wait for their client, soon. */
async function waitingAre(count: number): Promise<void> {
  await waitUntil(() => waiting.count === count, LIMIT_MS);
  expect(waiting.count).toBe(count);
}

/** A socket spoken to by hand. */
class Wire {
  readonly messages: Message[] = [];
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  constructor(path = '/graphql', headers: Record<string, string> = {}) {
    this.socket = new WebSocket(`${address}${path}`, 'graphql-transport-ws', {
      headers: { 'accept-language': 'en', ...headers },
    });
    this.socket.on('message', (data) => this.messages.push(JSON.parse(String(data)) as Message));
    this.socket.on('error', () => {});
    this.closed = new Promise((resolve) => this.socket.once('close', resolve));
  }
  async open(payload?: Record<string, unknown>): Promise<this> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
    this.send({ type: 'connection_init', ...(payload === undefined ? {} : { payload }) });
    await this.next('connection_ack');
    return this;
  }
  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }
  subscribe(id: string, query: string, variables?: Record<string, unknown>): void {
    this.send({ id, type: 'subscribe', payload: { query, variables } });
  }
  /** The first message of a type, perhaps of one operation. */
  async next(type: string, id?: string): Promise<Message> {
    const find = () =>
      this.messages.find((m) => m.type === type && (id === undefined || m.id === id));
    await waitUntil(() => find() !== undefined, LIMIT_MS);
    const found = find();
    if (found === undefined) throw new Error(`no ${type} among ${JSON.stringify(this.messages)}`);
    return found;
  }
}

const wires: Wire[] = [];
const wire = (path?: string, headers?: Record<string, string>): Wire => {
  const made = new Wire(path, headers);
  wires.push(made);
  return made;
};
afterEach(async () => {
  for (const { socket } of wires.splice(0)) socket.terminate();
  await waitingAre(0);
});

describe('a socket', () => {
  it('delivers events to a graphql-ws client and ends with it', async () => {
    const client: Client = createClient({ url: `${address}/graphql`, webSocketImpl: WebSocket });
    const events = client.iterate({ query: 'subscription { ticked(count: 3) }' });
    const seen: unknown[] = [];
    for await (const { data } of events) {
      seen.push(data?.ticked);
      if (seen.length === 3) break;
    }
    expect(seen).toEqual(['tick 1', 'tick 2', 'tick 3']);
    await waitingAre(0);
    await client.dispose();
  });

  it('frees what waits when the client completes or leaves', async () => {
    const open = await wire().open();
    open.subscribe('1', 'subscription { ticked(count: 0) }');
    open.subscribe('2', 'subscription { ticked(count: 0) }');
    await waitingAre(2);
    open.send({ id: '1', type: 'complete' });
    await waitingAre(1);
    open.socket.terminate();
    await waitingAre(0);
  });

  it('runs queries, and refuses what is wrong with an error message, and lives', async () => {
    const open = await wire().open();
    const bad: [string, string, Record<string, unknown>, string][] = [
      ['syntax', '{ echo(', {}, 'GRAPHQL_PARSE_FAILED'],
      ['field', '{ nobody }', {}, 'GRAPHQL_VALIDATION_FAILED'],
      [
        'aliases',
        `{ ${Array.from({ length: 31 }, (_, i) => `a${i}: echo`).join(' ')} }`,
        {},
        'QUERY_TOO_LARGE',
      ],
      [
        'cost',
        'query ($n: Int) { adverts(first: $n) { edges { node { similar(first: $n) { edges { node { id } } } } } } }',
        { n: 100 },
        'QUERY_TOO_EXPENSIVE',
      ],
      [
        'page',
        'query ($n: Int) { adverts(first: $n) { totalCount } }',
        { n: 101 },
        'BAD_USER_INPUT',
      ],
      ['nul', 'query ($t: String) { echo(text: $t) }', { t: '\u0000' }, 'BAD_USER_INPUT'],
      ['variable', 'query ($t: String) { echo(text: $t) }', { t: 5 }, 'BAD_USER_INPUT'],
      [
        'skip',
        'subscription { ticked(count: 1) @skip(if: true) }',
        {},
        'GRAPHQL_VALIDATION_FAILED',
      ],
      [
        'include',
        'subscription ($x: Boolean!) { ticked(count: 1) @include(if: $x) }',
        { x: false },
        'GRAPHQL_VALIDATION_FAILED',
      ],
      ['foreign', '{ secretCard { secretScore } }', {}, 'GRAPHQL_VALIDATION_FAILED'],
    ];
    for (const [id, text, variables, code] of bad) {
      open.subscribe(id, text, variables);
      const { payload } = await open.next('error', id);
      expect(payload).toEqual([
        expect.objectContaining({ extensions: expect.objectContaining({ code }) }),
      ]);
    }
    open.subscribe('fine', '{ echo(text: "alive") }');
    expect((await open.next('next', 'fine')).payload).toEqual({ data: { echo: 'alive' } });
  });

  it('shows faults of ours as INTERNAL, without anything of the inside', async () => {
    const open = await wire().open();
    open.subscribe('1', '{ fault }');
    const { payload } = await open.next('next', '1');
    expect(payload).toMatchObject({
      data: { fault: null },
      errors: [{ path: ['fault'], extensions: { code: 'INTERNAL' } }],
    });
    expect(JSON.stringify(payload)).not.toContain('secrets');
  });

  it('gives up after the deadline and lives', async () => {
    const open = await wire().open();
    open.subscribe('1', '{ slow(ms: 20000) }');
    const { payload } = await open.next('next', '1');
    expect(payload).toMatchObject({ errors: [{ extensions: { code: 'DEADLINE_EXCEEDED' } }] });
  });

  it('runs at most twenty operations', async () => {
    const open = await wire().open();
    for (let i = 0; i < 21; i++) open.subscribe(`${i}`, 'subscription { ticked(count: 1) }');
    const { payload } = await open.next('error', '20');
    expect(payload).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'TOO_MANY_OPERATIONS', limit: 20 }),
      }),
    ]);
    await waitingAre(20);
    open.send({ id: '3', type: 'complete' });
    await waitingAre(19);
    open.subscribe('again', 'subscription { ticked(count: 1) }');
    await open.next('next', 'again');
  });
});

describe('an id on a socket', () => {
  const TICKS = 'subscription { ticked(count: 1) }';

  it('that is used again while its operation ends is refused aloud', async () => {
    const open = await wire().open();
    open.subscribe('A', TICKS);
    await open.next('next', 'A');
    // In one write, so that the server reads both at once.
    const { _socket: tcp } = open.socket as unknown as {
      _socket: { cork(): void; uncork(): void };
    };
    tcp.cork();
    open.send({ id: 'A', type: 'complete' });
    open.subscribe('A', TICKS);
    tcp.uncork();
    const { payload } = await open.next('error', 'A');
    expect(payload).toEqual([
      expect.objectContaining({
        extensions: expect.objectContaining({ code: 'BAD_USER_INPUT', field: 'id' }),
      }),
    ]);
  });

  it('can be used again when its operation has ended', async () => {
    const open = await wire().open();
    open.subscribe('A', TICKS);
    await open.next('next', 'A');
    open.send({ id: 'A', type: 'complete' });
    await waitingAre(0);
    open.messages.length = 0;
    open.subscribe('A', TICKS);
    await open.next('next', 'A');
  });
});

describe('a socket closes', () => {
  it('with 4408 when no connection_init comes', async () => {
    expect(await wire().closed).toBe(4408);
  });

  it('with 4401 when an operation comes first', async () => {
    const { socket, closed, ...rest } = wire();
    await once(socket, 'open');
    socket.send(
      JSON.stringify({ id: '1', type: 'subscribe', payload: { query: '{ __typename }' } }),
    );
    expect(await closed).toBe(4401);
    expect(rest.messages).toEqual([]);
  });

  it.each(['Bearer x.y.z', 'Basic x', ''])('with 4403 for the token %j', async (authorization) => {
    const bad = wire('/graphql/employer');
    await once(bad.socket, 'open');
    bad.send({ type: 'connection_init', payload: { authorization } });
    expect(await bad.closed).toBe(4403);
  });

  it('with 4403 when its token ends', async () => {
    const authorization = `Bearer ${await sample.token('ani', 4)}`;
    const open = await wire('/graphql/employer').open({ authorization });
    open.subscribe('1', 'subscription { ownTick }');
    await open.next('next', '1');
    expect(await open.closed).toBe(4403);
  });

  it('with 1009 for a frame over 64 KB', async () => {
    const open = await wire().open();
    open.subscribe('1', `{ echo(text: "${'x'.repeat(65 * 1024)}") }`);
    expect(await open.closed).toBe(1009);
  });

  it('with 4409 for an operation id in use', async () => {
    const open = await wire().open();
    open.subscribe('1', 'subscription { ticked(count: 0) }');
    open.subscribe('1', 'subscription { ticked(count: 0) }');
    expect(await open.closed).toBe(4409);
  });

  it.each(['no json', '[]', '{"type":"subscribe"}', '{"type":"ping","payload":{"__proto__":{}}}'])(
    'with 4400 for the message %j',
    async (message) => {
      const open = await wire().open();
      open.send(message);
      expect(await open.closed).toBe(4400);
    },
  );

  it('with 4429 for a second connection_init', async () => {
    const open = await wire().open();
    open.send({ type: 'connection_init' });
    expect(await open.closed).toBe(4429);
  });
});

describe('a socket of the employer endpoint', () => {
  it('knows its account by the token in connection_init', async () => {
    const authorization = `Bearer ${await sample.token()}`;
    const open = await wire('/graphql/employer').open({ authorization });
    open.subscribe('1', '{ whoAmI }');
    expect((await open.next('next', '1')).payload).toEqual({ data: { whoAmI: 'account-of-ani' } });
  });

  it('without a token refuses what needs one', async () => {
    const open = await wire('/graphql/employer').open();
    open.subscribe('1', 'subscription { ownTick }');
    const { payload } = await open.next('next', '1');
    expect(payload).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
  });
});

/** What a handshake that is no way to a socket is answered. */
async function handshake(url: string, headers: Record<string, string>) {
  const asked = request(url, {
    headers: {
      connection: 'upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'MDEyMzQ1Njc4OWFiY2RlZg==',
      ...headers,
    },
  }).end();
  const [response] = (await once(asked, 'response')) as [IncomingMessage];
  const { statusCode: status, headers: told } = response;
  return { status, type: told['content-type'], body: await text(response) };
}

describe('an upgrade', () => {
  const statusOf = async (path: string, headers: Record<string, string> = {}): Promise<number> => {
    const { socket } = wire(path, headers);
    const [, response] = await once(socket, 'unexpected-response');
    return (response as { statusCode: number }).statusCode;
  };

  it('from a page of another origin is refused', async () => {
    expect(await statusOf('/graphql', { origin: 'https://evil.example' })).toBe(403);
    expect(await statusOf('/graphql', { origin: 'null' })).toBe(403);
  });

  it.each([
    ['/graphql', { origin: 'https://evil.example' }, 403, 'ORIGIN_NOT_ALLOWED'],
    ['/graphql/nobody', {}, 404, 'NOT_FOUND'],
    ['/graphql', { 'sec-websocket-key': 'eA==' }, 400, 'BAD_REQUEST'],
  ])('that is refused says why in JSON: %s %j', async (path, headers, status, code) => {
    const answer = await handshake(`${sample.url}${path}`, headers);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/json; charset=utf-8');
    expect(JSON.parse(answer.body)).toMatchObject({
      errors: [{ message: expect.any(String), extensions: { code } }],
    });
  });

  it('from this origin or an allowed one is taken', async () => {
    await wire('/graphql', { origin: 'https://portal.example' }).open();
    await wire('/graphql', { origin: sample.url }).open();
  });

  it('is refused where an address has too many open', async () => {
    const many = await Promise.all(
      Array.from({ length: limits.socket.owner }, async () => await wire().open()),
    );
    expect(await statusOf('/graphql')).toBe(503);
    for (const { socket } of many) socket.terminate();
    const areGone = async () => {
      const { values } = await sample.server.metrics.sockets.get();
      return values.every(({ value }) => value === 0);
    };
    expect(await waitUntil(areGone, 10_000)).toBe(true);
    await wire().open();
  }, 60_000);

  it('on any other address is refused', async () => {
    expect(await statusOf('/graphql/nobody')).toBe(404);
    expect(await statusOf('/')).toBe(404);
  });
});
