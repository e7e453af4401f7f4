import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { XSS_FLAG } from '../portal/xss-corpus';
import type { TestApp } from '../support/test-app';
import { findBarriers } from '../web/axe';
import { closeBrowser, keepScreenshot, testInBrowser } from '../web/chromium';
import { describeFaults } from './describe-faults';
import { describeGuide } from './describe-guide';
import { storeHostileVacancies } from './hostile-vacancies';
import {
  andWait,
  findSmallTargets,
  type Opening,
  type OpenWidget,
  openWidget,
} from './open-widget';
import { type Portal, startPortal } from './portal-page';
import { closeVacancy, slugsOfChecked, startOffice } from './start-office';

jest.setTimeout(300_000);

const README = readFileSync(path.join(__dirname, '../../README.md'), 'utf8');
const PALU = { latitude: -0.898_583, longitude: 119.850_601 };
/** 400 kbit/s and 200 ms there and back. Source: issue of the portal kit. */
const SLOW_LINE = { downloadThroughput: 50_000, uploadThroughput: 50_000, latency: 200 };
const LONGEST_WAIT_MS = 3_000;
const VISITS = 2;

/** A page that has dark colours, too. */
const BOTH_SCHEMES = '<meta name="color-scheme" content="light dark">';

let office: TestApp;
let portal: Portal;
beforeAll(async () => {
  execFileSync(process.execPath, [path.join(__dirname, '../../scripts/build-widget.mjs')]);
  office = await startOffice();
  portal = await startPortal(office.address);
});
afterAll(async () => {
  await closeBrowser();
  await portal.stop();
  await office.stop();
});

const places = () => ({ office: office.address, portal });

const open = (browser: Browser, more: Partial<Opening> = {}) =>
  openWidget({ browser, ...places(), ...more });

/** A page under the strict policy with one line of the widget. */
const openStrict = (browser: Browser, markup: string, more: Partial<Opening> = {}) =>
  open(browser, { url: portal.add(markup), ...more });

const search = (opened: OpenWidget, words: string) =>
  andWait(opened, async () => {
    await opened.widget.getByRole('searchbox').fill(words);
    await opened.page.keyboard.press('Enter');
  });

