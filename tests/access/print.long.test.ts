import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { Faults } from './faults.ts';
import { ALL, answersOf, openModule, showPage, showView, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Looks at the page as it is printed, and leaves it as it was. */
async function onPaper(page: Page): Promise<string[]> {
  await page.evaluate(() => void dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const lost = await page.evaluate(() => window.access.unprinted());
  await page.emulateMedia({ media: 'screen' });
  await page.evaluate(() => void dispatchEvent(new Event('afterprint')));
  return lost;
}

const CASES = spread([...ALL.map((name) => [name, 'no-preference'] as const), ...ALL.map((name) => [name, 'reduce'] as const)], 4);

/** Paper is made at once, whatever motion is allowed: a part that begins to fade in when it is printed would stay blank. */
test.each(CASES)('%s: paper has every word, new and answered, with motion: %s', { timeout: 120_000 }, async (name, reducedMotion) => {
  const faults = new Faults();
  const { content, pages } = await unpack(name);
  const page = await openModule(browser, name, { reducedMotion });
  for (const id of pages) {
    await showPage(page, id);
    const folded = await page.locator('.c-page:not([hidden]) details[open]').count();
    faults.add('paper', `${id} new`, await onPaper(page));
    expect(await page.locator('.c-page:not([hidden]) details[open]').count()).toBe(folded);
    await page.evaluate((plan) => window.access.answerPage(plan), answersOf(content, false));
    faults.add('paper', `${id} answered`, await onPaper(page));
  }
  for (const view of ['notebook', 'results'] as const) {
    await showView(page, view);
    faults.add('paper', view, await onPaper(page));
  }
  expect(faults.all()).toEqual({});
  await page.context().close();
});
