import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { findBarriers } from '../web/axe';
import { testInBrowser } from '../web/chromium';
import { findFaintTexts } from '../web/contrast';
import { openWidget, type Places } from './open-widget';

/** Source: issue of the portal kit. */
const LARGEST_PAGE_BYTES = 60_000;
const run = promisify(execFile);

/** The guide at `/pasang`, as part of the suite whose service runs. */
export function describeGuide(places: () => Places): void {
  describe('the guide for portals', () => {
    for (const [width, colorScheme, lang] of [
      [360, 'light', 'id'],
      [1280, 'dark', 'en'],
    ] as const) {
      testInBrowser(
        `is for everybody at ${width} pixels, ${colorScheme}, ${lang}`,
        async (browser) => {
          const url = `${places().office}/pasang?lang=${lang}`;
          const context = { viewport: { width, height: 800 }, colorScheme };
          const opened = await openWidget({ browser, ...places(), url, context });
          const { page, cards } = opened;
          expect(await cards.count()).toBe(3);
          expect(await findBarriers(page)).toEqual([]);
          expect(await findFaintTexts(page)).toEqual([]);
          const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(scrollWidth).toBeLessThanOrEqual(width);
          expect(opened.faults).toEqual([]);
          await opened.close();
        },
      );
    }

    testInBrowser('is small, and reads without JavaScript', async (browser) => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const response = await page.goto(`${places().office}/pasang`);
      expect((await response?.body())?.length).toBeLessThanOrEqual(LARGEST_PAGE_BYTES);
      expect(await page.getByRole('link', { name: 'Semua lowongan' }).isVisible()).toBe(true);
      await context.close();
    });

    testInBrowser('gives code that runs as it is copied', async (browser) => {
      const opened = await openWidget({ browser, ...places(), url: `${places().office}/pasang` });
      const blocks = await opened.page.locator('pre').allInnerTexts();
      await opened.close();
      const [line = ''] = blocks;
      const copied = await openWidget({
        browser,
        ...places(),
        url: places().portal.add(line.replace(/<script.*<\/script>/, '')),
      });
      expect(line).toContain(`<script src="${places().office}/padan.js" defer></script>`);
      expect(await copied.widget.getByRole('searchbox').inputValue()).toBe('las');
      expect(copied.faults).toEqual([]);
      await copied.close();
      const commands = blocks.filter((block) => block.startsWith('curl'));
      expect(commands).toHaveLength(3);
      for (const command of commands) {
        const { stdout } = await run('bash', ['-c', command.replace('curl', 'curl -s')]);
        expect(JSON.parse(stdout)).not.toHaveProperty('errors');
      }
    });
  });
}
