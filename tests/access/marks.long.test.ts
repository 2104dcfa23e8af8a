import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBrowser } from '../helpers/browser.ts';
import { Faults } from './faults.ts';
import { answersOf, openModule, showPage, unpack } from './open-module.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await openBrowser();
});

afterAll(() => browser?.close());

/** Marks on screen, and those that stand beside what they judge or above it. A badge without words takes no room from them. */
function placed(page: Page): Promise<{ marks: number; beside: string[] }> {
  return page.evaluate(() => {
    const marks = [...document.querySelectorAll('.c-page:not([hidden]) .c-mark')].filter((mark) => mark.checkVisibility());
    const isBeside = (mark: Element): boolean => {
      const { top, width } = mark.getBoundingClientRect();
      if (width <= 32) return false;
      const before = [...(mark.parentElement as HTMLElement).children].slice(0, -1).filter((one) => one !== mark && one.checkVisibility());
      return before
        .filter((one) => one.compareDocumentPosition(mark) === Node.DOCUMENT_POSITION_FOLLOWING && getComputedStyle(one).opacity !== '0')
        .some((one) => one.getBoundingClientRect().bottom > top + 1);
    };
    return {
      marks: marks.length,
      beside: marks.filter(isBeside).map((mark) => mark.closest<HTMLElement>('[data-activity]')?.dataset.type ?? ''),
    };
  });
}

test.each([390, 1280])(
  'at %i px the mark of an answer is a badge, or stands under its words; on paper it always does',
  { timeout: 240_000 },
  async (width) => {
    const { content, pages } = await unpack('gallery');
    const faults = new Faults();
    let marks = 0;
    for (const right of [true, false]) {
      const page = await openModule(browser, 'gallery', { viewport: { width, height: 800 } });
      for (const id of pages) {
        await showPage(page, id);
        await page.evaluate((plan) => window.access.answerPage(plan), answersOf(content, right));
        for (const media of ['print', 'screen'] as const) {
          await page.emulateMedia({ media });
          const found = await placed(page);
          marks += found.marks;
          faults.add('beside', `${id} ${media}`, found.beside);
        }
      }
      await page.context().close();
    }
    expect(faults.all()).toEqual({});
    expect(marks).toBeGreaterThan(60);
  },
);
