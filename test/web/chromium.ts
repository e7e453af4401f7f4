import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { describePages } from './shown-pages';
import { within } from './within';

const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Keeps the browser from calling home while the tests count its requests. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Many times what any of them needs on a quiet machine: the longest takes a minute on a busy one. */
const LONGEST_TEST_MS = 300_000;
/** What is left to tell what the pages showed. */
const TELLING_MS = 30_000;

const IMAGES = path.join(__dirname, '../../docs/images');

let browser: Browser | null = null;
let isAnnounced = false;

/**
 * A test in a real browser; where no Chromium is installed it says so and asserts nothing. One that fails, or does not
 * end, tells what the open pages showed.
 */
export function testInBrowser(title: string, run: (browser: Browser) => Promise<void>): void {
  const runOrSay = async () => {
    const executablePath = CANDIDATES.find((file) => file !== undefined && existsSync(file));
    if (executablePath === undefined) return announceAbsence();
    browser ??= await chromium.launch({ executablePath, args: FLAGS });
    await runAndTell(browser, run);
  };
  it(title, runOrSay, LONGEST_TEST_MS + TELLING_MS);
}

async function runAndTell(started: Browser, run: (browser: Browser) => Promise<void>) {
  try {
    await within(LONGEST_TEST_MS, 'the test to end', run(started));
  } catch (error) {
    throw await withPages(error, started);
  }
}

/** The error as it is, with what the pages showed behind its message. */
async function withPages(error: unknown, started: Browser): Promise<unknown> {
  if (!(error instanceof Error)) return error;
  const shown = await describePages(started);
  const { message, stack } = error;
  error.message = `${message}\n\n${shown}`;
  error.stack = stack?.replace(message, () => error.message);
  return error;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

/** Renews a picture of the documentation, where `npm run screenshots` asks for it. */
export async function keepScreenshot(page: Page, name: string, height: number): Promise<void> {
  if (process.env.SCREENSHOTS !== 'on') return;
  mkdirSync(IMAGES, { recursive: true });
  const { width = 0 } = page.viewportSize() ?? {};
  const clip = { x: 0, y: 0, width, height };
  await page.screenshot({ path: path.join(IMAGES, name), clip, fullPage: true });
}

/** What the page did that it must not: requests to elsewhere, scripts that failed, sources its policy refused. */
export function watchPage(page: Page, ...origins: readonly string[]): string[] {
  const faults: string[] = [];
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (!origins.includes(origin) && protocol !== 'data:' && protocol !== 'blob:') {
      faults.push(`request to ${request.url()}`);
    }
  });
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()}`);
  });
  return faults;
}

function announceAbsence(): void {
  if (!isAnnounced) {
    process.stderr.write('No Chromium here (CHROMIUM_PATH): the browser tests assert nothing.\n');
  }
  isAnnounced = true;
}
