import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { watchPage } from '../web/chromium';
import { within } from '../web/within';
import type { Portal } from './portal-page';

export interface OpenWidget {
  page: Page;
  /** The first widget of the page. */
  widget: Locator;
  cards: Locator;
  status: Locator;
  /** What the page did that it must not. */
  faults: string[];
  /** Addresses asked of the office since the page was opened. */
  asked: URL[];
  close(): Promise<void>;
}

/** Address of the service, and the portal elsewhere. */
export interface Places {
  office: string;
  portal: Portal;
}

export interface Opening extends Places {
  browser: Browser;
  /** Address of the page; default: the example. */
  url?: string;
  context?: BrowserContextOptions;
  /** Before the page is loaded. */
  prepare?: (page: Page) => Promise<unknown>;
}

/** The slowest list of these tests takes a second on a quiet machine. */
const LONGEST_WAIT_MS = 30_000;

/** Opens a page of the portal in a browser of its own and waits for the first list, or for why there is none. */
export async function openWidget(opening: Opening): Promise<OpenWidget> {
  const { browser, office, portal, prepare } = opening;
  const context = await browser.newContext(opening.context);
  const page = await context.newPage();
  const faults = watchPage(page, office, portal.address);
  const asked: URL[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith(office)) asked.push(new URL(request.url()));
  });
  await prepare?.(page);
  await page.goto(opening.url ?? portal.address);
  const widget = page.locator('padan-vacancies').first();
  await widget
    .locator('li.card:not(.skeleton), .note, .failure')
    .first()
    .waitFor()
    .catch((error) => {
      throw new Error(`${error.message}\n${faults.join('\n')}`);
    });
  return {
    ...{ page, widget, faults, asked },
    cards: widget.locator('li.card:not(.skeleton)'),
    status: widget.locator('[part=status]'),
    close: () => context.close(),
  };
}

/** Does something and waits until another list was shown. Errors: one that says so when none is. */
export async function andWait({ widget }: OpenWidget, act: () => Promise<unknown>) {
  // The page listens before anything is done.
  const listener = await widget.evaluateHandle((element) => {
    const shown = new Promise<{ total: number; shown: number }>((resolve) => {
      const tell = (event: Event) => resolve((event as CustomEvent).detail);
      element.addEventListener('padan-results', tell, { once: true });
    });
    return { shown };
  });
  await act();
  const shown = listener.evaluate((heard) => heard.shown);
  return await within(LONGEST_WAIT_MS, 'another list of the widget', shown);
}

/** What a visitor with keyboard or finger can reach in the first widget, and cannot hit: smaller than 44 pixels. */
export async function findSmallTargets(widget: Locator): Promise<string[]> {
  return widget.evaluate((element) => {
    const targets = element.shadowRoot?.querySelectorAll<HTMLElement>(
      'a,button,input,select,summary',
    );
    return [...(targets ?? [])]
      .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
      .map((target) => `${target.tagName} ${target.textContent}`);
  });
}
