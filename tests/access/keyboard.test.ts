import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { Faults } from './faults.ts';
import { MODULES, openModule, showPage, somePages, unpack } from './open-module.ts';

/** Stops of Tab from the top of a page to its first question, the skip link counted. */
const NEAR = 10;

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

test.each(MODULES)(
  '%s: Tab comes to everything in its order, shows where it is, hides under no bar, and leads out again',
  { timeout: 120_000 },
  async (name) => {
    const faults = new Faults();
    const { pages } = await unpack(name);
    const page = await openModule(browser, name, { viewport: { width: 800, height: 600 } });
    for (const id of somePages(pages)) {
      await showPage(page, id);
      const stops = await page.evaluate(() => window.access.followFocus());
      for (let stop = 0; stop < stops + 2; stop++) await page.keyboard.press('Tab');
      faults.add('focus', id, await page.evaluate(() => window.access.focusFaults()));
    }
    expect(faults.all()).toEqual({});
    await page.context().close();
  },
);

test.each(MODULES)(
  '%s: the skip link leads to the title, and ten stops to the first question; each page has a title of its own',
  async (name) => {
    const { pages, content } = await unpack(name);
    const page = await openModule(browser, name);
    const far: string[] = [];
    const titles = new Set<string>();
    for (const id of somePages(pages)) {
      await showPage(page, id);
      titles.add(await page.title());
      await page.evaluate(() => document.querySelector<HTMLElement>('.c-bar-button')?.focus());
      await page.keyboard.press('Shift+Tab');
      const skip = page.locator('.c-skip');
      expect(await skip.evaluate((link) => link === document.activeElement && getComputedStyle(link).clipPath)).toBe('none');
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.closest('.c-page')?.id)).toBe(`p-${id}`);
      if ((await page.locator(`#p-${id} [data-activity]`).count()) === 0) continue;
      let stops = 1;
      const there = (): Promise<boolean> => page.evaluate(() => !!document.activeElement?.closest('[data-activity]'));
      while (!(await there()) && stops <= NEAR) {
        await page.keyboard.press('Tab');
        stops++;
      }
      if (stops > NEAR) far.push(id);
    }
    expect([far, titles.size]).toEqual([[], somePages(pages).length]);
    for (const title of titles) expect(title).toMatch(new RegExp(` – ${content.title.replace(/[^\w ]/g, '.')}$`));
    await page.context().close();
  },
);
