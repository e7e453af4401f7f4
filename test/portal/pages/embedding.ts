import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { waitUntil } from '../../../src/embedded/processes';
import { Vacancy } from '../../../src/entities';
import { anEmployer, aVacancy } from '../../builders';
import { testInBrowser } from '../../web/chromium';
import type { PagesWorld } from './world';

const FIT_MS = 30_000;

/** A page of another site that turns a pasted link into what its oEmbed discovery names. */
const CONSUMER = `<!doctype html><title>Blog</title><h1>Blog</h1><div id="embed"></div>
<script type="module">
const pasted = new URL(location.href).searchParams.get('link');
const page = new DOMParser().parseFromString(await (await fetch(pasted)).text(), 'text/html');
const { href } = page.querySelector('link[type="application/json+oembed"]');
const answer = await (await fetch(href + '&maxwidth=400')).json();
document.getElementById('embed').innerHTML = answer.html;
</script>`;

/**
 * The same as WordPress shows it for a provider that it does not know: what its filter leaves of the answer, and what its
 * script does when the frame speaks. Source: wp_filter_oembed_result() and wp-embed.js, told again.
 */
const WORDPRESS = CONSUMER.replace(
  "document.getElementById('embed').innerHTML = answer.html;",
  `const given = new DOMParser().parseFromString(answer.html, 'text/html');
const keep = (element, names) => Object.fromEntries(names.map((name) => [name, element.getAttribute(name)]));
const [quote, frame] = given.body.children;
const { href: link } = keep(quote.firstChild, ['href']);
const { src, title, width, height, frameborder } = keep(frame, ['src', 'title', 'width', 'height', 'frameborder']);
document.getElementById('embed').innerHTML = '<blockquote class="wp-embedded-content" data-secret="s3cret"><a></a></blockquote><iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted" style="position: absolute; visibility: hidden;" data-secret="s3cret"></iframe>';
const [shownQuote, shownFrame] = document.getElementById('embed').children;
Object.assign(shownQuote.firstChild, { href: link, textContent: quote.textContent });
Object.assign(shownFrame, { title, width, height, frameBorder: frameborder });
addEventListener('message', ({ source, data }) => {
  if (data.secret !== 's3cret' || source !== shownFrame.contentWindow) return;
  shownQuote.style.display = 'none';
  shownFrame.removeAttribute('style');
  if (data.message === 'height') shownFrame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  const isOurs = data.message === 'link' && new URL(data.value).host === new URL(src).host;
  if (isOurs && document.activeElement === shownFrame) location.href = data.value;
});
if (!new URL(location.href).searchParams.has('silent')) shownFrame.src = src + '#?secret=s3cret';`,
);

async function startConsumer() {
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(request.url?.startsWith('/wordpress') ? WORDPRESS : CONSUMER);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    // Browsers open lines in advance and keep them.
    server.closeAllConnections();
    await closed;
  };
  return { address: `http://localhost:${port}`, stop };
}

