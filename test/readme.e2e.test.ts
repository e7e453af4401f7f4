import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type RunningService, startService } from './support/service';

const README = readFileSync(path.resolve(__dirname, '../README.md'), 'utf8');

interface Block {
  language: string;
  audience: string;
  text: string;
}

const blocks: Block[] = [...README.matchAll(/^```(\w+) ?(\w*)\n([\s\S]*?)^```$/gm)].map(
  ([, language = '', audience = '', text = '']) => ({ language, audience, text }),
);
const operations = blocks.filter(({ language }) => language === 'graphql');
const shellLines = blocks
  .filter(({ language }) => language === 'sh')
  .map(({ text }) => text.trim())
  .filter((text) => !text.startsWith('npm ci'));

/** The keys of an answer, the first item standing for a list. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  if (typeof value !== 'object' || value === null) return value === null ? null : typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, shapeOf(item)]));
}

/** So often, and after so long each time, a search server is asked again that was too slow. */
const SLOW_TURNS = 10;
const PROBE_MS = 1_000;

const isAsPrinted = ({ data, errors }: { data: unknown; errors?: unknown }, printed: unknown) =>
  errors === undefined && (printed === null || isDeepStrictEqual(shapeOf(data), printed));

describe('README', () => {
  let service: RunningService;
  let token: string;

  beforeAll(async () => {
    service = await startService();
    token = await service.padan('token', '--role', 'employer', '--employer', 'Niaga Andalan');
  }, 90_000);

  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  }, 30_000);

  const ask = async ({ audience, text }: Block) => {
    const isPublic = audience === 'public';
    const response = await fetch(`${service.address}/graphql${isPublic ? '' : `/${audience}`}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(isPublic ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query: text }),
    });
    return (await response.json()) as { data: unknown; errors?: unknown };
  };

  it.each(operations.filter(({ text }) => text.startsWith('{')))(
    'answers the operation $text as printed',
    async (block) => {
      const next = blocks[blocks.indexOf(block) + 1];
      const printed = next?.language === 'json' ? shapeOf(JSON.parse(next.text)) : null;
      let answer = await ask(block);
      // On a busy machine the search server may be too slow for a moment, and others answer in its place.
      for (let turn = 0; turn < SLOW_TURNS && !isAsPrinted(answer, printed); turn += 1) {
        await sleep(PROBE_MS);
        answer = await ask(block);
      }
      expect(answer.errors).toBeUndefined();
      if (printed !== null) expect(shapeOf(answer.data)).toEqual(printed);
    },
  );

  it.each(shellLines)(
    'runs %s',
    async (line) => {
      const command = line
        .replaceAll('http://localhost:4000', service.address)
        .replaceAll('npx padan', 'node bin/padan.js');
      const { stdout } = await promisify(execFile)('bash', ['-c', command], {
        cwd: path.resolve(__dirname, '..'),
        env: { ...service.environment },
      });
      expect(stdout).not.toBe('');
      expect(stdout).not.toContain('"errors"');
    },
    60_000,
  );

  it('delivers a new match within two seconds of the change', async () => {
    const client = createClient({
      url: `${service.address.replace('http', 'ws')}/graphql/employer`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const query = operations.find(({ text }) => text.startsWith('subscription'))?.text ?? '';
    const events = client.iterate<{ matchFound: { match?: unknown } }>({ query });
    // The first is a heartbeat: from here on everything is told.
    await events.next();
    let arrivedAt = 0;
    const match = (async () => {
      for await (const { data, errors } of events) {
        expect(errors).toBeUndefined();
        arrivedAt = Date.now();
        // Whom the new person overtakes is told of without one.
        if (data?.matchFound.match) return data.matchFound.match;
      }
    })();
    await service.padan('demo', '--add', '1', '--employer', 'Niaga Andalan');
    const addedAt = Date.now();
    expect(shapeOf(await match)).toEqual({ scoreBp: 'number', verdict: 'string' });
    expect(arrivedAt - addedAt).toBeLessThan(2_000);
    await client.dispose();
  }, 60_000);
});
