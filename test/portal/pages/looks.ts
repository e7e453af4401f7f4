import type { Page } from 'playwright-core';
import { findBarriers } from '../../web/axe';
import { testInBrowser, watchPage } from '../../web/chromium';
import { findFaintTexts } from '../../web/contrast';
import type { PagesWorld } from './world';

/** The whole page, style and pictures included. Source: issue of the portal kit. */
const LARGEST_PAGE_BYTES = 60_000;

const looks = [
  { width: 360, lang: 'id', colorScheme: 'light' },
  { width: 1280, lang: 'en', colorScheme: 'dark' },
] as const;

const pagesOf = ({
  open,
  closed,
  suspended,
  fraud,
}: PagesWorld): readonly (readonly [string, number])[] => [
  ['/lowongan?q=toko&wilayah=Palu', 200],
  ['/lowongan?q=zzqqxx&jenis=INTERNSHIP', 200],
  [`/lowongan/${open.slug}`, 200],
  [`/lowongan/${closed.slug}`, 200],
  [`/lowongan/${suspended.slug}`, 410],
  [`/lowongan/${fraud.slug}`, 410],
  [`/lowongan/${fraud.slug}/kartu`, 410],
  ['/lowongan/tidak-ada', 404],
  ['/lowongan?sesudah=xx', 400],
  [`/lowongan/${open.slug}/kartu`, 200],
  [`/lowongan/${closed.slug}/kartu`, 200],
  ['/lowongan/kartu?q=toko', 200],
];

/** Every page and state, small and large, by day and night, in both languages. */
export function testLooks(worldOf: () => PagesWorld): void {
  for (const { width, lang, colorScheme } of looks) {
    testInBrowser(`are whole at ${width} pixels, ${lang}, ${colorScheme}`, async (browser) => {
      const world = worldOf();
      for (const [path, status] of pagesOf(world)) {
        const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme });
        await inspect(page, inLang(`${world.app.address}${path}`, lang), status);
        await page.close();
      }
    });
  }
}

function inLang(address: string, lang: 'id' | 'en'): string {
  if (lang === 'id') return address;
  return `${address}${address.includes('?') ? '&' : '?'}lang=en`;
}

/** What a page must be, whatever it shows: small, alone, readable by everybody, without a script. */
async function inspect(page: Page, address: string, status: number): Promise<void> {
  const faults = watchPage(page, new URL(address).origin);
  const requests: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  const response = await page.goto(address);
  expect([address, response?.status()]).toEqual([address, status]);
  expect((await response?.body())?.length).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
  expect(response?.headers()['content-security-policy']).not.toContain('unsafe');
  expect(requests).toEqual([address]);
  const isRefused = (fault: string) => status >= 400 && fault.includes(`status of ${status}`);
  expect(faults.filter((fault) => !isRefused(fault))).toEqual([]);
  // Cards have the one that WordPress asks for.
  const scripts = new URL(address).pathname.endsWith('/kartu') ? 1 : 0;
  expect(await page.locator('script:not([type="application/ld+json"])').count()).toBe(scripts);
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  const { width = 0 } = page.viewportSize() ?? {};
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
    width,
  );
  for (const details of await page.locator('summary').all()) await details.click();
  expect(await findBarriers(page)).toEqual([]);
  expect(await findFaintTexts(page)).toEqual([]);
}
