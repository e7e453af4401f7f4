import { once } from 'node:events';
import { createConnection } from 'node:net';
import { WebSocket } from 'ws';
import { waitUntil } from '../../src/embedded/processes';
import { NOTICE_MS } from '../../src/http/drain';
import { query, send } from './client';
import { running } from './sample-schema';
import { startSampleServer } from './sample-server';

const LIMIT_MS = 10_000;

describe('the server', () => {
  it('tells whether it lives, is ready and what it counts', async () => {
    let isUp = true;
    const sample = await startSampleServer({ readiness: async () => ({ database: isUp }) });
    const ready = () => send(`${sample.url}/health/ready`, {});
    expect((await send(`${sample.url}/health/live`, {})).status).toBe(200);
    expect(await ready()).toMatchObject({
      status: 200,
      body: { checks: { database: true }, engine: 'SCAN' },
    });
    isUp = false;
    expect(await ready()).toMatchObject({ status: 503, body: { status: 'unavailable' } });

    await query(`${sample.url}/graphql`, '{ __typename }');
    const metrics = await (await fetch(`${sample.url}/metrics`)).text();
    expect(metrics).toContain(
      'padan_graphql_operations_total{audience="public",kind="query",outcome="OK"} 1',
    );
    expect(metrics).toContain(
      'padan_http_requests_total{method="POST",route="/graphql",status="200"} 1',
    );
    await sample.stop();
  });

  it('lets pages of any site read the public endpoint and nothing else', async () => {
    const sample = await startSampleServer();
    const origin = 'https://any.example';
    const allowed = async (path: string, init: RequestInit) =>
      (await fetch(`${sample.url}${path}`, init)).headers.get('access-control-allow-origin');
    const get = { headers: { origin } };
    const preflight = (method: string, from = origin) => ({
      method: 'OPTIONS',
      headers: { origin: from, 'access-control-request-method': method },
    });
    expect(await allowed('/graphql?query={__typename}', get)).toBe('*');
    expect(await allowed('/graphql', preflight('GET'))).toBe('*');
    expect(await allowed('/graphql', preflight('POST'))).toBeNull();
    expect(await allowed('/graphql/employer?query={__typename}', get)).toBeNull();
    expect(await allowed('/graphql/employer', preflight('POST', 'https://portal.example'))).toBe(
      'https://portal.example',
    );
    await sample.stop();
  });

  it('sends security headers and compresses what is long', async () => {
    const sample = await startSampleServer();
    const text = `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: echo(text: "${'x'.repeat(80)}")`).join(' ')} }`;
    const headers = { 'accept-encoding': 'gzip' };
    const answer = await query(`${sample.url}/graphql`, text, {}, headers);
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'");
    await sample.stop();
  });

  it('serves connections that are kept while it announces its end', async () => {
    // Long enough to ask several times on a busy machine.
    const sample = await startSampleServer({ noticeMs: 3 * NOTICE_MS });
    await query(`${sample.url}/graphql`, '{ __typename }');
    const stopped = sample.stop();
    const isAnnounced = async () => {
      const { status, headers } = await query(`${sample.url}/graphql`, '{ __typename }');
      expect(status).toBe(200);
      return headers.get('connection') === 'close';
    };
    expect(await waitUntil(isAnnounced, LIMIT_MS)).toBe(true);
    expect((await send(`${sample.url}/health/ready`, {})).status).toBe(503);
    await stopped;
  });

  it('finishes what runs when it closes, and closes sockets with 1001', async () => {
    const sample = await startSampleServer({ noticeMs: NOTICE_MS });
    const { hostname, port } = new URL(sample.url);
    const idle = createConnection(Number(port), hostname);
    await once(idle, 'connect');
    const socket = new WebSocket(
      `${sample.url.replace('http', 'ws')}/graphql`,
      'graphql-transport-ws',
    );
    const closed = once(socket, 'close');
    await once(socket, 'open');
    const answered = query(`${sample.url}/graphql`, '{ slow(ms: 1600) }');
    expect(await waitUntil(() => running.count === 1, LIMIT_MS)).toBe(true);

    const started = Date.now();
    await sample.stop();
    expect((await answered).body.data).toEqual({ slow: 'done' });
    expect((await closed)[0]).toBe(1001);
    expect(Date.now() - started).toBeLessThan(3_000);
    await expect(fetch(`${sample.url}/health/live`)).rejects.toThrow();
    idle.destroy();
  });
});
