import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import fastify, { type FastifyInstance } from 'fastify';
import type { Page } from 'playwright-core';
import { registerReceiptPage } from '../../src/http/pages/receipt/register-receipt-page';
import { toHex } from '../../src/matching/core/bytes';
import { nativeHash } from '../../src/services/receipts/native-hash';
import { worlds } from '../matching/core/worlds';
import { closeBrowser, testInBrowser, watchPage } from './chromium';
import { findFaintTexts } from './contrast';
import { hashPairs, type PlainWorld } from './core/in-page';

jest.setTimeout(300_000);

/** Source: issue of the matching core (receipts). */
const LARGEST_BUNDLE_BYTES = 20 * 1_024;
const PAIRS = 10_000;
/** Put the printed seed here to replay. */
const seed = Date.now() % 1_000_000;

const ROOT = 'da707f806ce753c936c5c58530439de55552de55b2a097159595d3e1455a2088';
const receiptText = readFileSync(path.join(__dirname, '../../examples/receipt.json'), 'utf8');

let app: FastifyInstance;
let address: string;
let folder: string;

beforeAll(async () => {
  execFileSync(process.execPath, [path.join(__dirname, '../../scripts/build-receipt.mjs')]);
  folder = mkdtempSync(path.join(tmpdir(), 'padan-core-'));
  app = fastify();
  await registerReceiptPage(app, { originOf: () => 'https://padan.example' });
  address = await app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  await closeBrowser();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

async function check(page: Page, text: string, root = ''): Promise<string> {
  await page.locator('#text').fill(text);
  await page.locator('#root').fill(root);
  await page.locator('#receipt button').click();
  return await page.locator('#answer').innerText();
}

describe('the page that checks receipts', () => {
  it('has a script of at most 20 KB, compressed', async () => {
    const { body } = await app.inject('/periksa');
    const [, script = ''] = /src="([^"]+)"/.exec(body) ?? [];
    const { rawPayload, headers } = await app.inject(script);
    expect(headers['content-type']).toContain('javascript');
    expect(gzipSync(rawPayload, { level: 9 }).length).toBeLessThanOrEqual(LARGEST_BUNDLE_BYTES);
  });

  testInBrowser(
    'recomputes a receipt and compares the root, without a request',
    async (browser) => {
      const page = await browser.newPage({ viewport: { width: 360, height: 800 } });
      const faults = watchPage(page, address);
      await page.goto(`${address}/periksa`);
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      expect(await check(page, receiptText)).toContain('Belum terbukti');
      expect(await page.locator('.answer').getAttribute('class')).toBe('answer fair');
      expect(await findFaintTexts(page)).toEqual([]);
      const sums = await page.locator('.sums tfoot').first().innerText();
      expect(sums.replaceAll('\t', ' ')).toContain('6983');
      expect(await check(page, receiptText, ROOT)).toContain(
        'Akar sama dengan yang Anda isi: benar',
      );
      expect(await page.locator('.answer').getAttribute('class')).toBe('answer good');
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(360);
      expect(await findFaintTexts(page)).toEqual([]);
      expect([...asked, ...faults]).toEqual([]);
      await page.close();
    },
  );

  testInBrowser('opens a file, and says in English what fails', async (browser) => {
    const page = await browser.newPage();
    const faults = watchPage(page, address);
    await page.goto(`${address}/verify`);
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    const changed = receiptText.replace(', 6983, ', ', 6984, ');
    const buffer = Buffer.from(changed);
    await page
      .locator('#file')
      .setInputFiles({ name: 'receipt.json', mimeType: 'application/json', buffer });
    await page.locator('.answer').waitFor();
    const answer = await page.locator('#answer').innerText();
    expect(answer).toContain('This receipt does NOT hold.');
    expect(answer).toContain('The score follows from its parts: FAILS (stated 6984, found 6983)');
    expect(await check(page, receiptText, 'ab'.repeat(32))).toContain(
      'The root is the one you gave: FAILS',
    );
    expect(await check(page, '{"form":"<img src=x onerror=alert(1)>"}')).toContain('no receipt');
    expect(await check(page, receiptText, 'zz')).toContain('64 hexadecimal digits');
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('the core in a page', () => {
  testInBrowser(
    `gives the leaves of the server for ${PAIRS} random pairs (seed ${seed})`,
    async (browser) => {
      execFileSync(process.execPath, [path.join(__dirname, 'core/bundle.mjs'), folder]);
      const page = await browser.newPage();
      await page.goto(`${address}/periksa`);
      // The page's own policy lets no foreign script in; the test evaluates past it.
      await page.evaluate(readFileSync(path.join(folder, 'core.js'), 'utf8'));
      let pairs = 0;
      for (let draw = 0; pairs < PAIRS; draw += 1) {
        const drawn = fc.sample(worlds(60), { seed: seed + draw, numRuns: 1 });
        const text = JSON.stringify(drawn[0]);
        const salt = toHex(nativeHash(Uint8Array.of(draw & 255, draw >> 8)));
        const there = await page.evaluate(
          ([world, blinding]) => {
            const { hashPairs: hashInPage } = globalThis as unknown as {
              hashPairs(w: string, s: string): string;
            };
            return hashInPage(world, blinding);
          },
          [text, salt] as const,
        );
        const here = hashPairs(JSON.parse(text) as PlainWorld, salt, nativeHash);
        expect(there).toBe(here.join(' '));
        pairs += here.length;
      }
      expect(pairs).toBeGreaterThanOrEqual(PAIRS);
      await page.close();
    },
  );
});
