import { testInBrowser } from '../../web/chromium';
import { clickThrough } from '../../web/click-through';
import type { PagesWorld } from './world';

/** A phone's connection at the edge of a town. Source: issue of the portal kit. */
const SLOW_BITS_PER_SECOND = 400_000;
const SLOW_LATENCY_MS = 300;
const FIRST_LIST_MS = 3_000;
const VISITS = 2;

/** What a seeker does, in a browser without JavaScript. */
export function testUse(worldOf: () => PagesWorld): void {
  testInBrowser('answer the form, narrow by links and go on to the next page', async (browser) => {
    const { app } = worldOf();
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    const count = async () => Number(await page.locator('.figure b').textContent());
    const titles = () => page.locator('.item h3 a').allTextContents();
    await page.goto(`${app.address}/lowongan`);
    const all = await count();
    const first = await titles();
    expect(first).toHaveLength(20);
    await clickThrough(page.getByRole('link', { name: 'Berikutnya' }));
    expect(await titles()).toHaveLength(20);
    expect(await titles()).not.toEqual(first);
    await page.getByLabel('Di mana?').fill('palu');
    await page.getByLabel('Jenis kerja').selectOption({ label: 'Kontrak' });
    await clickThrough(page.getByRole('button', { name: 'Cari lowongan' }));
    expect(await page.getByLabel('Di mana?').inputValue()).toBe('Kota Palu');
    const inPalu = await count();
    expect(inPalu).toBeLessThan(all);
    const facet = page.getByRole('navigation', { name: 'Persempit' }).getByRole('listitem').last();
    const expected = Number(await facet.locator('b').textContent());
    await clickThrough(facet.getByRole('link'));
    expect(await count()).toBe(expected);
    await clickThrough(page.getByRole('link', { name: /^Hapus filter: Kota Palu/ }));
    expect(await count()).toBeGreaterThanOrEqual(expected);
    await context.close();
  });

  testInBrowser('lead from a vacancy to match, share, check and similar work', async (browser) => {
    const { app, open, closed } = worldOf();
    const page = await browser.newPage();
    await page.goto(`${app.address}/lowongan/${open.slug}?lang=en`);
    const linkOf = (name: string) => page.getByRole('link', { name }).getAttribute('href');
    expect(await linkOf('Does it fit me?')).toBe(`/saya?lowongan=${open.slug}&lang=en`);
    expect(await linkOf('Share')).toBe(`/bagikan/${open.slug}?lang=en`);
    expect(await linkOf(open.verifyCode)).toBe(`/cek/${open.verifyCode}?lang=en`);
    await page.goto(`${app.address}/lowongan/${closed.slug}`);
    expect(await page.locator('.notice').textContent()).toContain('Lowongan ini sudah ditutup');
    expect(await page.getByRole('link', { name: 'Apakah cocok untuk saya?' }).count()).toBe(0);
    expect(await page.locator('script').count()).toBe(0);
    await page.close();
  });

  testInBrowser(`show the first list within 3 s at 400 kbit/s`, async (browser) => {
    const { app } = worldOf();
    const visit = async () => {
      const page = await browser.newPage({ viewport: { width: 360, height: 640 } });
      const session = await page.context().newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: SLOW_LATENCY_MS,
        downloadThroughput: SLOW_BITS_PER_SECOND / 8,
        uploadThroughput: SLOW_BITS_PER_SECOND / 8,
      });
      const began = performance.now();
      await page.goto(`${app.address}/lowongan`, { waitUntil: 'domcontentloaded' });
      expect(await page.locator('.item').first().isVisible()).toBe(true);
      const tookMs = performance.now() - began;
      await page.close();
      return tookMs;
    };
    // The best of three: others may wait for a busy machine, but none can be quicker than the line.
    let bestMs = await visit();
    for (let more = 0; more < VISITS && bestMs > FIRST_LIST_MS; more += 1) bestMs = await visit();
    expect(bestMs).toBeLessThanOrEqual(FIRST_LIST_MS);
  });
}
