import type { Browser } from 'playwright-core';
import { findBarriers } from '../web/axe';
import { testInBrowser } from '../web/chromium';
import { andWait, type Opening, openWidget, type Places } from './open-widget';

const openStrict = (
  places: Places,
  browser: Browser,
  markup: string,
  more: Partial<Opening> = {},
) => openWidget({ browser, ...places, url: places.portal.add(markup), ...more });

/** What the widget does while there is no answer, as part of the suite whose service runs. */
export function describeFaults(places: () => Places): void {
  describe('the widget without an answer', () => {
    const refused = {
      data: null,
      errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED', seconds: 4.2 } }],
    };
    const answers: [string, { status: number; body: string } | null, string][] = [
      ['the service is away', null, 'tidak dapat dicapai'],
      [
        'the service has a fault',
        { status: 503, body: '<h1>Bad gateway</h1>' },
        'tidak dapat dicapai',
      ],
      ['too much was asked', { status: 429, body: JSON.stringify(refused) }, 'dalam 5 detik'],
      ['the answer is none', { status: 200, body: '[]' }, 'tidak dapat dimuat'],
    ];

    for (const [title, fault, text] of answers) {
      testInBrowser(`says that ${title}, and tries again`, async (browser) => {
        const fallback = `<a href="${places().office}/lowongan">Lowongan</a>`;
        let isFaulty = true;
        const opened = await openStrict(
          places(),
          browser,
          `<padan-vacancies>${fallback}</padan-vacancies>`,
          {
            prepare: (page) =>
              page.route('**/graphql?**', (route) => {
                if (!isFaulty) return route.continue();
                const headers = { 'access-control-allow-origin': '*' };
                return fault === null ? route.abort() : route.fulfill({ ...fault, headers });
              }),
          },
        );
        const { page, widget, cards } = opened;
        await widget.getByText(text).waitFor();
        expect(await page.getByRole('link', { name: 'Lowongan', exact: true }).isVisible()).toBe(
          true,
        );
        expect(await findBarriers(page)).toEqual([]);
        isFaulty = false;
        await andWait(opened, () => widget.getByRole('button', { name: 'Coba lagi' }).click());
        expect(await cards.count()).toBe(10);
        await opened.close();
      });
    }

    testInBrowser(
      'shows that it is loading, without motion where none is wanted',
      async (browser) => {
        const context = await browser.newContext({ reducedMotion: 'reduce' });
        const page = await context.newPage();
        // Never answered.
        await page.route('**/graphql?**', () => undefined);
        await page.goto(places().portal.add('<padan-vacancies></padan-vacancies>'));
        const waiting = page.locator('padan-vacancies li.skeleton').first();
        await waiting.waitFor();
        expect(await waiting.evaluate((it) => getComputedStyle(it).animationName)).toBe('none');
        expect(await page.getByRole('status').innerText()).toBe('Memuat …');
        expect(await findBarriers(page)).toEqual([]);
        await context.close();
      },
    );

    testInBrowser('loads by itself when the connection is back', async (browser) => {
      const opened = await openStrict(places(), browser, '<padan-vacancies></padan-vacancies>');
      const { page, widget, cards } = opened;
      await page.context().setOffline(true);
      // The line is cut before the page is told.
      await page.waitForFunction(() => !navigator.onLine);
      await widget.getByRole('searchbox').fill('kasir');
      await page.keyboard.press('Enter');
      await widget.getByText('Tidak ada sambungan internet').waitFor();
      expect(await findBarriers(page)).toEqual([]);
      // A browser tells of the connection before it carries.
      await page.route('**/graphql?**', (route) => route.abort(), { times: 1 });
      const { shown } = await andWait(opened, () => page.context().setOffline(false));
      expect(await cards.count()).toBe(shown);
      await opened.close();
    });

    testInBrowser('tells who wrote the page what is wrong with an attribute', async (browser) => {
      const told: string[] = [];
      const opened = await openStrict(
        places(),
        browser,
        '<padan-vacancies employment-type="sometimes"></padan-vacancies>',
        {
          prepare: async (page) =>
            page.on('console', (message) => {
              if (message.type() === 'warning') told.push(message.text());
            }),
        },
      );
      await opened.widget.getByText('tidak dapat dimuat').waitFor();
      expect(told).toEqual([expect.stringMatching(/^<padan-vacancies>: .*employmentType/)]);
      await opened.close();
    });

    testInBrowser('has a name of its own beside another', async (browser) => {
      const line = '<padan-vacancies query="las"></padan-vacancies>';
      const { page, close } = await openStrict(
        places(),
        browser,
        `${line}${line.replace('query="las"', 'region="72.71"')}`,
      );
      for (const role of ['region', 'search'] as const) {
        const names = await page
          .getByRole(role)
          .evaluateAll((all) => all.map((it) => it.getAttribute('aria-label')));
        expect(names).toHaveLength(2);
        expect(new Set(names).size).toBe(2);
      }
      await close();
    });

    testInBrowser('leaves the page its own link without JavaScript', async (browser) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      await page.goto(places().portal.address);
      const link = page.getByRole('link', { name: 'Lowongan kerja di Sulawesi Tengah' });
      expect(await link.getAttribute('href')).toBe(`${places().office}/lowongan?wilayah=72`);
      await context.close();
    });
  });
}
