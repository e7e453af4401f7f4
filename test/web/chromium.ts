import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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

let browser: Browser | null = null;
let isAnnounced = false;

/** A test in a real browser; where no Chromium is installed it says so and asserts nothing. */
export function testInBrowser(title: string, run: (browser: Browser) => Promise<void>): void {
  it(title, async () => {
    const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));
    if (executablePath === undefined) return announceAbsence();
    browser ??= await chromium.launch({ executablePath, args: FLAGS });
    await run(browser);
  });
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = null;
}

function announceAbsence(): void {
  if (!isAnnounced) {
    process.stderr.write('No Chromium here (CHROMIUM_PATH): the browser tests assert nothing.\n');
  }
  isAnnounced = true;
}
