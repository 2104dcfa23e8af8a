import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { openModule, showPage } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Takes away what came after the oldest browsers that pages are made for (Safari 15.4, Firefox 98, Chrome 93). Runs in the page. */
function forget(): void {
  const element = HTMLElement.prototype as Partial<HTMLElement>;
  delete element.showPopover;
  delete element.hidePopover;
  delete element.popover;
  delete element.inert;
  delete (Element.prototype as Partial<Element>).role;
  // The style of the browser goes by the attribute.
  document.addEventListener('readystatechange', () => {
    for (const one of document.querySelectorAll('[popover]')) one.removeAttribute('popover');
  });
}

/** Visible part of the definition, and its place. */
function tip(page: Page): Promise<{ text: string; seen: boolean }> {
  return page.locator('#c-tip').evaluate((box) => {
    const { top, bottom, height } = box.getBoundingClientRect();
    return { text: box.textContent ?? '', seen: height > 0 && top >= 0 && bottom <= innerHeight };
  });
}

test.each([1280, 360])('without popovers a definition stands behind its word, at %i px', async (width) => {
  const context = { viewport: { width, height: 800 } };
  const page = await openModule(browser, 'seance-1', context, forget);
  expect(await tip(page)).toEqual({ text: '', seen: false });
  await showPage(page, 's1-lois');
  const word = page.locator('.c-page:not([hidden]) .c-term-button').first();
  expect(await word.getAttribute('role')).toBe('button');
  await word.click();
  const { text, seen } = await tip(page);
  expect([text.length > 10, seen]).toEqual([true, true]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.context().close();
});
