import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const WIDTHS = [360, 1280];

/** Looks at pages that have no scripts of their own, in a browser of its own that runs ours. */
export interface PageAudit {
  /** What is wrong with what a page shows now: by axe's grave rules, its order of headings, and wider than the screen. */
  faultsOf(page: Page): Promise<string[]>;
  close(): Promise<void>;
}

export async function startAudit(browser: Browser): Promise<PageAudit> {
  const context = await browser.newContext({ bypassCSP: true });
  const auditor = await context.newPage();
  return {
    faultsOf: async (page) => {
      const markup = await page.content();
      const faults: string[] = [];
      await auditor.setContent(markup);
      await auditor.evaluate(AXE);
      for (const width of WIDTHS) {
        await auditor.setViewportSize({ width, height: 900 });
        const wide = await auditor.evaluate(() => document.documentElement.scrollWidth);
        if (wide > width) faults.push(`${page.url()} is ${wide} wide at ${width}`);
        const found = await auditor.evaluate(async () => {
          const { axe } = window as unknown as {
            axe: { run(of: Document, options: object): Promise<{ violations: Violation[] }> };
          };
          interface Violation {
            id: string;
            impact: string;
            nodes: { html: string }[];
          }
          const { violations } = await axe.run(document, { resultTypes: ['violations'] });
          return violations
            .filter(
              ({ id, impact }) =>
                impact === 'serious' || impact === 'critical' || id === 'heading-order',
            )
            .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
        });
        faults.push(...found.map((fault) => `${page.url()} at ${width}: ${fault}`));
      }
      return faults;
    },
    close: () => context.close(),
  };
}
