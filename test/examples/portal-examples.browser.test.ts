import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import fastify, { type FastifyInstance } from 'fastify';
import type { Browser } from 'playwright-core';
import { query } from '../http/client';
import type { TestApp } from '../support/test-app';
import { findBarriers } from '../web/axe';
import { closeBrowser, testInBrowser, watchPage } from '../web/chromium';
import { startOffice } from '../widget/start-office';

jest.setTimeout(300_000);

const ROOT = path.resolve(__dirname, '../..');
const BUNDLE = path.join(ROOT, 'dist/apollo-example');
const CONTENT_TYPES: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css' };

let app: TestApp;
let portal: FastifyInstance;
let portalAddress: string;

beforeAll(async () => {
  execFileSync('node', ['scripts/build-apollo-example.mjs'], { cwd: ROOT });
  app = await startOffice();
  portal = fastify();
  const assets = path.join(BUNDLE, 'assets');
  portal.get('/', (_request, reply) =>
    reply.type('text/html').send(readFileSync(path.join(BUNDLE, 'index.html'))),
  );
  for (const name of readdirSync(assets)) {
    const type = CONTENT_TYPES[path.extname(name)];
    if (type === undefined) continue;
    portal.get(`/assets/${name}`, (_request, reply) =>
      reply.type(type).send(readFileSync(path.join(assets, name))),
    );
  }
  portalAddress = await portal.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await closeBrowser();
  await portal.close();
  await app.stop();
});

describe('examples/curl', () => {
  it('runs as it is: search, 304, one vacancy, its code, snapshot with its sum, changes', async () => {
    const script = ['examples/curl/requests.sh', app.address];
    const { stdout } = await promisify(execFile)('sh', script, { cwd: ROOT });
    const answers = stdout.split('\n');
    const answerTo = (title: string) =>
      answers[answers.findIndex((line) => line.includes(title)) + 1];
    expect(answerTo('# Search')).toMatch(/"totalCount":[1-9].*"title":"[^"]*[Ll]as/);
    expect(stdout).toMatch(/^etag: /im);
    expect(answerTo('If-None-Match')).toBe('304');
    expect(answerTo('# One vacancy')).toContain('"state":"PUBLISHED"');
    expect(answerTo('# Is this ad real')).toMatch(/"outcome":"(VERIFIED|NOT_CHECKED)"/);
    expect(answerTo('can weld')).toMatch(/"eligible":\d+/);
    expect(stdout).toMatch(/^sum: OK\n[1-9]\d* vacancies$/m);
    expect(answerTo('# What changed')).toContain('"gap":null');
    expect(answerTo('taxonomy')).toMatch(/"toVersion":\d+,"totalCount":[1-9]/);
    expect(stdout).not.toContain('"errors"');
  });
});

describe('the file of a snapshot', () => {
  it('can be fetched by a page of any origin, in stretches, and is not sent twice', async () => {
    const asked = await query(`${app.address}/graphql`, '{ vacancySnapshot { url sha256 bytes } }');
    const { vacancySnapshot } = asked.body.data as {
      vacancySnapshot: { url: string; sha256: string; bytes: number };
    };
    const { url, sha256, bytes } = vacancySnapshot;
    const origin = { origin: 'https://portal.example' };
    const whole = await fetch(url, { headers: origin });
    const file = Buffer.from(await whole.arrayBuffer());
    expect(createHash('sha256').update(file).digest('hex')).toBe(sha256);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      ...{ 'access-control-allow-origin': '*', 'content-type': 'application/gzip' },
      ...{ etag: `"${sha256}"`, 'content-length': String(bytes) },
      'cache-control': 'public, max-age=86400, immutable',
    });
    const rest = await fetch(url, { headers: { range: 'bytes=100-' } });
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes 100-${bytes - 1}/${bytes}`,
    ]);
    expect(Buffer.from(await rest.arrayBuffer()).equals(file.subarray(100))).toBe(true);
    const statusOf = async (headers: Record<string, string>, address = url) =>
      (await fetch(address, { headers })).status;
    expect(await statusOf({ range: `bytes=${bytes}-` })).toBe(416);
    expect(await statusOf({ 'if-none-match': `"${sha256}"` })).toBe(304);
    expect(await statusOf({}, url.replace(/-[0-9a-f]+\.nd/, '-000000000000.nd'))).toBe(404);
    const head = await fetch(url, { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(bytes)]);
  });
});

describe('examples/apollo-client', () => {
  it('has the types of the operation as it is', () => {
    const script = ['scripts/codegen-apollo-example.mjs'];
    const written = execFileSync('node', script, { cwd: ROOT, encoding: 'utf8' });
    const file = path.join(ROOT, 'examples/apollo-client/generated/operations.ts');
    expect(readFileSync(file, 'utf8')).toBe(written);
  });

  testInBrowser('finds vacancies from another origin by GET, by area and page', async (browser) => {
    const { page, faults, asked } = await open(browser);
    const status = page.getByRole('status');
    const items = page.locator('.vacancies li');
    await status.getByText('5 ditampilkan').waitFor();
    await page.getByRole('button', { name: 'Berikutnya' }).click();
    await status.getByText('10 ditampilkan').waitFor();
    expect(await items.count()).toBe(10);
    await page.getByLabel('Cari').fill('tukng las');
    await page.keyboard.press('Enter');
    await items.first().getByText(/las/i).waitFor();
    const before = await items.count();
    await page.locator('.facets button').first().click();
    await page.locator('.facets [aria-pressed=true]').waitFor();
    expect(await items.count()).toBeLessThanOrEqual(before);
    await page.getByText('Ada lowongan contoh').waitFor();
    expect(new Set(asked.map(({ method }) => method))).toEqual(new Set(['GET']));
    const isOwn = ({ url }: { url: string }) => new URL(url).searchParams.has('query');
    const own = asked.filter(isOwn);
    const stored = asked.filter((request) => !isOwn(request));
    expect(own.map(({ url }) => new URL(url).searchParams.get('operationName'))).toEqual([
      'Service',
    ]);
    expect(stored.length).toBeGreaterThan(3);
    for (const { url } of stored) expect(url).toContain('sha256Hash');
    expect(await findBarriers(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.close();
  });

  testInBrowser('needs GET for queries of its own: browsers block a POST', async (browser) => {
    const { page } = await open(browser);
    const ask = (method: string) =>
      page.evaluate(
        ([address, how]) => {
          const body = JSON.stringify({ query: '{ __typename }' });
          const post = { headers: { 'content-type': 'application/json' }, body };
          const asked =
            how === 'GET'
              ? fetch(`${address}/graphql?query={__typename}`)
              : fetch(`${address}/graphql`, { method: 'POST', ...post });
          return asked.then(
            ({ status }) => status,
            () => 'blocked',
          );
        },
        [app.address, method],
      );
    expect([await ask('GET'), await ask('POST')]).toEqual([200, 'blocked']);
    await page.close();
  });
});

async function open(browser: Browser) {
  const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
  const faults = watchPage(page, app.address, portalAddress);
  const asked: { method: string; url: string }[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(`${app.address}/graphql`)) {
      asked.push({ method: request.method(), url: request.url() });
    }
  });
  await page.goto(`${portalAddress}/?address=${encodeURIComponent(app.address)}`);
  return { page, faults, asked };
}