/** What other sites show of a pasted link. */
export function testEmbedding(worldOf: () => PagesWorld): void {
  testInBrowser('show a pasted link as a card with today’s state', async (browser) => {
    const { app, owner } = worldOf();
    const vacancy = await owner.manager.findOneOrFail(Vacancy, {
      where: { state: 'PUBLISHED' },
      order: { number: 'DESC' },
    });
    const consumer = await startConsumer();
    const visit = async () => {
      const context = await browser.newContext({ viewport: { width: 800, height: 600 } });
      const page = await context.newPage();
      const link = encodeURIComponent(`${app.address}/lowongan/${vacancy.slug}`);
      await page.goto(`${consumer.address}/?link=${link}`);
      const frame = page.frameLocator('#embed iframe');
      const text = await frame.locator('main').innerText();
      const box = await page.locator('#embed iframe').boundingBox();
      const { scrollHeight, clientHeight } = await frame.locator('html').evaluate((root) => ({
        scrollHeight: root.scrollHeight,
        clientHeight: root.clientHeight,
      }));
      await context.close();
      return { text, width: box?.width, isWhole: scrollHeight <= clientHeight };
    };
    const before = await visit();
    expect(before).toMatchObject({ width: 400, isWhole: true });
    expect(before.text).toContain(vacancy.title);
    expect(before.text).toContain('Dibuka sampai');
    const closedAt = new Date();
    const change = { state: 'CLOSED', closedReason: 'CANCELLED', closedAt } as const;
    await owner.manager.update(Vacancy, vacancy.id, change);
    const after = await visit();
    expect(after.text).toMatch(/sudah ditutup sejak .+\. Dibatalkan oleh pemberi kerja\./);
    expect(after.text).not.toContain('Dibuka sampai');
    await owner.manager.update(Vacancy, vacancy.id, {
      ...{ state: 'PUBLISHED', closedReason: null, closedAt: null },
    });
    await consumer.stop();
  });

  testInBrowser('show in WordPress the same card, whose title leads on', async (browser) => {
    const { app, open } = worldOf();
    const consumer = await startConsumer();
    const page = await browser.newPage({ viewport: { width: 360, height: 600 } });
    const address = `${app.address}/lowongan/${open.slug}`;
    const pasted = `${consumer.address}/wordpress?link=${encodeURIComponent(address)}`;
    await page.goto(`${pasted}&silent=`);
    const link = page.locator('#embed blockquote a');
    expect(await link.textContent()).toContain(`${open.title} – `);
    expect(await link.getAttribute('href')).toBe(address);
    expect(await link.isVisible()).toBe(true);
    await page.goto(pasted);
    const frame = page.locator('#embed iframe');
    await frame.and(page.locator(':not([style])')).waitFor();
    expect(await link.isVisible()).toBe(false);
    const card = page.frameLocator('#embed iframe');
    expect(await card.locator('main').innerText()).toContain('Dibuka sampai');
    const { width = 0, height = 0 } = (await frame.boundingBox()) ?? {};
    const whole = card.locator('html');
    // A frame that lives in a process of its own hears of its new size a moment later.
    const isFitted = async () => (await whole.evaluate((root) => root.clientHeight)) === height;
    expect(await waitUntil(isFitted, FIT_MS)).toBe(true);
    const inner = await whole.evaluate((root) => ({
      ...{ width: root.clientWidth, scrollHeight: root.scrollHeight },
      text: root.querySelector('.brand')?.getBoundingClientRect().bottom ?? 0,
    }));
    // No border of the site's around that of the card, and no more room than the text needs.
    expect(inner.width).toBe(width);
    expect(inner.scrollHeight).toBeLessThanOrEqual(height);
    expect(height).toBeLessThanOrEqual(Math.max(200, inner.text + 20));
    const title = card.getByRole('link');
    // WordPress heeds a frame where the visitor is, and learns that beside the frame's own message.
    await title.focus();
    await page.waitForFunction(() => document.activeElement?.matches('#embed iframe'));
    await title.click();
    await page.waitForURL(address);
    await page.close();
    await consumer.stop();
  });

  it('answer oEmbed in both formats within the room there is', async () => {
    const { app, open, closed, suspended, fraud } = worldOf();
    const ask = (url: string, more = '') =>
      fetch(`${app.address}/oembed?url=${encodeURIComponent(url)}${more}`);
    const link = `${app.address}/lowongan/${open.slug}`;
    const json = await (await ask(link, '&maxwidth=300&maxheight=9999')).json();
    expect(json).toMatchObject({ version: '1.0', type: 'rich', width: 300, height: 320 });
    expect(json.title).toBe(open.title);
    expect(json.html).toContain(`src="${link}/kartu"`);
    const xml = await ask(link, '&format=xml');
    expect(xml.headers.get('content-type')).toContain('text/xml');
    expect(await xml.text()).toContain(`<title>${open.title}</title>`);
    expect((await ask(`${app.address}/lowongan/${closed.slug}`)).status).toBe(200);
    const search = await (await ask(`${app.address}/lowongan?q=toko&lang=en`)).json();
    expect(search.html).toContain(`src="${app.address}/lowongan/kartu?q=toko&amp;lang=en"`);
    for (const same of [`/bagikan/${open.slug}`, `/l/${open.verifyCode}`]) {
      const answer = await (await ask(`${app.address}${same}`)).json();
      expect(answer.html).toContain(`src="${link}/kartu"`);
    }
    for (const same of [
      `/lowongan/${open.slug}`,
      `/bagikan/${open.slug}`,
      `/l/${open.verifyCode}`,
    ]) {
      const answer = await (await ask(`${app.address}${same}?portal=5da287214c`)).json();
      expect(answer.html).toContain(`href="${link}?portal=5da287214c"`);
      expect(answer.html).toContain(`src="${link}/kartu?portal=5da287214c"`);
    }
    for (const path of [`/lowongan/${open.slug}`, '/lowongan?q=toko']) {
      const joint = path.includes('?') ? '&' : '?';
      const page = await (await fetch(`${app.address}${path}${joint}portal=5da287214c`)).text();
      const found = /href="([^"]*)"/.exec(page.slice(page.indexOf('application/json+oembed')))?.[1];
      const answer = await (await fetch(found?.replaceAll('&amp;', '&') ?? '')).json();
      expect(answer.html.match(/portal=5da287214c/g)).toHaveLength(2);
    }
    const later = await (await ask(`${app.address}/lowongan?sesudah=zzz`)).json();
    expect(later.html).toContain(`src="${app.address}/lowongan/kartu"`);
    const place = await (await ask(`${app.address}/lowongan?wilayah=72.71`)).json();
    expect(place.title).toBe('Kota Palu · Lowongan kerja');
    expect((await ask(`${app.address}/lowongan?wilayah=Atlantis`)).status).toBe(404);
    expect((await ask(`${app.address}/l/0000000000`)).status).toBe(404);
    expect((await ask(link, '&format=yaml')).status).toBe(501);
    const others = [`${app.address}/`, `https://evil.example/lowongan/${open.slug}`, `${link}-x`];
    const stopped = [suspended.slug, fraud.slug].map((slug) => `${app.address}/lowongan/${slug}`);
    const absent = [...others, ...stopped, `${app.address}/l/${fraud.verifyCode}`, 'x'];
    for (const url of absent) expect([url, (await ask(url)).status]).toEqual([url, 404]);
  });

  testInBrowser(
    'fit the longest card, open and closed, into its frame on a phone',
    async (browser) => {
      const { app, owner } = worldOf();
      const { id: employerId } = await anEmployer(owner.manager, {
        name: 'Perkumpulan Pengusaha Pelayaran Rakyat dan Perdagangan Antarpulau Sulawesi Tengah',
      });
      const long = await aVacancy(owner.manager, {
        ...{ employerId, slug: 'kartu-panjang', publishedAt: new Date() },
        title: 'Tenaga pemasaran lapangan dan penagihan untuk wilayah kepulauan, '
          .repeat(3)
          .slice(0, 180),
      });
      const page = await browser.newPage({ viewport: { width: 328, height: 320 } });
      for (const state of ['PUBLISHED', 'CLOSED'] as const) {
        const closed = { closedReason: 'CANCELLED', closedAt: new Date() } as const;
        await owner.manager.update(Vacancy, long.id, {
          state,
          ...(state === 'CLOSED' ? closed : {}),
        });
        await page.goto(`${app.address}/lowongan/${long.slug}/kartu`);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        expect([state, height]).toEqual([state, 320]);
      }
      await owner.manager.update(Vacancy, long.id, { closedReason: 'FRAUD' });
      await page.goto(`${app.address}/lowongan/${long.slug}/kartu`);
      const warning = await page.locator('.state').evaluate((it) => ({
        ...{ text: it.textContent, isWhole: it.scrollHeight <= it.clientHeight },
        height: document.documentElement.scrollHeight,
      }));
      expect(warning).toMatchObject({ isWhole: true, height: 320 });
      expect(warning.text).toContain('Jangan melamar');
      await page.close();
    },
  );

  it('lets cards, and no other page, into frames of other sites', async () => {
    const { app, open } = worldOf();
    const headersOf = async (path: string) => (await fetch(`${app.address}${path}`)).headers;
    const card = await headersOf(`/lowongan/${open.slug}/kartu`);
    expect(card.get('content-security-policy')).toContain('frame-ancestors *');
    expect(card.get('x-frame-options')).toBeNull();
    const page = await headersOf(`/lowongan/${open.slug}`);
    expect(page.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(page.get('x-frame-options')).not.toBeNull();
  });
}
