import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jsQR from 'jsqr';
import { Client } from 'pg';
import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { HOSTILE_TEXTS, XSS_FLAG } from '../portal/xss-corpus';
import { startTestApp, type TestApp } from '../support/test-app';
import { closeBrowser, testInBrowser, watchPage } from './chromium';
import { clickThrough } from './click-through';
import { takeTime } from './unhurried';

jest.setTimeout(300_000);

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const LARGEST_PAGE_BYTES = 60 * 1_024;

let app: TestApp;
let database: Client;
let ad: { slug: string; code: string };

beforeAll(async () => {
  takeTime();
  app = await startTestApp({ people: 20, employers: 6, vacancies: 12 });
  database = new Client({ connectionString: app.ownerUrl });
  await database.connect();
});
beforeEach(async () => {
  ad = await renew();
});
afterAll(async () => {
  await closeBrowser();
  await database.end();
  await app.stop();
});

/** An open vacancy of a verified employer, as new, under a code that nobody knows. */
async function renew(): Promise<typeof ad> {
  await database.query(`UPDATE employers SET verification = 'VERIFIED'`);
  const { rows } = await database.query(
    `UPDATE vacancies SET state = 'PUBLISHED', closed_at = NULL, closed_reason = NULL, title = 'Tukang las',
       valid_through = now() + interval '30 days', version = version + 1,
       verify_code = upper(left(translate(gen_random_uuid()::text, '-', ''), 10))
     WHERE number = (SELECT min(number) FROM vacancies) RETURNING slug, verify_code AS code`,
  );
  return rows[0];
}
const close = (state = 'CLOSED', reason: string | null = 'CANCELLED') =>
  database.query(
    'UPDATE vacancies SET state = $2, closed_reason = $3, closed_at = now(), version = version + 1 WHERE slug = $1',
    [ad.slug, state, reason],
  );
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${app.address}${path}`, { redirect: 'manual', headers });
const text = async (path: string) => (await get(path)).text();
const report = (path: string, fields: Record<string, string>, headers: Record<string, string>) =>
  fetch(`${app.address}${path}`, {
    method: 'POST',
    headers: { accept: 'text/html', ...headers },
    body: new URLSearchParams({ attempt: randomUUID(), ...fields }),
  });
const ours = () => ({ origin: app.address, 'sec-fetch-site': 'same-origin' });
const reports = async () =>
  (await database.query('SELECT text, url, verify_code, receipt FROM fraud_reports')).rows;

describe('/l/{code}', () => {
  it('leads to the vacancy by a redirect that nobody keeps, with the portal’s code', async () => {
    const response = await get(`/l/${ad.code.toLowerCase()}?portal=abc&lang=en&x=1`);
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe(`/lowongan/${ad.slug}?lang=en&portal=abc`);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
  });

  it('leads to the closed vacancy, and to what the office says once it stopped it', async () => {
    await close();
    expect((await get(`/l/${ad.code}`)).headers.get('location')).toBe(`/lowongan/${ad.slug}`);
    await close('SUSPENDED', null);
    expect((await get(`/l/${ad.code}`)).headers.get('location')).toBe(`/cek/${ad.code}`);
    await close('CLOSED', 'FRAUD');
    expect((await get(`/l/${ad.code}`)).headers.get('location')).toBe(`/cek/${ad.code}`);
  });

  it('says of an unknown code where to check it', async () => {
    const response = await get('/l/0000000000', { accept: 'text/html' });
    expect(response.status).toBe(404);
    expect(await response.text()).toContain('href="/cek/0000000000"');
  });
});

describe('shareKit', () => {
  it('says of a vacancy that was closed meanwhile, before anything else, that it is closed', async () => {
    const kit = async () => {
      const query = `{ vacancy(slug: "${ad.slug}") { shareKit(channels: [WHATSAPP, X]) { text shortUrl } } }`;
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ query });
      const response = await fetch(`${app.address}/graphql`, { method: 'POST', headers, body });
      return (await response.json()).data.vacancy.shareKit;
    };
    const [before] = await kit();
    expect(before.text).toContain(before.shortUrl);
    expect(before.shortUrl).toBe(`${app.address}/l/${ad.code}`);
    await close();
    for (const { text: words } of await kit()) expect(words).toMatch(/^DITUTUP: Tukang las/);
    const page = await text(`/bagikan/${ad.slug}`);
    expect(page).toContain('DITUTUP: Tukang las');
    expect(page).toContain('Lowongan ini tidak dibuka lagi: teks dan gambar');
    expect(page).not.toContain('cara melamar');
  });
});

describe('/gambar', () => {
  const picture = async (file: string) => {
    const response = await get(`/gambar/${ad.slug}/${file}`);
    return { response, body: Buffer.from(await response.arrayBuffer()) };
  };

  it.each([
    ['og', 1200, 630],
    ['whatsapp', 1200, 630],
    ['instagram', 1080, 1080],
    ['print', 1240, 1754],
  ])('draws %s in its size, with the short link as a QR code', async (name, width, height) => {
    const { response, body } = await picture(`${name}.png`);
    expect(response.headers.get('content-type')).toBe('image/png');
    expect(response.headers.get('cache-control')).toBe('public, no-cache');
    const png = PNG.sync.read(body);
    expect([png.width, png.height]).toEqual([width, height]);
    const found = jsQR(new Uint8ClampedArray(png.data), width, height);
    expect(found?.data).toBe(`${app.address}/l/${ad.code}`);
  });

  it('shows today’s state under an old address', async () => {
    const before = await picture('og.png');
    const tag = String(before.response.headers.get('etag'));
    expect((await get(`/gambar/${ad.slug}/og.png`, { 'if-none-match': `W/${tag}` })).status).toBe(
      304,
    );
    await close();
    const after = await get(`/gambar/${ad.slug}/og.png`, { 'if-none-match': tag });
    expect(after.status).toBe(200);
    expect(Buffer.from(await after.arrayBuffer()).equals(before.body)).toBe(false);
  });

  it('gives the QR code alone, too', async () => {
    const { body } = await picture('qr.png');
    const png = PNG.sync.read(body);
    const found = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
    expect(found?.data).toBe(`${app.address}/l/${ad.code}`);
    expect((await picture('qr.svg')).response.headers.get('content-type')).toBe('image/svg+xml');
  });

  it('has nothing else', async () => {
    expect((await picture('gif.png')).response.status).toBe(404);
    expect((await get('/gambar/tidak-ada/og.png')).status).toBe(404);
  });
});

describe('/cek/{code}', () => {
  it.each([
    ['VERIFIED', async () => undefined],
    ['CLOSED', () => close()],
    ['SUSPENDED', () => close('SUSPENDED', null)],
    [
      'NOT_CHECKED',
      () =>
        database.query(
          `UPDATE employers SET verification = 'PENDING' WHERE id = (SELECT employer_id FROM vacancies WHERE slug = $1)`,
          [ad.slug],
        ),
    ],
  ])('says %s', async (outcome, change) => {
    await change();
    const response = await get(`/cek/${ad.code}`);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const page = await response.text();
    expect(page).toContain(`o-${outcome}`);
    expect(page.includes('Tukang las')).toBe(outcome !== 'SUSPENDED');
  });

  it('says of an unknown code that it proves nothing', async () => {
    expect(await text('/cek/0000000000?lang=en')).toContain('says nothing about the ad');
  });

  it('reads a code as somebody types it', async () => {
    const typed = encodeURIComponent(` ${ad.code.toLowerCase().slice(0, 5)}-${ad.code.slice(5)} `);
    const response = await get(`/cek?kode=${typed}&lang=en`);
    expect(response.headers.get('location')).toBe(`/cek/${ad.code}?lang=en`);
  });

  it('takes a report from our own page alone', async () => {
    const fields = { text: 'Diminta membayar.', url: '' };
    const foreign = await report(`/cek/${ad.code}`, fields, {
      ...{ origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    });
    expect(foreign.status).toBe(403);
    expect(await foreign.text()).toContain('Diminta membayar.');
    expect((await report(`/cek/${ad.code}`, fields, {})).status).toBe(403);
    expect(await reports()).toEqual([]);
  });

  it('gives a number for a report, one for the form sent twice', async () => {
    const fields = { attempt: randomUUID(), text: 'Diminta membayar.\r\nRp500.000', url: '' };
    const first = await (await report(`/cek/${ad.code}`, fields, ours())).text();
    const second = await (await report(`/cek/${ad.code}`, fields, ours())).text();
    const [stored, ...others] = await reports();
    expect(others).toEqual([]);
    expect(stored).toMatchObject({ text: 'Diminta membayar.\nRp500.000', verify_code: ad.code });
    for (const page of [first, second]) expect(page).toContain(stored.receipt);
  });

  it('gives back what cannot be taken, as it was typed and inert', async () => {
    for (const hostile of HOSTILE_TEXTS.slice(0, 8)) {
      const fields = { text: hostile, url: `javascript:${hostile}` };
      const response = await report('/cek', fields, ours());
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain(hostile);
    }
  });

  it('says of a character that no text holds what is wrong, and where', async () => {
    const asked = await get('/cek/%00', { accept: 'text/html' });
    const sent = await report('/cek', { text: '\u0000abc', url: '' }, ours());
    for (const [response, field] of [
      [asked, 'code'],
      [sent, 'text'],
    ] as const) {
      expect(response.status).toBe(400);
      const page = await response.text();
      expect(page).toContain(`${field} tidak sah: `);
      expect(page).not.toContain('sah: reason');
    }
  });
});

describe('the pages in a browser', () => {
  const open = async (page: Page, path: string) => {
    await page.goto(`${app.address}${path}`);
    return page;
  };
  /** What axe-core finds that keeps somebody out. */
  const barriers = async (page: Page) => {
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => {
      const { axe } = globalThis as unknown as {
        axe: { run(): Promise<{ violations: { id: string; impact: string }[] }> };
      };
      return axe.run();
    });
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id }) => id);
  };

  const looks = [360, 1280].flatMap((width) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      ['', '?lang=en'].map((lang) => ({ width, colorScheme, lang })),
    ),
  );
  for (const { lang, ...look } of looks) {
    const { width, colorScheme } = look;
    const title = `keep nobody out at ${width} pixels, ${colorScheme} ${lang}`;
    testInBrowser(title, async (browser) => {
      const hostile = `Tukang las ${HOSTILE_TEXTS.join(' ').slice(0, 150)}`;
      await database.query('UPDATE vacancies SET title = $2 WHERE slug = $1', [ad.slug, hostile]);
      const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
      const faults = watchPage(page, app.address);
      for (const path of ['/cek', `/cek/${ad.code}`, '/cek/0000000000', `/bagikan/${ad.slug}`]) {
        await open(page, `${path}${lang}`);
        expect([path, await barriers(page)]).toEqual([path, []]);
        const seen = await page.evaluate((flag) => {
          const { scrollWidth } = document.documentElement;
          const headings = document.querySelectorAll('h1').length;
          return {
            overflow: scrollWidth - innerWidth,
            headings,
            ran: Reflect.has(globalThis, flag),
          };
        }, XSS_FLAG);
        expect([path, seen]).toEqual([path, { overflow: 0, headings: 1, ran: false }]);
      }
      expect(faults).toEqual([]);
      await page.close();
    });
  }

  testInBrowser('somebody without scripts checks an ad and reports it', async (browser) => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await open(page, '/cek');
    await page.locator('#kode').fill(`${app.address}/l/${ad.code}`);
    await clickThrough(page.locator('button:has-text("Cek iklan")'));
    expect(new URL(page.url()).pathname).toBe(`/cek/${ad.code}`);
    await page.locator('#text').fill('Diminta mengirim KTP asli.');
    await clickThrough(page.locator('button:has-text("Kirim laporan")'));
    expect(await page.locator('#nomor').innerText()).toMatch(/^LP-/);
    await page.close();
  });

  it('are at most 60 KB', async () => {
    for (const path of ['/cek', `/cek/${ad.code}`, `/bagikan/${ad.slug}`]) {
      expect(Buffer.byteLength(await text(path))).toBeLessThan(LARGEST_PAGE_BYTES);
    }
  });
});
