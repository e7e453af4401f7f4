import { execFileSync } from 'node:child_process';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { closeBrowser, testInBrowser, watchPage } from './chromium';
import { type DemoApp, startDemoApp } from './demo-app';
import { within } from './within';

jest.setTimeout(300_000);

let app: DemoApp;
beforeAll(async () => {
  execFileSync(process.execPath, [path.join(__dirname, '../../scripts/build-explorer.mjs')]);
  app = await startDemoApp();
});
afterAll(async () => {
  await closeBrowser();
  await app.stop();
});

/** Opens a tab once the editors are there: before that, they would not follow. */
async function openTab(page: Page, operation: string): Promise<void> {
  const query = page.locator('.graphiql-query-editor .view-lines');
  await query.locator('.view-line').first().waitFor();
  await page.locator('.result-window .monaco-editor').waitFor();
  await page.getByRole('tab', { name: operation }).click();
  await query.getByText(operation).first().waitFor();
}

async function execute(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Execute query/ }).click();
}

/** Runs the open tab and returns what the response editor then shows. */
async function run(page: Page, awaited: string): Promise<string> {
  await execute(page);
  const response = page.locator('.result-window .view-lines');
  await response.getByText(awaited).first().waitFor();
  return response.innerText();
}

describe('the explorer', () => {
  testInBrowser('runs its first example as it opens, for everybody', async (browser) => {
    for (const audience of ['public', 'employer', 'candidate', 'office']) {
      const context = await browser.newContext();
      const page = await context.newPage();
      const faults = watchPage(page, app.address);
      await page.goto(`${app.address}/explorer?audience=${audience}`);
      await page.locator('.result-window .monaco-editor').waitFor();
      await page.locator('.graphiql-query-editor .view-line').first().waitFor();
      const answer = await run(page, 'data');
      expect(answer).not.toContain('errors');
      expect(faults).toEqual([]);
      await context.close();
    }
  });

  testInBrowser('keeps edited variables when it is loaded again', async (browser) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.goto(`${app.address}/explorer`);
    const variables = page.locator('.graphiql-editor-tool .view-lines').first();
    await variables.getByText('text').first().waitFor();
    await variables.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('{"text": "juru las"}');
    await variables.getByText('juru las').first().waitFor();
    await page.waitForFunction(() =>
      Object.values({ ...sessionStorage }).some((kept) => String(kept).includes('juru las')),
    );
    await page.reload();
    await variables.getByText('juru las').first().waitFor();
    await context.close();
  });

  testInBrowser('opens an operation from its address and runs it offline', async (browser) => {
    const page = await browser.newPage();
    const faults = watchPage(page, app.address);
    const parameters = new URLSearchParams({
      audience: 'public',
      query: 'query Linked($text: String!) { matchMe(text: $text, first: 1) { considered } }',
      variables: '{"text":"menjahit"}',
    });
    await page.goto(`${app.address}/explorer?${parameters}`);
    await page.getByRole('tab', { name: 'MatchMe' }).waitFor();
    await openTab(page, 'Linked');
    expect(await run(page, 'considered')).toContain('matchMe');
    expect(faults).toEqual([]);
    await page.close();
  });

  testInBrowser('is signed in as a demo employer', async (browser) => {
    const page = await browser.newPage();
    const faults = watchPage(page, app.address);
    await page.goto(`${app.address}/explorer`);
    await page.getByRole('link', { name: 'Employer' }).click();
    expect(await page.getByLabel('Signed in as').inputValue()).toBe('0');
    await openTab(page, 'MyVacancies');
    expect(await run(page, 'displayName')).toContain('employers');
    await openTab(page, 'RankedCandidates');
    expect(await run(page, 'totalEligible')).toContain('totalConsidered');
    expect(faults).toEqual([]);
    await page.close();
  });

  testInBrowser('listens to new matches over a websocket', async (browser) => {
    const page = await browser.newPage();
    const opened = new Promise<string>((resolve) => {
      page.on('websocket', (socket) => resolve(socket.url()));
    });
    await page.goto(`${app.address}/explorer?audience=employer`);
    await openTab(page, 'NewMatches');
    await execute(page);
    const url = await within(30_000, 'a websocket', opened);
    expect(url).toBe(`${app.address.replace('http', 'ws')}/graphql/employer`);
    await page.getByRole('button', { name: /Stop query/ }).click();
    await page.close();
  });
});
