import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { spread } from '../helpers/sweep.ts';
import { ALL, answersOf, openModule, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Answers the page on screen by single clicks; keys only write words into fields. @returns what a click could not meet */
async function clickThrough(page: Page, plan: ReturnType<typeof answersOf>): Promise<string[]> {
  for (let step = 0; step < 600; step++) {
    const aim = await page.evaluate((answers) => window.access.aim(answers), plan);
    if (!aim) return [];
    if (aim.fault) return [`${aim.fault} lies over ${aim.markup}`];
    await page.mouse.click(aim.x, aim.y);
    if (aim.kind === 'write') await page.keyboard.insertText(aim.text);
    // The list that a browser opens is its own: no click of a test reaches it.
    if (aim.kind === 'choose') await page.evaluate((text) => window.access.choose(text), aim.text);
    await page.evaluate(() => window.access.pause());
  }
  return ['no end'];
}

test.each(spread(ALL, 2))('%s is finished by single clicks, without a drag', { timeout: 240_000 }, async (name) => {
  const { content, pages } = await unpack(name);
  const page = await openModule(browser, name, { viewport: { width: 1000, height: 700 } });
  const plan = answersOf(content, true);
  const faults: string[] = [];
  const results = page.locator('[data-view="results"]:not([hidden])');
  for (const id of pages) {
    // The results name the pages that go further.
    if (await results.isVisible()) await page.locator(`#c-results a[href="#p-${id}"]`).first().click();
    await page.locator(`#p-${id}:not([hidden])`).waitFor();
    faults.push(...(await clickThrough(page, plan)).map((fault) => `${id}: ${fault}`));
    await page.locator('#c-nav [data-action="next"]').click();
  }
  expect(faults).toEqual([]);
  await results.waitFor();
  const open = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-activity]:not([hidden])')]
      .filter(({ dataset }) => !/^(?:right|partly|done)$/.test(dataset.state ?? ''))
      .map(({ id, dataset }) => `${id} ${dataset.state}`),
  );
  expect(open).toEqual([]);
  expect(await page.locator('#c-left').isHidden()).toBe(true);
  await page.context().close();
});
