import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Presses what leads on: the activity's own button, else that of the step. @returns false on the last step of a page */
export async function goOn(page: Page): Promise<boolean> {
  if (!(await page.locator('#c-go').isVisible())) return false;
  // An activity that has just been judged takes no press for a moment.
  await expect.poll(() => page.locator('[data-calm]').count()).toBe(0);
  const before = await page.locator('.c-page:not([hidden]) .c-screen[data-at="later"]').count();
  await page.evaluate(() => {
    const step = document.querySelector('.c-page:not([hidden]) .c-screen[data-at="now"]');
    const own = step?.querySelectorAll<HTMLElement>(':scope > [data-activity] > .c-actions > [data-action="continue"]');
    ([...(own ?? [])].at(-1) ?? document.querySelector<HTMLElement>('#c-go [data-action="step"]'))?.click();
  });
  await expect.poll(() => page.locator('.c-page:not([hidden]) .c-screen[data-at="later"]').count()).toBe(before - 1);
  return true;
}
