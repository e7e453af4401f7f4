import type { Page } from 'playwright-core';
import { waitUntil } from '../../src/embedded/processes';
import { findBarriers } from './axe';
import { closeBrowser, keepScreenshot, testInBrowser, watchPage } from './chromium';
import { clickThrough } from './click-through';
import { findFaintTexts } from './contrast';
import { type DemoApp, startDemoApp } from './demo-app';

/** The whole page, style and pictures included. Source: issue of the first stage. */
const LARGEST_PAGE_BYTES = 60_000;

const WITHOUT_SCRIPTS = [
  '/',
  '/periksa',
  '/referensi',
  '/referensi/operations/queries/vacancies',
  '/referensi/types/objects/vacancy',
];

const RANKED_LIMIT_MS = 120_000;

jest.setTimeout(300_000);

let app: DemoApp;
beforeAll(async () => {
  app = await startDemoApp();
  // Where the first rankings take too long, as on a busy machine, the page shows counts in their place.
  const isRanked = async () => (await (await fetch(app.address)).text()).includes('id="employer"');
  expect(await waitUntil(isRanked, RANKED_LIMIT_MS)).toBe(true);
});
afterAll(async () => {
  await closeBrowser();
  await app.stop();
});

/** Each ranked card: its score, the sum of its bar and of its list. */
function readCards(page: Page) {
  return page.locator('li.match').evaluateAll((cards) =>
    cards.map((card) => {
      const sumOf = (selector: string, read: (element: Element) => string | null) =>
        [...card.querySelectorAll(selector)].reduce((sum, it) => sum + Number(read(it)), 0);
      return {
        score: Number(card.getAttribute('data-score')),
        shown: card.querySelector('.score data')?.textContent ?? '',
        bar: sumOf('svg rect:not(.cut)', (it) => it.getAttribute('width')),
        list: sumOf('dl > div:not(.total) data', (it) => it.getAttribute('value')),
        total: sumOf('dl > .total data', (it) => it.getAttribute('value')),
      };
    }),
  );
}

function readHandles(page: Page): Promise<string[]> {
  return page.locator('.candidates .handle').allTextContents();
}

