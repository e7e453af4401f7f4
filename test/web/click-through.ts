import type { Locator } from 'playwright-core';

/** Clicks what leads to another page, and waits until that one is there: a moment after the click the old one may still be. */
export async function clickThrough(target: Locator): Promise<void> {
  await Promise.all([target.page().waitForEvent('load'), target.click()]);
}
