import type { Browser, Page } from 'playwright-core';
import { within } from './within';

const LOOK_MS = 3_000;
const LONGEST_TEXT = 1_500;

/** What every open page of the browser shows, as a screen reader meets it, shadow trees included. */
export async function describePages(browser: Browser): Promise<string> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  const shown = await Promise.all(pages.map(describePage));
  return shown.join('\n');
}

async function describePage(page: Page): Promise<string> {
  const look = page.locator('body').ariaSnapshot({ timeout: LOOK_MS });
  const text = await within(LOOK_MS, 'the page', look).catch((error: Error) => error.message);
  return `${page.url()} showed:\n${text.slice(0, LONGEST_TEXT)}`;
}