describe('the widget on the page of a portal', () => {
  for (const width of [360, 1280]) {
    testInBrowser(`shows list and vacancy at ${width} pixels, for everybody`, async (browser) => {
      const opened = await open(browser, { context: { viewport: { width, height: 800 } } });
      const { page, widget, cards } = opened;
      expect(await opened.status.innerText()).toMatch(/^\d+ lowongan, 6 ditampilkan$/);
      expect(await cards.count()).toBe(6);
      await search(opened, 'tukng las');
      await keepScreenshot(page, `widget-${width}.png`, 1_240);
      await widget.locator('details').evaluate((filters) => filters.setAttribute('open', ''));
      for (const state of ['list', 'vacancy']) {
        if (state === 'vacancy') {
          await cards.first().getByRole('link').click();
          await widget.locator('dl').waitFor();
        }
        expect(await findBarriers(page)).toEqual([]);
        expect(await findSmallTargets(widget)).toEqual([]);
        const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
        expect(scrollWidth).toBeLessThanOrEqual(width);
      }
      expect(opened.faults).toEqual([]);
      await opened.close();
    });
  }

  testInBrowser('finds what the lines in the README promise', async (browser) => {
    const lines = /^```html\n([\s\S]*?)^```$/m.exec(README)?.[1] ?? '';
    const markup = lines.replaceAll('http://localhost:4000', office.address);
    const opened = await open(browser, { url: portal.add(markup, { head: '' }) });
    expect(await opened.cards.first().innerText()).toMatch(/las|weld/i);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  testInBrowser('needs one script and one question for the first list', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>');
    expect(opened.asked.map(({ pathname }) => pathname)).toEqual(['/padan.js', '/graphql']);
    const [, question] = opened.asked;
    expect([...(question?.searchParams.keys() ?? [])]).toEqual(['extensions', 'variables']);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  it('may load the script under every policy, and read refusals', async () => {
    const { headers } = await fetch(`${office.address}/padan.js`, {
      headers: { 'accept-encoding': 'br', origin: portal.address },
    });
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(headers.get('content-encoding')).toBe('br');
    const refused = await fetch(`${office.address}/graphql?query=%7B`, {
      headers: { origin: portal.address },
    });
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([
      400,
      '*',
    ]);
  });

  testInBrowser('shows the first list within 3 s at 400 kbit/s', async (browser) => {
    const visit = async () => {
      let startedAt = 0;
      const opened = await open(browser, {
        prepare: async (page) => {
          const session = await page.context().newCDPSession(page);
          await session.send('Network.emulateNetworkConditions', { ...SLOW_LINE, offline: false });
          startedAt = performance.now();
        },
      });
      const tookMs = performance.now() - startedAt;
      await opened.close();
      return tookMs;
    };
    // The best of three: others may wait for a busy machine, but none can be quicker than the line.
    let bestMs = await visit();
    for (let more = 0; more < VISITS && bestMs > LONGEST_WAIT_MS; more += 1) bestMs = await visit();
    expect(bestMs).toBeLessThanOrEqual(LONGEST_WAIT_MS);
  });
});

describe('a search in the widget', () => {
  testInBrowser('forgives typos, narrows, shows a vacancy and goes back', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies region="72"></padan-vacancies>');
    const { page, widget, cards, status } = opened;
    const { total } = await search(opened, 'tukng las');
    expect(total).toBeGreaterThan(0);
    expect(await status.innerText()).toContain(`${total} lowongan`);
    expect((await cards.allInnerTexts()).join()).toMatch(/\blas\b/i);

    const chip = widget.getByRole('group', { name: 'Wilayah' }).getByRole('button').last();
    const promised = Number(await chip.locator('.count').innerText());
    const narrowed = await andWait(opened, () => chip.click());
    expect(narrowed.total).toBe(promised);
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    expect(await chip.evaluate((it) => it.matches(':focus'))).toBe(true);
    expect((await andWait(opened, () => chip.click())).total).toBe(total);

    const link = cards.first().getByRole('link');
    const title = await link.innerText();
    const href = (await link.getAttribute('href')) ?? '';
    // As in Safari, where a click on a link leaves the focus elsewhere.
    await widget.getByRole('searchbox').focus();
    await link.evaluate((it) => (it as HTMLElement).click());
    const heading = widget.getByRole('heading', { name: title, level: 3 });
    expect(await heading.evaluate((it) => it.matches(':focus'))).toBe(true);
    const code = await widget.locator('code').innerText();
    expect(href).toMatch(`${office.address}/lowongan/`);
    const leading = await widget.locator('[part=detail] a').evaluateAll((all) => all.map(String));
    const saya = `${office.address}/saya?lowongan=${href.split('/').pop()}`;
    expect(leading).toEqual([saya, href, `${office.address}/cek/${code}`]);
    for (const address of leading) expect((await fetch(address)).status).toBe(200);
    await page.keyboard.press('Escape');
    expect(await link.evaluate((it) => it.matches(':focus'))).toBe(true);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  testInBrowser('says of a vacancy that was closed meanwhile why it is', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies query="kasir"></padan-vacancies>');
    const { page, widget, cards } = opened;
    const link = cards.first().getByRole('link');
    await closeVacancy(office, ((await link.getAttribute('href')) ?? '').split('/').pop() ?? '');
    await link.click();
    await widget.getByText('sudah tidak dibuka: Terisi lewat jalur lain').waitFor();
    expect(await widget.locator('[part=apply]').count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
    await opened.close();
  });

  testInBrowser('asks nobody to apply after the last day', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>');
    const { page, widget, cards } = opened;
    const year = 365 * 86_400_000;
    await page.clock.setFixedTime(Date.now() + year);
    await cards.nth(1).getByRole('link').click();
    await widget.getByText('sudah tidak dibuka').waitFor();
    expect(await widget.locator('[part=apply]').count()).toBe(0);
    await opened.close();
  });

  testInBrowser('warns of a fraud and repeats nothing of it', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>');
    const link = opened.cards.last().getByRole('link');
    const slug = ((await link.getAttribute('href')) ?? '').split('/').pop() ?? '';
    await closeVacancy(office, slug, 'FRAUD');
    await link.click();
    await opened.widget.getByText('menurunkan iklan ini karena penipuan').waitFor();
    for (const part of ['apply', 'description', 'check', 'full']) {
      expect(await opened.widget.locator(`[part=${part}]`).count()).toBe(0);
    }
    await opened.close();
  });

  testInBrowser('marks whom the office has checked, and nobody else', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies limit="50"></padan-vacancies>');
    const shown = await opened.cards.evaluateAll((cards) =>
      cards.map((card) => ({
        slug: card.querySelector('a')?.href.split('/').pop() ?? '',
        isMarked: card.querySelector('[part=verified]') !== null,
      })),
    );
    expect(shown).toHaveLength(50);
    expect(shown.map(({ isMarked }) => isMarked)).toContain(true);
    const checked = await slugsOfChecked(office);
    expect(shown).toEqual(shown.map(({ slug }) => ({ slug, isMarked: checked.has(slug) })));
    await opened.close();
  });

  testInBrowser('goes on page by page, where the reader is', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies limit="7"></padan-vacancies>');
    const { widget, cards } = opened;
    await andWait(opened, () => widget.getByRole('button', { name: 'Lihat lebih banyak' }).click());
    expect(await cards.count()).toBe(14);
    const eighth = cards.nth(7).getByRole('link');
    expect(await eighth.evaluate((it) => it.matches(':focus'))).toBe(true);
    const hrefs = await cards.getByRole('link').evaluateAll((links) => links.map(String));
    expect(new Set(hrefs).size).toBe(14);
    await opened.close();
  });

  testInBrowser('works by the keyboard alone', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>');
    const { page, widget } = opened;
    await page.keyboard.press('Tab');
    await page.keyboard.type('kasir');
    await andWait(opened, () => page.keyboard.press('Enter'));
    const isOn = (selector: string) =>
      widget.evaluate(
        (it, wanted) => it.shadowRoot?.activeElement?.matches(wanted) ?? false,
        selector,
      );
    for (let steps = 0; steps < 60 && !(await isOn('li.card a')); steps += 1) {
      await page.keyboard.press('Tab');
    }
    const outline = await widget
      .locator('li.card')
      .first()
      .evaluate((card) => {
        const link = card.querySelector('a') ?? card;
        return getComputedStyle(link, '::after').outlineStyle;
      });
    expect(outline).toBe('solid');
    await page.keyboard.press('Enter');
    await widget.locator('dl').waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await isOn('li.card a')).toBe(true);
    await opened.close();
  });

  testInBrowser('sorts by the distance from a rounded place, only when asked', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>', {
      context: { geolocation: PALU, permissions: ['geolocation'] },
    });
    const { page, widget, cards, asked } = opened;
    expect(asked.join()).not.toContain('near');
    const near = widget.getByRole('button', { name: 'Dekat saya' });
    await andWait(opened, () => near.click());
    expect(asked.at(-1)?.searchParams.get('variables')).toContain(
      '"near":{"latitude":-0.9,"longitude":119.85}',
    );
    const distances = (await cards.allInnerTexts()).map((text) =>
      Number(/jarak ([\d.,]+) km/.exec(text)?.[1]?.replace('.', '').replace(',', '.')),
    );
    expect(distances).toEqual([...distances].sort((a, b) => a - b));
    await andWait(opened, () => near.click());
    expect(await widget.locator('select').inputValue()).toBe('RELEVANCE');
    expect(await findBarriers(page)).toEqual([]);
    await opened.close();
  });

  testInBrowser('stays of use where the place is refused', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>', {
      context: { permissions: [] },
    });
    const { page, widget, cards } = opened;
    await widget.getByRole('button', { name: 'Dekat saya' }).click();
    await widget.getByText('Lokasi tidak diberikan').waitFor();
    expect(await findBarriers(page)).toEqual([]);
    expect(await cards.count()).toBe(10);
    await opened.close();
  });

  testInBrowser('says when nothing is found', async (browser) => {
    const markup = '<padan-vacancies region="11" query="astronaut"></padan-vacancies>';
    const opened = await openStrict(browser, markup);
    await opened.widget.getByText('Belum ada lowongan yang sesuai').waitFor();
    expect(await findBarriers(opened.page)).toEqual([]);
    await opened.close();
  });
});