describe('the home page', () => {
  for (const { width, height } of [
    { width: 360, height: 1600 },
    { width: 1280, height: 1240 },
  ]) {
    testInBrowser(`fits ${width} pixels and shows both sides ranked`, async (browser) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      const faults = watchPage(page, app.address);
      const response = await page.goto(app.address);
      expect(response?.status()).toBe(200);
      expect((await response?.body())?.length).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth).toBeLessThanOrEqual(width);
      const cards = await readCards(page);
      expect(cards).toHaveLength(11);
      for (const { score, shown, ...sums } of cards) {
        expect(sums).toEqual({ bar: score, list: score, total: score });
        expect(shown).toBe((score / 100).toFixed(2).replace('.', ','));
      }
      await keepScreenshot(page, `home-${width}.png`, height);
      expect(faults).toEqual([]);
      await page.close();
    });
  }

  testInBrowser('stays small for the longest words', async (browser) => {
    const page = await browser.newPage();
    const words = 'mengemudi "mobil" & mengantar barang, '.repeat(20);
    const response = await page.request.get(app.address, { params: { skills: words } });
    expect((await response.body()).length).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
    await page.close();
  });

  testInBrowser('is one request', async (browser) => {
    const page = await browser.newPage();
    const urls: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith('data:')) urls.push(request.url());
    });
    await page.goto(app.address, { waitUntil: 'networkidle' });
    expect(urls).toEqual([`${app.address}/`]);
    await page.close();
  });

  testInBrowser('answers the form and the toggles without JavaScript', async (browser) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(app.address);
    await page.getByLabel('Saya bisa …').fill('menjahit pakaian');
    await page.getByLabel('tinggal di …').fill('Tatanga');
    await page.getByRole('button', { name: 'Carikan lowongan' }).click();
    await page.waitForURL(/skills=menjahit/);
    expect(await page.locator('.chips li').allTextContents()).toEqual(
      expect.arrayContaining([expect.stringContaining('dari “menjahit')]),
    );
    const all = await readHandles(page);
    expect(all).toHaveLength(5);
    await page.getByRole('button', { name: 'tanpa syarat ini' }).first().click();
    await page.waitForURL(/without=/);
    expect(await readHandles(page)).not.toEqual(all);
    expect(await page.getByLabel('Saya bisa …').inputValue()).toBe('menjahit pakaian');
    await page.getByRole('button', { name: 'pakai lagi' }).click();
    await page.waitForURL((url) => !url.searchParams.has('without'));
    expect(await readHandles(page)).toEqual(all);
    await context.close();
  });

  testInBrowser('switches to English and stays there', async (browser) => {
    const page = await browser.newPage();
    await page.goto(`${app.address}/?skills=las`);
    await page.getByRole('link', { name: 'EN', exact: true }).click();
    await clickThrough(page.getByRole('button', { name: 'Find jobs for me' }));
    expect(new URL(page.url()).searchParams.get('lang')).toBe('en');
    expect(await page.getByLabel('I can …').inputValue()).toBe('las');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.close();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    testInBrowser(`is readable in ${colorScheme} colours`, async (browser) => {
      const page = await browser.newPage({ colorScheme });
      await page.goto(app.address);
      for (const details of await page.locator('summary').all()) await details.click();
      expect(await findFaintTexts(page)).toEqual([]);
      await page.close();
    });
  }

  testInBrowser('names its regions and lets the keyboard skip to the results', async (browser) => {
    const page = await browser.newPage();
    await page.goto(app.address);
    expect(await page.getByRole('main').count()).toBe(1);
    expect(await page.getByRole('banner').count()).toBe(1);
    expect(await page.getByRole('contentinfo').count()).toBe(1);
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Untuk pencari kerja' }).count()).toBe(1);
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Langsung ke hasil' });
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
    expect((await skip.boundingBox())?.width).toBeGreaterThan(24);
    await page.close();
  });

  for (const look of [
    { width: 360, colorScheme: 'light', lang: 'id' },
    { width: 1280, colorScheme: 'dark', lang: 'en' },
  ] as const) {
    testInBrowser(
      `has no barrier at ${look.width} pixels, nor have the receipts’ page and the reference`,
      async (browser) => {
        const { width, colorScheme } = look;
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
        const faults = watchPage(page, app.address);
        for (const path of WITHOUT_SCRIPTS) {
          const response = await page.goto(`${app.address}${path}?lang=${look.lang}`);
          expect((await response?.body())?.length).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
          for (const details of await page.locator('summary').all()) await details.click();
          expect([path, await findBarriers(page)]).toEqual([path, []]);
          const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
          expect([path, scrollWidth]).toEqual([path, width]);
        }
        expect(faults).toEqual([]);
        await page.close();
      },
    );
  }

  testInBrowser('links what ran to the explorer', async (browser) => {
    const page = await browser.newPage();
    await page.goto(app.address);
    await page.locator('.seeker .operation summary').click();
    const link = page.locator('.seeker .operation a');
    const url = new URL((await link.getAttribute('href')) ?? '', app.address);
    const body = {
      query: url.searchParams.get('query'),
      variables: JSON.parse(url.searchParams.get('variables') ?? ''),
    };
    const answer = await page.request.post(`${app.address}/graphql`, { data: body });
    const { data } = await answer.json();
    const scores = await page
      .locator('.matches li.match')
      .evaluateAll((cards) => cards.map((card) => Number(card.getAttribute('data-score'))));
    expect(
      data.matchMe.matches.map(({ match }: { match: { scoreBp: number } }) => match.scoreBp),
    ).toEqual(scores);
    await page.close();
  });
});
