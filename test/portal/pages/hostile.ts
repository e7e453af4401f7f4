import type { Page } from 'playwright-core';
import { anEmployer, aVacancy } from '../../builders';
import { testInBrowser, watchPage } from '../../web/chromium';
import { HOSTILE_LINKS, HOSTILE_TEXTS, HOSTILE_VACANCIES, XSS_FLAG } from '../xss-corpus';
import type { PagesWorld } from './world';

/** Elements that none of our pages has, unless a stored text became one. */
const FOREIGN =
  'main script:not([type="application/ld+json"]), head script:not([type="application/ld+json"]), img, iframe, object, embed, base, meta[http-equiv], link[rel=stylesheet], math, body style, main svg, form:not([action="/lowongan"]), [onerror], [onload], [onfocus], [onmouseover], a[href^="javascript" i]';

async function plant({ owner }: PagesWorld): Promise<string[]> {
  const slugs: string[] = [];
  for (const [at, { title, description, employerName }] of HOSTILE_VACANCIES.entries()) {
    const { id: employerId } = await anEmployer(owner.manager, { name: employerName });
    const values = { employerId, title, description, slug: `jahat-${at}`, publishedAt: new Date() };
    slugs.push((await aVacancy(owner.manager, values)).slug);
  }
  return slugs;
}

async function expectInert(page: Page, path: string): Promise<void> {
  const found = await page.evaluate(
    ([flag, foreign]) => ({
      isRun: flag in globalThis,
      foreign: [...document.querySelectorAll(foreign)].map((it) => it.outerHTML.slice(0, 200)),
      title: document.title,
    }),
    [XSS_FLAG, FOREIGN] as const,
  );
  expect({ path, isRun: found.isRun, foreign: found.foreign }).toEqual({
    ...{ path, isRun: false, foreign: [] },
  });
}

/** Texts and addresses that try to become markup, a script, a link or a header. */
export function testHostile(worldOf: () => PagesWorld): void {
  let slugs: string[];
  beforeAll(async () => {
    slugs = await plant(worldOf());
  });

  testInBrowser('stay inert with hostile texts in every field', async (browser) => {
    const { address } = worldOf().app;
    const page = await browser.newPage();
    const faults = watchPage(page, address);
    for (const [at, slug] of slugs.entries()) {
      for (const path of [`/lowongan/${slug}`, `/lowongan/${slug}/kartu`]) {
        await page.goto(`${address}${path}`);
        await expectInert(page, path);
        const heading = await page.getByRole('heading', { level: 1 }).textContent();
        expect(heading).toBe(HOSTILE_VACANCIES[at]?.title);
      }
    }
    for (const path of [
      '/lowongan?q=satpam&urut=terbaru',
      '/lowongan/kartu?q=satpam&urut=terbaru',
    ]) {
      await page.goto(`${address}${path}`);
      expect(await page.getByText(XSS_FLAG).count()).toBeGreaterThan(0);
      await expectInert(page, path);
    }
    expect(faults).toEqual([]);
    await page.close();
  });

  testInBrowser('repeat hostile addresses as text', async (browser) => {
    const { address } = worldOf().app;
    const page = await browser.newPage();
    for (const text of [...HOSTILE_TEXTS, ...HOSTILE_LINKS]) {
      const word = encodeURIComponent(text);
      const path = `/lowongan?q=${word}&wilayah=${word}&jenis=${word}`;
      await page.goto(`${address}${path}`);
      await expectInert(page, path);
    }
    await page.close();
  });

  testInBrowser('give well-formed feeds whose texts stay texts', async (browser) => {
    const { address } = worldOf().app;
    const page = await browser.newPage();
    await page.goto(`${address}/robots.txt`);
    const words = ['satpam', ...HOSTILE_TEXTS];
    for (const path of ['/lowongan.atom', '/lowongan.rss']) {
      for (const word of words) {
        const url = `${address}${path}?q=${encodeURIComponent(word)}`;
        const text = await (await fetch(url)).text();
        const found = await page.evaluate(readFeed, text);
        expect({ url, ...found }).toMatchObject({ url, faults: [], elements: [] });
        if (word === 'satpam') expect(found.items).toBe(30);
      }
    }
    await page.close();
  });

  it('give oEmbed answers that name hostile titles as text', async () => {
    const { address } = worldOf().app;
    for (const [at, { title }] of HOSTILE_VACANCIES.entries()) {
      const url = encodeURIComponent(`${address}/lowongan/jahat-${at}`);
      const answer = await (await fetch(`${address}/oembed?url=${url}`)).json();
      expect(answer.title).toBe(title);
      expect(answer.html.match(/</g)).toHaveLength(6);
      const xml = await (await fetch(`${address}/oembed?url=${url}&format=xml`)).text();
      expect(xml.match(/<(?!\/|\?)/g)).toHaveLength(11);
    }
  });
}

/** Runs in the page: what a feed reader sees, titles and texts as HTML. */
function readFeed(text: string) {
  const feed = new DOMParser().parseFromString(text, 'application/xml');
  const faults = [...feed.querySelectorAll('parsererror')].map((it) => it.textContent);
  const entries = [...feed.querySelectorAll('entry, item')];
  const elements = entries.flatMap((entry) =>
    ['title', 'content', 'encoded', 'name', 'author'].flatMap((name) =>
      [...entry.getElementsByTagNameNS('*', name)].flatMap((field) => {
        const read = new DOMParser().parseFromString(field.textContent ?? '', 'text/html');
        // Ours: paragraphs, and after a shortened text the link to its page.
        const ours = name === 'title' ? '' : 'p, br, p:last-child > a:only-child';
        return [...read.body.querySelectorAll('*'), ...read.head.children]
          .filter((element) => ours === '' || !element.matches(ours))
          .map((element) => element.localName);
      }),
    ),
  );
  const links = [...feed.querySelectorAll('link')]
    .map((link) => link.getAttribute('href') ?? link.textContent ?? '')
    .filter((link) => !/^http:\/\/127\.0\.0\.1:\d+\//.test(link));
  return { faults: [...faults, ...links], items: entries.length, elements };
}