describe('the attributes of the widget', () => {
  testInBrowser('make two widgets of a page that do not disturb each other', async (browser) => {
    const opened = await openStrict(
      browser,
      '<padan-vacancies query="kasir" limit="2"></padan-vacancies><padan-vacancies lang="en" employment-type="daily" limit="3" near="-0.9,119.87"></padan-vacancies>',
    );
    const { page, widget } = opened;
    const second = page.locator('padan-vacancies').nth(1);
    await second.locator('li.card:not(.skeleton)').first().waitFor();
    expect(await widget.getByRole('searchbox').inputValue()).toBe('kasir');
    expect(await second.getByRole('searchbox').inputValue()).toBe('');
    expect(await second.getByRole('button', { name: 'Near me' }).getAttribute('aria-pressed')).toBe(
      'true',
    );
    const texts = await second.locator('li.card').allInnerTexts();
    for (const text of texts) expect(text).toMatch(/distance [\d.,]+ km · Daily casual/);
    expect(await findBarriers(page)).toEqual([]);
    expect(opened.asked.filter(({ pathname }) => pathname === '/padan.js')).toHaveLength(1);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  testInBrowser('can change, and decide the language with the page', async (browser) => {
    const url = portal.add('<padan-vacancies limit="2"></padan-vacancies>', { lang: 'en-GB' });
    const opened = await open(browser, { url });
    const { widget, cards, status } = opened;
    expect(await status.innerText()).toMatch(/^\d+ vacancies, 2 shown$/);
    const { shown } = await andWait(opened, () =>
      widget.evaluate((it) => {
        it.setAttribute('limit', '3');
        it.setAttribute('lang', 'id');
        it.setAttribute('portal', 'pk_contoh');
      }),
    );
    expect(shown).toBe(3);
    expect(await cards.first().innerText()).toContain('Dibuka sampai');
    expect(opened.asked.at(-1)?.searchParams.get('portal')).toBe('pk_contoh');
    expect(opened.asked.filter(({ pathname }) => pathname === '/graphql')).toHaveLength(2);
    await opened.close();
  });

  testInBrowser('let the page open vacancies itself', async (browser) => {
    const opened = await openStrict(browser, '<padan-vacancies></padan-vacancies>');
    const { widget, cards } = opened;
    await widget.evaluate((it) => {
      it.addEventListener('padan-open', (event) => {
        event.preventDefault();
        it.setAttribute('data-opened', (event as CustomEvent).detail.url);
      });
    });
    const link = cards.first().getByRole('link');
    await link.click();
    expect(await widget.getAttribute('data-opened')).toBe(await link.getAttribute('href'));
    expect(await cards.first().isVisible()).toBe(true);
    await opened.close();
  });

  for (const [device, markup, isDark] of [
    ['light', '<padan-vacancies></padan-vacancies>', false],
    ['dark', '<padan-vacancies></padan-vacancies>', false],
    ['light', '<padan-vacancies theme="dark"></padan-vacancies>', true],
    ['dark', `${BOTH_SCHEMES}<padan-vacancies></padan-vacancies>`, true],
    ['dark', `${BOTH_SCHEMES}<padan-vacancies theme="light"></padan-vacancies>`, false],
  ] as const) {
    testInBrowser(
      `give ${isDark ? 'dark' : 'light'} colours, ${device}: ${markup}`,
      async (browser) => {
        const context = { colorScheme: device, viewport: { width: 900, height: 800 } };
        const opened = await openStrict(browser, markup, { context });
        const ink = await opened.widget
          .locator('[part=widget]')
          .evaluate((it) => getComputedStyle(it).color);
        expect(ink).toBe(isDark ? 'rgb(238, 243, 240)' : 'rgb(22, 33, 31)');
        expect(await findBarriers(opened.page)).toEqual([]);
        await opened.close();
      },
    );
  }

  testInBrowser('lead nowhere but to the web', async (browser) => {
    const markup = '<padan-vacancies api="javascript:globalThis.padanXss=1"></padan-vacancies>';
    const opened = await openStrict(browser, markup);
    expect(await opened.cards.count()).toBe(10);
    const href = await opened.cards.first().getByRole('link').getAttribute('href');
    expect(href).toMatch(`${office.address}/lowongan/`);
    await opened.close();
  });
});

describe('the widget beside other scripts', () => {
  for (const kind of ['defer', 'async', 'type="module" crossorigin', '']) {
    testInBrowser(`starts from <script ${kind}>, also twice`, async (browser) => {
      const script = `<script src="${office.address}/padan.js" ${kind}></script>`;
      const url = portal.add('<padan-vacancies limit="1"></padan-vacancies>', {
        head: script + script,
      });
      const opened = await open(browser, { url });
      expect(await opened.cards.count()).toBe(1);
      const names = await opened.page.evaluate(() =>
        Object.keys(globalThis).filter((name) => /padan|widget/i.test(name)),
      );
      expect(names).toEqual([]);
      expect(opened.faults).toEqual([]);
      await opened.close();
    });
  }

  testInBrowser('works where old libraries have changed the prototypes', async (browser) => {
    const markup = '<padan-vacancies region="72" query="las" near="-0.9,119.87"></padan-vacancies>';
    const opened = await openStrict(browser, markup, {
      prepare: (page) =>
        page.addInitScript(() => {
          const patch = (target: object, name: string, value: unknown) =>
            Reflect.set(target, name, value);
          for (const { prototype } of [Array, String, Number, Boolean, Object]) {
            patch(prototype, 'toJSON', () => 'patched');
          }
          patch(Object.prototype, 'get', () => 'patched');
          patch(Object.prototype, 'extend', () => 'patched');
          patch(Array.prototype, 'remove', () => 'patched');
          patch(Array, 'from', (list: ArrayLike<unknown>) => [].slice.call(list));
          patch(Element.prototype, 'remove', () => 'patched');
          patch(Element.prototype, 'append', () => 'patched');
          patch(Element.prototype, 'update', () => 'patched');
          patch(Node.prototype, 'empty', () => 'patched');
        }),
    });
    expect(await opened.cards.count()).toBeGreaterThan(0);
    await opened.cards.first().locator('a').click();
    await opened.widget.locator('dl').waitFor();
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});

describeFaults(places);
describeGuide(places);

// Last: it changes what the office holds.
describe('hostile texts in vacancies', () => {
  testInBrowser('are shown as text and do nothing', async (browser) => {
    const slugs = await storeHostileVacancies(office.ownerUrl);
    const policy = `default-src * 'unsafe-inline' 'unsafe-eval' data: blob:`;
    const url = portal.add('<padan-vacancies limit="50"></padan-vacancies>', { policy });
    const opened = await open(browser, { url });
    const { page, widget, cards } = opened;
    for (let more = 0; more < 6; more += 1) {
      const button = widget.getByRole('button', { name: 'Lihat lebih banyak' });
      if (!(await button.isVisible())) break;
      await andWait(opened, () => button.click());
    }
    const seen = new Set<string>();
    const links = await cards.locator('a').evaluateAll((all) => all.map(String));
    for (const [at, href] of links.entries()) {
      const slug = slugs.find((wanted) => href === `${office.address}/lowongan/${wanted}`);
      if (slug === undefined) continue;
      seen.add(slug);
      await cards
        .nth(at)
        .locator('a')
        .click({ position: { x: 5, y: 5 } });
      await widget.locator('dl').waitFor();
      await page.keyboard.press('Escape');
    }
    expect(seen.size).toBe(slugs.length);
    const made = await widget.evaluate((element) =>
      [...(element.shadowRoot?.querySelectorAll('*') ?? [])].flatMap((it) => [
        it.localName,
        ...it.getAttributeNames().filter((name) => name.startsWith('on') || name === 'style'),
        ...(it instanceof HTMLAnchorElement ? [new URL(it.href).origin] : []),
      ]),
    );
    const known =
      /^(div|section|article|form|label|input|button|select|option|details|summary|span|p|ul|li|h3|h4|a|fieldset|legend)$/;
    expect([...new Set(made)].filter((it) => !known.test(it))).toEqual([office.address]);
    expect(await page.evaluate((flag) => flag in globalThis, XSS_FLAG)).toBe(false);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});
