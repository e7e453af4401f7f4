import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual, promisify } from 'node:util';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { type RunningService, startService } from './support/service';

jest.setTimeout(180_000);

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

/** Source: the README itself. */
const SOON_MS = 2_000;

const isAsPrinted = ({ data, errors }: { data: unknown; errors?: unknown }, printed: unknown) =>
  errors === undefined && (printed === null || isDeepStrictEqual(shapeOf(data), printed));

describe('README', () => {
  let service: RunningService;
  let token: string;

  beforeAll(async () => {
    service = await startService();
    token = await service.padan('token', '--role', 'employer', '--employer', 'Niaga Andalan');
  });

  afterAll(async () => {
    expect(await service.stop()).toBe(0);
  });

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

  it.each(shellLines)('runs %s', async (line) => {
    const command = line
      .replaceAll('http://localhost:4000', service.address)
      .replaceAll('npx padan', 'node bin/padan.js');
    const { stdout } = await promisify(execFile)('bash', ['-c', command], {
      cwd: path.resolve(__dirname, '..'),
      env: { ...service.environment },
    });
    expect(stdout).not.toBe('');
    expect(stdout).not.toContain('"errors"');
  });

  /** Adds somebody new; the match that is told of them, and how long after the change it came. */
  const addAndHear = async () => {
    const client = createClient({
      url: `${service.address.replace('http', 'ws')}/graphql/employer`,
      webSocketImpl: WebSocket,
      connectionParams: { authorization: `Bearer ${token}` },
    });
    const query = operations.find(({ text }) => text.startsWith('subscription'))?.text ?? '';
    const events = client.iterate<{ matchFound: { match?: unknown } }>({ query });
    // The first is a heartbeat: from here on everything is told.
    await events.next();
    const heard = (async () => {
      for await (const { data, errors } of events) {
        expect(errors).toBeUndefined();
        // Whom the new person overtakes is told of without one.
        const match = data?.matchFound.match;
        if (match) return { match, atMs: performance.now() };
      }
      throw new Error('the stream ended');
    })();
    await service.padan('demo', '--add', '1', '--employer', 'Niaga Andalan');
    const addedMs = performance.now();
    const { match, atMs } = await heard;
    await client.dispose();
    return { match, tookMs: atMs - addedMs };
  };

  it('delivers a new match within two seconds of the change', async () => {
    const { match, tookMs } = await addAndHear();
    expect(shapeOf(match)).toEqual({ scoreBp: 'number', verdict: 'string' });
    expect(tookMs).toBeLessThan(SOON_MS);
  });
});
